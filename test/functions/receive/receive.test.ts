import { describe, expect, test } from '@jest/globals'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { SourceConfig } from '../../../content-schema/source-config.ts'
import { eventOfResponse, requestOfEvent } from '../../../functions/receive/gateway-event.ts'
import { mostBodyBytes, type ReceiveServices, receive } from '../../../functions/receive/receive.ts'
import { schemes } from '../../../functions/receive/signatures/schemes.ts'
import type { WebRequest } from '../../../functions/receive/web-request.ts'
import { cachedSecrets, type Secrets } from '../../../functions/secrets/secrets.ts'
import { type LogFields, silentMeter } from '../../../functions/services.ts'
import { memoryStore } from '../../../functions/store/memory-store.ts'

const start = new Date('2026-11-23T23:59:30.000Z')
const secret = 'not-a-secret-of-ghost'
const blog: SourceConfig = { kind: 'ghost', secrets: ['blog'] }

const openDoor = (values: Record<string, string> = { blog: secret, feed: secret, site: secret }) => {
  let time = start
  const lines: string[] = []
  const note = (message: string, fields: LogFields): void =>
    void lines.push(`${message} ${JSON.stringify(fields)}`)
  const loads: string[] = []
  const now = (): Date => time
  const secrets: Secrets = cachedSecrets(
    async name => {
      loads.push(name)
      return values[name] ?? null
    },
    { now },
  )
  const services: ReceiveServices = {
    inbox: memoryStore({ now }),
    now,
    log: { info: note, warn: note, error: note },
    meter: silentMeter,
    secrets,
    sources: {
      blog,
      feed: { kind: 'websub', secrets: ['feed'], topic: 'https://news.example.org/feed/' },
      site: { kind: 'strapi', secrets: ['site'] },
      lost: { kind: 'ghost', secrets: ['nowhere'] },
      files: { kind: 'file', secrets: [] },
    },
  }
  const keys = async (): Promise<string[]> => (await services.inbox.list('')).keys.map(({ key }) => key)
  return {
    services,
    values,
    lines,
    loads,
    keys,
    wait: (ms: number) => {
      time = new Date(time.getTime() + ms)
    },
  }
}

const body = new TextEncoder().encode('{"post":{"current":{"id":"1"}}}')

const signed = (at = start, key = secret, bytes: Uint8Array = body): WebRequest => ({
  method: 'POST',
  path: '/in/blog',
  query: '',
  ...schemes.ghost.sign({ method: 'POST', path: '/in/blog', body: bytes }, key, {
    now: at,
    source: blog,
    event: 'publish',
  }),
})

describe('who comes to the wrong door', () => {
  test.each<[string, Partial<WebRequest>, number]>([
    ['no such source', { path: '/in/nobody' }, 404],
    ['a source that takes files only', { path: '/in/files' }, 404],
    ['a name of the language itself', { path: '/in/constructor' }, 404],
    ['another path', { path: '/' }, 404],
    ['a path that climbs', { path: '/in/../blog' }, 404],
    ['GET', { method: 'GET' }, 405],
    ['PUT', { method: 'PUT' }, 405],
    ['nothing in it', { body: new Uint8Array() }, 400],
    ['too much in it', { body: new Uint8Array(mostBodyBytes + 1) }, 413],
    ['no signature', { headers: {} }, 401],
    ['a source whose secret is not there', { path: '/in/lost' }, 503],
  ])('%s', async (_, change, status) => {
    const door = openDoor()
    const response = await receive(door.services, { ...signed(), ...change })
    expect(response.status).toBe(status)
    expect(await door.keys()).toEqual([])
  })

  test('405 says what is allowed, 401 says nothing', async () => {
    const door = openDoor()
    expect((await receive(door.services, { ...signed(), method: 'DELETE' })).headers.allow).toBe('POST')
    const stale = await receive(door.services, signed(new Date(start.getTime() - 10 * 60_000)))
    const wrong = await receive(door.services, signed(start, 'another-secret'))
    expect(stale).toEqual(wrong)
  })
})

describe('what is genuine', () => {
  test('lies in the inbox byte for byte, and the answer names it', async () => {
    const door = openDoor()
    const response = await receive(door.services, signed())
    expect(response.status).toBe(202)
    const { delivery } = JSON.parse(response.body)
    expect(await door.keys()).toEqual([`incoming/blog/2026/11/23/${delivery}.json`])
    const stored = await door.services.inbox.read(`incoming/blog/2026/11/23/${delivery}.json`)
    expect(stored?.bytes).toEqual(body)
  })

  test('sent again it has the same id and is stored once', async () => {
    const door = openDoor()
    const first = await receive(door.services, signed())
    door.wait(10_000)
    expect(await receive(door.services, signed())).toEqual(first)
    expect(await door.keys()).toHaveLength(1)
  })

  test('after the window it is refused', async () => {
    const door = openDoor()
    door.wait(6 * 60_000)
    expect((await receive(door.services, signed())).status).toBe(401)
  })

  test('the same body sent later by a CMS that tells no time is another delivery', async () => {
    const door = openDoor()
    const request: WebRequest = {
      method: 'POST',
      path: '/in/site',
      query: '',
      headers: { authorization: `Bearer ${secret}`, 'x-strapi-event': 'entry.publish' },
      body,
    }
    await receive(door.services, request)
    door.wait(60_000)
    await receive(door.services, request)
    const keys = await door.keys()
    expect(keys).toHaveLength(2)
    for (const key of keys)
      expect(key).toMatch(/^incoming\/site\/2026\/11\/2[34]\/[0-9a-f]{32}\.entry-publish\.json$/)
  })

  test('an event’s name cannot leave its place in the key', async () => {
    const door = openDoor()
    const headers = { authorization: `Bearer ${secret}`, 'x-strapi-event': '../../articles/x\u0000.json' }
    await receive(door.services, { method: 'POST', path: '/in/site', query: '', headers, body })
    expect((await door.keys())[0]).toMatch(
      /^incoming\/site\/2026\/11\/23\/[0-9a-f]{32}\.articles-x-json\.json$/,
    )
  })
})

