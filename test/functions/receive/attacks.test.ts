/**
 * What is changed by a hair, comes late or is signed for another is refused, whatever the scheme.
 */
import { createHmac } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { schemes } from '../../../functions/receive/signatures/schemes.ts'
import type { WebRequest } from '../../../functions/receive/web-request.ts'
import { bodyText, now, request, sourceOf, verify } from './signed-requests.ts'
import { secretOf, type WebhookKind, webhookKinds } from './webhook-fixtures.ts'

/** Headers that prove something, with what proves it changed. */
const isProof = (name: string): boolean =>
  /signature|authorization|signed-headers|timestamp|^webhook-id$/.test(name)

const timed: readonly WebhookKind[] = ['contentful', 'sanity', 'ghost', 'hygraph', 'standard-webhooks']

describe.each(webhookKinds)('attacks on %s', kind => {
  const source = sourceOf(kind)
  const body = new TextEncoder().encode(bodyText)
  const signed = schemes[kind].sign({ method: 'POST', path: '/in/blog', body }, secretOf(kind), {
    now,
    source,
    event: 'publish',
  })
  const web: WebRequest = { method: 'POST', path: '/in/blog', query: '', ...signed }
  const proofs = Object.keys(signed.headers).filter(isProof)
  const signsNothing = ['strapi', 'directus', 'payload', 'datocms', 'token', 'prismic'].includes(kind)

  test('unchanged it is genuine', () => expect(verify(kind, web)).toBe('genuine'))

  test('another secret', () => {
    expect(verify(kind, web, secretOf(kind).replace(/[a-m]/, 'z'))).toBe('refused')
    expect(verify(kind, web, secretOf(kind === 'ghost' ? 'sanity' : 'ghost'))).toBe('refused')
  })

  test('any flipped bit of a body that is signed', () => {
    if (signsNothing)
      return expect(
        verify(kind, {
          ...web,
          body: new TextEncoder().encode(
            kind === 'prismic' ? new TextDecoder().decode(web.body).replace(secretOf('prismic'), 'x') : '{}',
          ),
        }),
      ).toBe(kind === 'prismic' ? 'refused' : 'genuine')
    for (let i = 0; i < web.body.length; i += 3) {
      const changed = web.body.slice()
      changed[i] = (changed[i] ?? 0) ^ 1
      expect(verify(kind, { ...web, body: changed })).toBe('refused')
    }
    expect(verify(kind, { ...web, body: web.body.slice(0, -1) })).toBe('refused')
    expect(verify(kind, { ...web, body: Buffer.concat([web.body, Buffer.from(' ')]) })).toBe('refused')
  })

  test.each(proofs.length > 0 ? proofs : ['content-type'])(
    'header %s left out, doubled, emptied, changed',
    name => {
      if (proofs.length === 0) return expect(kind).toBe('prismic')
      const { [name]: value = '', ...others } = web.headers
      for (const headers of [
        others,
        { ...others, [name]: '' },
        { ...others, [name]: `${value},${value}` },
        { ...others, [name]: `${value}, ${value}` },
        { ...others, [name]: `x${value}` },
        { ...others, [name]: value.slice(0, -2) },
      ]) {
        expect(verify(kind, { ...web, headers })).toBe('refused')
      }
    },
  )

  test('a stale or future time', () => {
    for (const minutes of [-36, 36, 24 * 60]) {
      const at = new Date(now.getTime() + minutes * 60_000)
      expect(verify(kind, web, secretOf(kind), at)).toBe(timed.includes(kind) ? 'refused' : 'genuine')
    }
  })

  test('nothing at all', () => {
    expect(verify(kind, { ...web, headers: {} })).toBe(kind === 'prismic' ? 'genuine' : 'refused')
    expect(verify(kind, { ...web, headers: {}, body: new Uint8Array() })).toBe('refused')
  })
})

test('Contentful: another path or method is another request', () => {
  const source = sourceOf('contentful')
  const signed = schemes.contentful.sign(
    { method: 'POST', path: '/in/blog', body: new TextEncoder().encode('{}') },
    secretOf('contentful'),
    { now, source, event: 'publish' },
  )
  expect(verify('contentful', { method: 'POST', path: '/in/blog', query: '', ...signed })).toBe('genuine')
  expect(verify('contentful', { method: 'POST', path: '/in/wire', query: '', ...signed })).toBe('refused')
  expect(verify('contentful', { method: 'PUT', path: '/in/blog', query: '', ...signed })).toBe('refused')
})

test('Standard Webhooks: a secret that is no base64 lets nobody in', () => {
  const empty = createHmac('sha256', '')
    .update(`msg_1.${now.getTime() / 1000}.{}`)
    .digest('base64')
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(now.getTime() / 1000),
    'webhook-signature': `v1,${empty}`,
  }
  expect(verify('standard-webhooks', request(headers, '{}'), '!!!!')).toBe('refused')
})
