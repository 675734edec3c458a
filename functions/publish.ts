/** The deployed publish. */

import { nameSourcesInTraces } from './name-sources.ts'
import { openServices } from './open-services.ts'
import { publishDoor } from './publish-feeds.ts'

nameSourcesInTraces()

export const handler = publishDoor(openServices(process.env))
