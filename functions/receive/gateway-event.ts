/**
 * API Gateway's event (HTTP API, payload format 2.0; a function URL sends the same) to a web request, and the answer
 * back. The body is base64 where its type is not text to the gateway: it is undone before anything is verified.
 */
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import type { WebRequest, WebResponse } from './web-request.ts'

export const requestOfEvent = (event: APIGatewayProxyEventV2): WebRequest => ({
  method: event.requestContext.http.method.toUpperCase(),
  path: event.rawPath,
  query: event.rawQueryString,
  headers: Object.fromEntries(
    Object.entries(event.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), value]],
    ),
  ),
  body: Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8'),
})

export const eventOfResponse = ({
  status,
  headers,
  body,
}: WebResponse): APIGatewayProxyStructuredResultV2 => ({
  statusCode: status,
  headers: { ...headers },
  body,
})
