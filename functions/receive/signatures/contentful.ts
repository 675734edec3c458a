/**
 * Contentful signs method, path, the headers that it names, and the body; the time is among the headers.
 */
import { escape as escapeQuery } from 'node:querystring'
import type { WebRequest } from '../web-request.ts'
import { genuine, hmac, isFresh, isSame, refused, type Scheme } from './scheme.ts'

const verbs = ['create', 'save', 'auto_save', 'publish', 'unpublish', 'archive', 'unarchive', 'delete']

export const contentful: Scheme = {
  verify(request, secret, { now }) {
    const signature = request.headers['x-contentful-signature'] ?? ''
    const names = (request.headers['x-contentful-signed-headers'] ?? '').split(',')
    if (!/^[0-9a-f]{64}$/.test(signature)) return refused('no signature')
    if (!names.includes('x-contentful-signed-headers') || !names.includes('x-contentful-timestamp'))
      return refused('time is not signed')
    const time = request.headers['x-contentful-timestamp'] ?? ''
    if (!/^\d{13}$/.test(time) || !isFresh(Number(time), now)) return refused('stale')
    const headers: [string, string][] = []
    for (const name of names) {
      const value = request.headers[name]
      if (value === undefined) return refused('a signed header is missing')
      headers.push([name, value])
    }
    if (!isSame(signature, signatureOf(request, headers, secret))) return refused('signature')
    // A topic that is not signed may be anybody's.
    const topic = names.includes('x-contentful-topic')
      ? (request.headers['x-contentful-topic'] ?? null)
      : null
    return genuine(topic, time)
  },
  sign(request, secret, { now, event }) {
    const verb = event === 'draft' ? 'save' : verbs.includes(event) ? event : 'publish'
    const given = {
      'x-contentful-topic': `ContentManagement.Entry.${verb}`,
      'x-contentful-timestamp': String(now.getTime()),
    }
    const names = [...Object.keys(given), 'x-contentful-signed-headers'].sort()
    const headers: Record<string, string> = { ...given, 'x-contentful-signed-headers': names.join(',') }
    const signature = signatureOf({ query: '', headers: {}, ...request }, Object.entries(headers), secret)
    return {
      headers: {
        ...headers,
        'x-contentful-signature': signature,
        'content-type': 'application/vnd.contentful.management.v1+json',
      },
      body: request.body,
    }
  },
}

const signatureOf = (request: WebRequest, headers: readonly [string, string][], secret: string): string => {
  const sorted = [...headers]
    .sort(([a], [b]) => (a > b ? 1 : -1))
    .map(([name, value]) => `${name}:${value.trim()}`)
  const path = request.query === '' ? request.path : `${request.path}?${escapeQuery(request.query)}`
  return hmac(
    'sha256',
    secret,
    `${request.method}\n${encoded(path)}\n${sorted.join(';')}\n`,
    request.body,
  ).toString('hex')
}

/** encodeURI throws on half of a surrogate pair, which no honest path has. */
const encoded = (path: string): string => encodeURI(path.replace(/\p{Surrogate}/gu, ''))
