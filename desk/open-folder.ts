/**
 * The folder that a command writes into, made where it is not there yet; or why it cannot be, in words.
 */
import { mkdirSync, statSync } from 'node:fs'
import { inWords } from './in-words.ts'

/** Null where the folder is there now. */
export const troubleWithFolder = (folder: string): string | null => {
  try {
    mkdirSync(folder, { recursive: true })
    return null
  } catch (error) {
    const isFile = statSync(folder, { throwIfNoEntry: false })?.isFile() === true
    const why = isFile ? 'it is a file' : (inWords(error) ?? (error instanceof Error ? error.message : ''))
    return `Nothing can be written into ${folder}: ${why}. Give another folder with --to DIR.`
  }
}
