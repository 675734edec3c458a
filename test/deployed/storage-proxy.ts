/**
 * A door in front of the real S3 server that sees each write take effect and tells of it, as S3 tells EventBridge. The
 * request goes through as it is, signature and all.
 */
import { createServer, request, type Server } from 'node:http'
import type { StoreChange } from '../../desk/store-events.ts'

export interface StorageProxy {
  readonly endpoint: string
  close(): Promise<void>
}

export const openStorageProxy = async (
  target: string,
  onChange: (bucket: string, change: StoreChange) => void,
): Promise<StorageProxy> => {
  const { hostname, port } = new URL(target)
  const server = createServer((incoming, outgoing) => {
    const { method, url = '/', headers } = incoming
    const onward = request({ hostname, port, method, path: url, headers }, answer => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      if ((answer.statusCode ?? 500) < 300) tellOf(method ?? '', url, headers, onChange)
      answer.pipe(outgoing)
    })
    onward.on('error', () => outgoing.destroy())
    // Who is killed half-way leaves half a request: the server is to see it end, too.
    incoming.on('close', () => incoming.complete || onward.destroy())
    incoming.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()))
  return { endpoint: `http://127.0.0.1:${portOf(server)}`, close: () => closed(server) }
}

const tellOf = (
  method: string,
  url: string,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  onChange: (bucket: string, change: StoreChange) => void,
): void => {
  const [bucket = '', ...rest] = new URL(url, 'http://storage').pathname.slice(1).split('/')
  const key = decodeURIComponent(rest.join('/'))
  if (key === '') return
  const size = Number(headers['x-amz-decoded-content-length'] ?? headers['content-length'])
  if (method === 'PUT') onChange(bucket, { key, kind: 'created', size })
  if (method === 'DELETE') onChange(bucket, { key, kind: 'deleted' })
}

export const portOf = (server: Server): number => {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen')
  return address.port
}

export const closed = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.closeAllConnections()
    server.close(() => resolve())
  })
