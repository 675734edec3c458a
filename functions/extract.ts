/** The deployed extract. */
import { extractDoor } from './extract-article.ts'
import { openServices } from './open-services.ts'
import { readVariants } from './read-variants.ts'

export const handler = extractDoor(openServices(process.env, readVariants))
