/**
 * A server of the content store on this machine. node:http alone: what matters here (entity tags that a coding makes
 * weak, ranges, preflights) is in answer-request.ts, and a framework would only stand between it and the wire.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { answerRequest, type ReadObject } from './answer-request.ts'

export interface ContentServer {
  /** "http://127.0.0.1:4280" */
  readonly url: string
  close(): Promise<void>
}

/** @param port 0 for any that is free */
export const serveContent = async (read: ReadObject, port: number): Promise<ContentServer> => {
  const server = createServer((request, response) => {
    void handle(request, response, read)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return { url: urlOf(server), close: () => closeServer(server) }
}

/** For a server that answers more than this: what is under the public paths. */
export const handle = async (
  request: IncomingMessage,
  response: ServerResponse,
  read: ReadObject,
): Promise<void> => {
  const [path = '/'] = (request.url ?? '/').split('?')
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  )
  try {
    const answer = await answerRequest({ method: request.method ?? 'GET', path, headers }, read)
    response.writeHead(answer.status, answer.headers)
    response.end(answer.body ?? undefined)
  } catch (error) {
    process.stderr.write(
      `${request.method} ${path}: ${error instanceof Error ? error.message : String(error)}\n`,
    )
    if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json; charset=utf-8' })
    response.end(
      '{"problems":[{"code":"not-found","path":"","message":"The server failed; its log says why."}]}\n',
    )
  }
}

const urlOf = (server: Server): string => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `http://127.0.0.1:${address.port}`
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.closeAllConnections()
    server.close(error => (error ? reject(error) : resolve()))
  })
