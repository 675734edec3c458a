/**
 * Reads the packed files and opens them, once a process.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Knowledge, openKnowledge, type PackedFiles } from '../core/knowledge.ts'

/** Where the packed files lie beside this file; a bundle passes its own folder. */
export const packedFolder = fileURLToPath(new URL('./packed/', import.meta.url))

/** @throws where a packed file is of another version. */
export const loadKnowledge = (folder?: string): Knowledge => openKnowledge(readPackedFiles(folder))

/** A file that is not there is empty. */
export const readPackedFiles = (folder: string = packedFolder): PackedFiles => {
  const read = (name: string): Uint8Array => {
    const path = join(folder, name)
    return existsSync(path) ? readFileSync(path) : new Uint8Array()
  }
  return { gazetteer: read('gazetteer.bin'), tagger: read('tagger.bin'), syntax: read('syntax.bin') }
}
