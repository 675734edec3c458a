/** The deployed ingest. */
import { ingestDoor } from './ingest-delivery.ts'
import { openServices } from './open-services.ts'

export const handler = ingestDoor(openServices(process.env))
