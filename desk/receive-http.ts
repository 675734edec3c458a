/**
 * The receive door on this machine: node:http requests to the same function that API Gateway calls when deployed.
 * On loopback only; TLS and the limits of a gateway are not here.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mostBodyBytes, type ReceiveServices, receive } from '../functions/receive/receive.ts'
import type { WebRequest, WebResponse } from '../functions/receive/web-request.ts'

export interface Receiver {
  readonly url: string
  close(): Promise<void>
}

/** `after`: called when a request was answered, with what was answered. */
export const openReceiver = async (
  services: ReceiveServices,
  port: number,
  after: (response: WebResponse, request: WebRequest) => Promise<void> | void = () => {},
): Promise<Receiver> => {
  const server = createServer((incoming, outgoing) => {
    answerWebhook(services, incoming, outgoing)
      .then(({ request, response }) => after(response, request))
      .catch((error: unknown) => {
        if (!outgoing.headersSent) outgoing.writeHead(500).end()
        services.log.error('receive failed', { stage: 'receive', error: String(error) })
      })
  })
  await listen(server, port)
  const { port: taken } = addressOf(server)
  return {
    url: `http://127.0.0.1:${taken}`,
    close: () => new Promise(resolve => void server.close(() => resolve())),
  }
}

/** Answers one request to /in/{source}; for servers that have other paths too. */
export const answerWebhook = async (
  services: ReceiveServices,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<{ readonly request: WebRequest; readonly response: WebResponse }> => {
  const request = await webRequestOf(incoming)
  const response = await receive(services, request)
  outgoing.writeHead(response.status, { ...response.headers }).end(response.body)
  return { request, response }
}

/** Reads no more of the body than tells that it is too large. */
export const webRequestOf = async (incoming: IncomingMessage): Promise<WebRequest> => {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of incoming) {
    if (length <= mostBodyBytes) pieces.push(piece)
    length += piece.length
  }
  const [path = '/', query = ''] = (incoming.url ?? '/').split('?', 2)
  return {
    method: incoming.method ?? 'GET',
    path,
    query,
    headers: headersOf(incoming),
    body: Buffer.concat(pieces),
  }
}

/** As API Gateway joins what came twice; node would keep only the first of some. */
const headersOf = ({ rawHeaders }: IncomingMessage): Record<string, string> => {
  const headers: Record<string, string> = {}
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] ?? '').toLowerCase()
    const value = rawHeaders[i + 1] ?? ''
    headers[name] = Object.hasOwn(headers, name) ? `${headers[name]},${value}` : value
  }
  return headers
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })

const addressOf = (server: Server): Pick<AddressInfo, 'port'> => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address
}
