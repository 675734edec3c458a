/**
 * What the S3 store makes of answers that a server on this machine never gives: a small HTTP server plays them.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { S3Client } from '@aws-sdk/client-s3'
import { afterEach, describe, expect, it } from '@jest/globals'
import { s3Store } from '../../../functions/store/s3-store.ts'
import type { Store } from '../../../functions/store/store.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

const answer =
  (status: number, body = '', headers: Record<string, string> = {}): Answer =>
  (_, response) => {
    response.writeHead(status, headers).end(body)
  }
const fault = (status: number, code: string): Answer =>
  answer(status, `<?xml version="1.0"?><Error><Code>${code}</Code><Message>m</Message></Error>`, {
    'content-type': 'application/xml',
  })
const stored = answer(200, '', { etag: '"e2"' })

describe('S3 store', () => {
  let server: Server | undefined
  let requests: IncomingMessage[] = []
  let client: S3Client | undefined
  afterEach(() => {
    client?.destroy()
    server?.closeAllConnections()
    server?.close()
  })

  /** Answers the requests in turn; the last answer goes for all that follow. */
  const storeOver = async (...answers: readonly Answer[]): Promise<Store> => {
    requests = []
    const made = createServer((request, response) => {
      const next = answers[Math.min(requests.length, answers.length - 1)]
      requests.push(request)
      request.resume().on('end', () => next?.(request, response))
    })
    server = made
    await new Promise<void>(resolve => made.listen(0, '127.0.0.1', resolve))
    const address = made.address()
    const port = typeof address === 'object' && address ? address.port : 0
    client = new S3Client({
      endpoint: `http://127.0.0.1:${port}`,
      forcePathStyle: true,
      region: 'us-east-1',
      credentials: { accessKeyId: 'a', secretAccessKey: 'b' },
      maxAttempts: 3,
      requestHandler: { connectionTimeout: 500, requestTimeout: 300, throwOnRequestTimeout: true },
    })
    return s3Store({ bucket: 'b', client, pause: async () => {} })
  }
  const write = (store: Store, kind: 'absent' | 'etag' | 'none') =>
    store.write('k.json', Uint8Array.of(1), {
      contentType: 'application/json',
      ...(kind === 'none'
        ? {}
        : { condition: kind === 'absent' ? { kind: 'absent' } : { kind: 'etag', etag: '"e1"' } }),
    })

  it('sends the conditions as headers', async () => {
    const store = await storeOver(stored)
    await write(store, 'absent')
    await write(store, 'etag')
    await write(store, 'none')
    expect(requests.map(({ headers }) => [headers['if-none-match'], headers['if-match']])).toEqual([
      ['*', undefined],
      [undefined, '"e1"'],
      [undefined, undefined],
    ])
  })

  it.each([
    ['412 to a create', 'absent', fault(412, 'PreconditionFailed')],
    ['412 to a replace', 'etag', fault(412, 'PreconditionFailed')],
    ['404 to a replace: what it names is gone', 'etag', fault(404, 'NoSuchKey')],
  ] as const)('takes %s for a conflict, at once', async (_, kind, fails) => {
    const store = await storeOver(fails)
    expect(await write(store, kind)).toEqual({ kind: 'conflict' })
    expect(requests).toHaveLength(1)
  })

  it('tries again after 409, for that is no conflict but two writes that met', async () => {
    const meets = fault(409, 'ConditionalRequestConflict')
    const store = await storeOver(meets, meets, meets, stored)
    expect(await write(store, 'absent')).toEqual({ kind: 'written', etag: '"e2"' })
    expect(requests).toHaveLength(4)
  })

  it('gives up where 409 does not end', async () => {
    const store = await storeOver(fault(409, 'ConditionalRequestConflict'))
    await expect(write(store, 'absent')).rejects.toThrow('could not write k.json')
  })

  it('tries again after 503 and 500', async () => {
    const store = await storeOver(fault(503, 'SlowDown'), fault(500, 'InternalError'), stored)
    expect(await write(store, 'none')).toMatchObject({ kind: 'written' })
  })

  it('ends a request that is never answered', async () => {
    const store = await storeOver(() => {})
    await expect(store.read('k.json')).rejects.toThrow('could not read k.json')
    expect(requests).toHaveLength(3)
  }, 10_000)

  it('reports a missing bucket instead of taking it for a conflict or an absence', async () => {
    const store = await storeOver(fault(404, 'NoSuchBucket'))
    await expect(write(store, 'etag')).rejects.toThrow('could not write')
    await expect(store.read('k.json')).rejects.toThrow('could not read')
  })

  it('does not take refused access for an absence', async () => {
    const store = await storeOver(fault(403, 'AccessDenied'))
    await expect(store.read('k.json')).rejects.toThrow('could not read k.json')
  })

  it('fails a listing that is cut short without saying where it goes on', async () => {
    const page =
      '<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a</Key></Contents></ListBucketResult>'
    const store = await storeOver(answer(200, page, { 'content-type': 'application/xml' }))
    await expect(store.list('')).rejects.toThrow('cut short')
  })
})
