import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Answer, answerRequest, type Request } from '../../../desk/serve/answer-request.ts'
import { chooseCoding } from '../../../desk/serve/content-coding.ts'
import { readRange } from '../../../desk/serve/read-range.ts'
import type { StoredObject } from '../../../functions/store/store.ts'

const body = JSON.stringify({ items: Array.from({ length: 200 }, (_, i) => ({ title: `Story ${i}` })) })
const latest: StoredObject = {
  key: 'feeds/latest.json',
  bytes: new TextEncoder().encode(body),
  etag: '"a1b2"',
  contentType: 'application/json',
  lastModified: '2031-03-04T10:00:00.500Z',
}
const objects = new Map([
  [latest.key, latest],
  ['feeds/places.geojson', { ...latest, key: 'feeds/places.geojson', bytes: new TextEncoder().encode('{}') }],
  ['index/2031-03-04/a.json', { ...latest, key: 'index/2031-03-04/a.json' }],
])

const ask = (
  headers: Request['headers'] = {},
  path = '/feeds/latest.json',
  method = 'GET',
): Promise<Answer> => answerRequest({ method, path, headers }, async key => objects.get(key) ?? null)

describe('answerRequest', () => {
  it('serves a feed with its type, its tag and its lifetime, to any origin', async () => {
    const { status, headers, body: bytes } = await ask()
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'application/feed+json',
      etag: '"a1b2"',
      'cache-control': 'public, max-age=60, stale-while-revalidate=300, stale-if-error=86400',
      'last-modified': 'Tue, 04 Mar 2031 10:00:00 GMT',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      vary: 'Accept-Encoding',
      'content-length': String(body.length),
    })
    expect(new TextDecoder().decode(bytes ?? undefined)).toBe(body)
  })

  it('serves GeoJSON as application/geo+json', async () => {
    expect((await ask({}, '/feeds/places.geojson')).headers['content-type']).toBe('application/geo+json')
  })

  it.each([
    ['gzip', gunzipSync],
    ['br', brotliDecompressSync],
  ] as const)('codes with %s, which makes the tag weak', async (coding, decode) => {
    const { headers, body: bytes } = await ask({ 'accept-encoding': coding })
    expect(headers).toMatchObject({ 'content-encoding': coding, etag: 'W/"a1b2"' })
    expect(decode(bytes ?? new Uint8Array()).toString()).toBe(body)
    expect(headers['content-length']).toBe(String(bytes?.length))
  })

  it('does not code what is too small to gain', async () => {
    expect((await ask({ 'accept-encoding': 'br' }, '/feeds/places.geojson')).headers).not.toHaveProperty(
      'content-encoding',
    )
  })

  it.each([
    ['the tag', { 'if-none-match': '"a1b2"' }],
    ['the weak tag', { 'if-none-match': 'W/"a1b2"' }],
    ['one of several tags', { 'if-none-match': '"zz", "a1b2"' }],
    ['any tag', { 'if-none-match': '*' }],
    ['the date', { 'if-modified-since': 'Tue, 04 Mar 2031 10:00:00 GMT' }],
  ])('answers 304 without a body to %s', async (_, headers) => {
    const answer = await ask(headers)
    expect(answer).toMatchObject({ status: 304, body: null })
    expect(answer.headers.etag).toBe('"a1b2"')
    expect(answer.headers['cache-control']).toContain('max-age=60')
  })

  it.each([
    [
      'another tag, whatever the date',
      { 'if-none-match': '"old"', 'if-modified-since': 'Tue, 04 Mar 2036 10:00:00 GMT' },
    ],
    ['an older date', { 'if-modified-since': 'Tue, 04 Mar 2031 09:59:59 GMT' }],
    ['a date that is none', { 'if-modified-since': 'yesterday' }],
  ])('answers 200 to %s', async (_, headers) => {
    expect((await ask(headers)).status).toBe(200)
  })

  it.each([
    ['bytes=0-9', 0, 10],
    ['bytes=10-', 10, body.length],
    ['bytes=-7', body.length - 7, body.length],
    ['bytes=0-999999', 0, body.length],
  ])('answers 206 to %s, uncoded', async (range, start, end) => {
    const { status, headers, body: bytes } = await ask({ range, 'accept-encoding': 'gzip' })
    expect(status).toBe(206)
    expect(headers).toMatchObject({
      'content-range': `bytes ${start}-${end - 1}/${body.length}`,
      etag: '"a1b2"',
    })
    expect(new TextDecoder().decode(bytes ?? undefined)).toBe(body.slice(start, end))
  })

  it('answers 416 to a range behind the end', async () => {
    const { status, headers } = await ask({ range: `bytes=${body.length}-` })
    expect(status).toBe(416)
    expect(headers['content-range']).toBe(`bytes */${body.length}`)
  })

  it('sends the whole where the reader holds a part of another version', async () => {
    expect((await ask({ range: 'bytes=0-9', 'if-range': '"old"' })).status).toBe(200)
    expect((await ask({ range: 'bytes=0-9', 'if-range': '"a1b2"' })).status).toBe(206)
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const [get, head] = [await ask(), await ask({}, '/feeds/latest.json', 'HEAD')]
    expect(head).toEqual({ ...get, body: null })
  })

  it('lets a page of another origin ask with If-None-Match', async () => {
    const { status, headers } = await ask({ origin: 'https://app.example' }, '/feeds/latest.json', 'OPTIONS')
    expect(status).toBe(204)
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' })
  })

  it.each([
    '/index/2031-03-04/a.json',
    '/feeds/none.json',
    '/',
    '/feeds/../index/2031-03-04/a.json',
    '/%',
    '/feeds/%00',
  ])('has nothing at %s, and says so in JSON', async path => {
    const { status, headers, body: bytes } = await ask({}, path)
    expect(status).toBe(404)
    expect(headers['content-type']).toContain('application/json')
    expect(JSON.parse(new TextDecoder().decode(bytes ?? undefined)).problems[0].code).toBe('not-found')
  })

  it('allows no writing', async () => {
    expect(await ask({}, '/feeds/latest.json', 'PUT')).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD, OPTIONS' },
    })
  })

  it('survives any header', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), fc.string(), async (range, accepted, tag) => {
        const { status } = await ask({ range, 'accept-encoding': accepted, 'if-none-match': tag })
        expect([200, 206, 304, 416]).toContain(status)
      }),
    )
  })
})

describe('chooseCoding', () => {
  it.each([
    ['', null],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['br;q=0.2, gzip;q=0.8', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['identity', null],
    ['gzip;q=0', null],
  ])('of "%s" is %s', (header, coding) => {
    expect(chooseCoding(header)).toBe(coding)
  })
})

describe('readRange', () => {
  it('lies inside the document, or is none', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(50)), fc.option(fc.nat(50)), fc.nat(40), (first, last, length) => {
        const range = readRange(`bytes=${first ?? ''}-${last ?? ''}`, length)
        if (range === null || range === 'unsatisfiable') return
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.start).toBeLessThan(range.end)
        expect(range.end).toBeLessThanOrEqual(length)
      }),
    )
  })

  it.each([undefined, 'bytes=', 'bytes=a-b', 'bytes=5-2', 'bytes=0-1,4-5', 'lines=0-4'])(
    'of %s is the whole',
    header => {
      expect(readRange(header, 10)).toBeNull()
    },
  )
})
