/**
 * Extract with the services of a deployed function, from its environment and the packed data.
 */
import type { PackedFiles } from '../core/knowledge.ts'
import { extractDoor } from './extract-article.ts'
import { openServices } from './open-services.ts'
import type { QueueHandler } from './queue-door.ts'
import { readVariants } from './read-variants.ts'

/** @throws an Error that names each wrong variable. */
export const openExtract = (
  variables: Readonly<Record<string, string | undefined>>,
  files: PackedFiles,
): QueueHandler => extractDoor(openServices(variables, environment => readVariants(files, environment)))
