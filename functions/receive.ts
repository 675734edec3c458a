/** The deployed receive: API Gateway's requests to POST /in/{source}. */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { nameSourcesInTraces } from './name-sources.ts'
import { openDeliveries } from './open-deliveries.ts'
import { openServices } from './open-services.ts'
import { eventOfResponse, requestOfEvent } from './receive/gateway-event.ts'
import { receive } from './receive/receive.ts'

nameSourcesInTraces()

const services = { ...openServices(process.env), ...openDeliveries(process.env) }

export const handler = async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
  const response = await receive(services, requestOfEvent(event))
  services.meter.flush()
  return eventOfResponse(response)
}
