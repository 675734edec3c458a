/**
 * The packed files, as bytes. A file that is not there is empty: who opens it says so.
 */
import { closeSync, existsSync, fstatSync, openSync, readFileSync, read as readInto } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PackedFiles } from '../core/knowledge.ts'

/** Where they lie beside this file; a bundle passes its own folder. */
export const packedFolder = fileURLToPath(new URL('./packed/', import.meta.url))

export const readPackedFiles = (folder: string = packedFolder): PackedFiles => {
  const read = (name: string): Uint8Array => {
    const path = join(folder, name)
    return existsSync(path) ? readFileSync(path) : new Uint8Array()
  }
  return { gazetteer: read('gazetteer.bin'), tagger: read('tagger.bin'), syntax: read('syntax.bin') }
}

/**
 * The same, read by other threads while this one goes on: each file in one piece, so that none of them waits for this
 * thread in between.
 *
 * @throws (rejects) where a file cannot be read.
 */
export const readPackedFilesAhead = async (folder: string): Promise<PackedFiles> => {
  const [gazetteer, tagger, syntax] = await Promise.all(
    ['gazetteer.bin', 'tagger.bin', 'syntax.bin'].map(name => readAhead(join(folder, name))),
  )
  return { gazetteer: gazetteer ?? none, tagger: tagger ?? none, syntax: syntax ?? none }
}

const none = new Uint8Array()

const readAhead = (path: string): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    if (!existsSync(path)) return resolve(none)
    const file = openSync(path, 'r')
    const { size } = fstatSync(file)
    readInto(file, Buffer.allocUnsafeSlow(size), 0, size, 0, (error, length, bytes) => {
      closeSync(file)
      if (error) reject(error)
      else if (length < size) reject(new Error(`${path}: ${length} of ${size} bytes could be read`))
      else resolve(bytes)
    })
  })
