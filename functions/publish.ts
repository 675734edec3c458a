/** The deployed publish. */

import { openServices } from './open-services.ts'
import { publishDoor } from './publish-feeds.ts'

export const handler = publishDoor(openServices(process.env))
