/**
 * Those that sign nothing and only show that they know a secret: a fixed header (Strapi, Directus, Payload, DatoCMS,
 * whoever else), or a field of the body (Prismic). Whoever sees one request can send any other, so all hangs on TLS
 * and on replacing the secret now and then.
 */
import type { WebRequest } from '../web-request.ts'
import { genuine, isSame, refused, type Scheme } from './scheme.ts'

/** Authorization: Bearer SECRET, Authorization: Basic base64(SECRET), or the source's own header: SECRET */
export const fixedToken: Scheme = {
  verify(request, secret, { source }) {
    const given = request.headers[(source.tokenHeader ?? 'authorization').toLowerCase()]
    if (given === undefined || given === '') return refused('no token')
    const expected = /^Basic /i.test(given)
      ? `Basic ${Buffer.from(secret).toString('base64')}`
      : /^Bearer /i.test(given)
        ? `Bearer ${secret}`
        : secret
    if (!isSame(given.replace(/^basic /i, 'Basic ').replace(/^bearer /i, 'Bearer '), expected))
      return refused('token')
    return genuine(request.headers['x-strapi-event'] ?? request.headers['x-event'] ?? null, null)
  },
  sign(request, secret, { source, event }) {
    const name = (source.tokenHeader ?? 'authorization').toLowerCase()
    const basic = source.kind === 'datocms' && secret.includes(':')
    const value = basic
      ? `Basic ${Buffer.from(secret).toString('base64')}`
      : name === 'authorization'
        ? `Bearer ${secret}`
        : secret
    const strapiEvent: Record<string, string> =
      source.kind === 'strapi' ? { 'x-strapi-event': `entry.${event}` } : {}
    return {
      headers: { [name]: value, ...strapiEvent, 'content-type': 'application/json' },
      body: request.body,
    }
  },
}

/** { "type": "api-update", "secret": "SECRET", … }; a test is answered and not stored. */
export const prismic: Scheme = {
  verify(request, secret) {
    const body = parse(request)
    if (body === null || typeof body.secret !== 'string' || body.secret === '') return refused('no secret')
    if (!isSame(body.secret, secret)) return refused('secret')
    if (body.type === 'test-trigger') return { kind: 'handshake', answer: 'test received' }
    return genuine(null, typeof body.masterRef === 'string' ? body.masterRef : null)
  },
  sign(request, secret) {
    const body = parse(request) ?? {}
    return {
      headers: { 'content-type': 'application/json' },
      body: new TextEncoder().encode(JSON.stringify({ ...body, secret })),
    }
  },
}

const parse = (request: Pick<WebRequest, 'body'>): Record<string, unknown> | null => {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(request.body))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null // no JSON
  }
}

/** The body as it may be kept: a secret that stands in it is struck out. */
export const withoutSecret = (body: Uint8Array, secret: string): Uint8Array => {
  const text = new TextDecoder().decode(body)
  return new TextEncoder().encode(text.replaceAll(JSON.stringify(secret), '"(struck out)"'))
}
