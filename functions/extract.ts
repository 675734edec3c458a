/**
 * The deployed extract. Its code is imported late, so that the packed data is read while V8 compiles what works with it.
 */
import { fileURLToPath } from 'node:url'
import { readPackedFilesAhead } from '../data/read-packed-files.ts'
import { nameSourcesInTraces } from './name-sources.ts'

nameSourcesInTraces()

const files = readPackedFilesAhead(fileURLToPath(new URL('./packed/', import.meta.url)))
const { openExtract } = await import('./open-extract.ts')

export const handler = openExtract(process.env, await files)
