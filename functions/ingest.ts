/** The deployed ingest. */
import { ingestDoor } from './ingest-delivery.ts'
import { nameSourcesInTraces } from './name-sources.ts'
import { openDeliveries } from './open-deliveries.ts'
import { openServices } from './open-services.ts'

nameSourcesInTraces()

export const handler = ingestDoor({
  ...openServices(process.env),
  deliveries: openDeliveries(process.env),
})
