/** The deployed reprocess. */
import { fileURLToPath } from 'node:url'
import { readPackedFiles } from '../data/read-packed-files.ts'
import { nameSourcesInTraces } from './name-sources.ts'
import { openServices } from './open-services.ts'
import { readVariants } from './read-variants.ts'
import { reprocessingDoor } from './reprocessing/reprocessing-door.ts'

nameSourcesInTraces()

const files = readPackedFiles(fileURLToPath(new URL('./packed/', import.meta.url)))

export const handler = reprocessingDoor(
  openServices(process.env, environment => readVariants(files, environment)),
)
