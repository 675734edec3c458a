/**
 * Just enough of S3 over loopback for calls of a door's bundle: what it is given is there, nothing else is, writes are
 * taken. It counts requests; it is no store (conditions are not kept), the real server of `npm run test:s3` is. It
 * answers at once, or as late as S3 does.
 */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

/** Milliseconds until a request is answered. */
export interface Delays {
  readonly read: number
  readonly write: number
}

export interface StandIn {
  readonly url: string
  readonly counts: { reads: number; writes: number }
  close(): void
}

const notThere = '<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>not there</Message></Error>'
const emptyList =
  '<?xml version="1.0"?><ListBucketResult><KeyCount>0</KeyCount><IsTruncated>false</IsTruncated></ListBucketResult>'

export const openStandIn = async (
  objects: Readonly<Record<string, string>>,
  delays: Delays = { read: 0, write: 0 },
): Promise<StandIn> => {
  const counts = { reads: 0, writes: 0 }
  const answer: RequestListener = (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://stand-in')
    request.resume()
    if (request.method === 'PUT') {
      counts.writes++
      response.setHeader('ETag', '"0"').end()
    } else if (searchParams.has('list-type')) {
      response.setHeader('Content-Type', 'application/xml').end(emptyList)
    } else if (request.method === 'GET' || request.method === 'HEAD') {
      counts.reads++
      const body = objects[decodeURIComponent(pathname.split('/').slice(2).join('/'))]
      if (body === undefined) response.writeHead(404, { 'Content-Type': 'application/xml' }).end(notThere)
      else
        response
          .writeHead(200, {
            ETag: '"1"',
            'Content-Type': 'application/json',
            'Last-Modified': 'Sun, 15 Jun 2031 12:00:00 GMT',
          })
          .end(body)
    } else response.writeHead(204).end()
  }
  const server = createServer((request, response) => {
    const delay = request.method === 'GET' || request.method === 'HEAD' ? delays.read : delays.write
    if (delay > 0) setTimeout(answer, delay, request, response)
    else answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // as: it listens on a port, not on a pipe
  return { url: `http://127.0.0.1:${port}`, counts, close: () => server.close() }
}
