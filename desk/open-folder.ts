/**
 * The folder that a command writes into, made where it is not there yet; or why it cannot be, in words.
 */
import { mkdirSync } from 'node:fs'
import { codeOf, inWords } from './in-words.ts'

/** Null where the folder is there now. */
export const troubleWithFolder = (folder: string): string | null => {
  try {
    mkdirSync(folder, { recursive: true })
    return null
  } catch (error) {
    const isFile = codeOf(error) === 'EEXIST'
    const why = isFile ? 'it is a file' : (inWords(error) ?? String(error))
    return `Nothing can be written into ${folder}: ${why}. Give another folder with --to DIR.`
  }
}
