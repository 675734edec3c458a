/** The deployed reprocess. */
import { openServices } from './open-services.ts'
import { readVariants } from './read-variants.ts'
import { reprocessingDoor } from './reprocessing/reprocessing-door.ts'

export const handler = reprocessingDoor(openServices(process.env, readVariants))
