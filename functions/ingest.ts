/** The deployed ingest. */
import { ingestDoor } from './ingest-delivery.ts'
import { openDeliveries } from './open-deliveries.ts'
import { openServices } from './open-services.ts'

export const handler = ingestDoor({
  ...openServices(process.env),
  deliveries: openDeliveries(process.env),
})