describe('secrets', () => {
  test('while one replaces another, both count; afterwards only the new one', async () => {
    const door = openDoor({ blog: `new-secret-0001\n${secret}` })
    expect((await receive(door.services, signed(start, 'new-secret-0001'))).status).toBe(202)
    expect((await receive(door.services, signed(start, secret))).status).toBe(202)
    door.values.blog = 'new-secret-0001'
    door.wait(20_000)
    await receive(door.services, signed(start, 'wrong'))
    expect((await receive(door.services, signed(start, secret))).status).toBe(401)
  })

  test('are loaded once for many requests, and again at most every 15 seconds when something does not verify', async () => {
    const door = openDoor()
    for (let i = 0; i < 20; i += 1) await receive(door.services, signed())
    expect(door.loads).toEqual(['blog'])
    for (let i = 0; i < 20; i += 1) await receive(door.services, signed(start, 'wrong'))
    expect(door.loads).toEqual(['blog'])
    door.wait(16_000)
    for (let i = 0; i < 20; i += 1) await receive(door.services, signed(start, 'wrong'))
    expect(door.loads).toEqual(['blog', 'blog'])
  })

  test('a new secret counts at once', async () => {
    const door = openDoor()
    await receive(door.services, signed())
    door.values.blog = 'new-secret-0001'
    door.wait(16_000)
    expect((await receive(door.services, signed(start, 'new-secret-0001'))).status).toBe(202)
  })

  test('and signatures and bodies are never in the log', async () => {
    const door = openDoor()
    const request = signed()
    await receive(door.services, request)
    await receive(door.services, signed(start, 'wrong'))
    await receive(door.services, { ...request, path: '/in/lost' })
    const log = door.lines.join('\n')
    expect(door.lines).toHaveLength(3)
    expect(log).not.toContain(secret)
    expect(log).not.toContain(request.headers['x-ghost-signature']?.slice(7, 71))
    expect(log).not.toContain('current')
  })

  test('a store of secrets that is down is an error, so that the CMS tries again; it is not remembered', async () => {
    let isDown = true
    const secrets = cachedSecrets(
      async () => {
        if (isDown) throw new Error('down')
        return secret
      },
      { now: () => start },
    )
    await expect(secrets.read('blog')).rejects.toThrow('down')
    isDown = false
    expect(await secrets.read('blog')).toEqual([secret])
  })
})

describe('WebSub’s question whether we wanted the feed', () => {
  const ask = (query: string): Promise<{ status: number; body: string }> =>
    receive(openDoor().services, {
      method: 'GET',
      path: '/in/feed',
      query,
      headers: {},
      body: new Uint8Array(),
    })
  const topic = encodeURIComponent('https://news.example.org/feed/')

  test('is answered with its challenge', async () => {
    expect(
      await ask(`hub.mode=subscribe&hub.topic=${topic}&hub.challenge=a%3Cb&hub.lease_seconds=864000`),
    ).toMatchObject({ status: 200, body: 'a<b', headers: { 'content-type': 'text/plain; charset=utf-8' } })
  })

  test.each([
    ['another feed', 'hub.mode=subscribe&hub.topic=https%3A%2F%2Fevil.example&hub.challenge=a'],
    ['to unsubscribe, which we do not ask for', `hub.mode=unsubscribe&hub.topic=${topic}&hub.challenge=a`],
    ['without a challenge', `hub.mode=subscribe&hub.topic=${topic}`],
    ['without anything', ''],
  ])('%s is not', async (_, query) => expect((await ask(query)).status).toBe(404))
})

describe('API Gateway', () => {
  const event = (change: Partial<APIGatewayProxyEventV2>): APIGatewayProxyEventV2 => ({
    version: '2.0',
    routeKey: 'POST /in/{source}',
    rawPath: '/in/blog',
    rawQueryString: '',
    headers: Object.fromEntries(
      Object.entries(signed().headers).map(([name, value]) => [name.toUpperCase(), value]),
    ),
    requestContext: {
      accountId: '1',
      apiId: 'a',
      domainName: 'a.example',
      domainPrefix: 'a',
      requestId: 'r',
      routeKey: 'POST /in/{source}',
      stage: '$default',
      time: '',
      timeEpoch: 0,
      http: {
        method: 'POST',
        path: '/in/blog',
        protocol: 'HTTP/1.1',
        sourceIp: '192.0.2.1',
        userAgent: 'Ghost',
      },
    },
    isBase64Encoded: false,
    ...change,
  })

  test.each([
    ['text', { body: new TextDecoder().decode(body) }],
    ['base64', { body: Buffer.from(body).toString('base64'), isBase64Encoded: true }],
  ])('gives the body as %s and headers in any case', async (_, change) => {
    const response = await receive(openDoor().services, requestOfEvent(event(change)))
    expect(eventOfResponse(response)).toMatchObject({ statusCode: 202 })
  })

  test('a body that was not base64 is not taken for it', async () => {
    const response = await receive(
      openDoor().services,
      requestOfEvent(event({ body: Buffer.from(body).toString('base64') })),
    )
    expect(response.status).toBe(401)
  })
})
