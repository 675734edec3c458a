/**
 * Signatures made by the vendors' own kits, or published by them, are genuine.
 */
import { createHmac } from 'node:crypto'
import { signRequest } from '@contentful/node-apps-toolkit'
import { generateWebhookSignature } from '@hygraph/utils'
import { describe, expect, test } from '@jest/globals'
import { signatureHelper } from '@kontent-ai/webhook-helper'
import { encodeSignatureHeader } from '@sanity/webhook'
import { Webhook } from 'standardwebhooks'
import { schemes } from '../../../functions/receive/signatures/schemes.ts'
import { bodyText, now, request, sourceOf, verify } from './signed-requests.ts'
import { secretOf } from './webhook-fixtures.ts'

describe('the vendors’ own kits', () => {
  test('Contentful: @contentful/node-apps-toolkit', () => {
    const secret = secretOf('contentful')
    const canonical = {
      method: 'POST' as const,
      path: '/in/blog',
      headers: { 'X-Contentful-Topic': 'ContentManagement.Entry.publish' },
      body: bodyText,
    }
    const signed = signRequest(secret, canonical, now.getTime())
    const verdict = schemes.contentful.verify(request({ ...canonical.headers, ...signed }), secret, {
      now,
      source: sourceOf('contentful'),
    })
    expect(verdict).toEqual({
      kind: 'genuine',
      event: 'ContentManagement.Entry.publish',
      nonce: String(now.getTime()),
    })
  })

  test('Contentful: a topic that is not signed is not believed', () => {
    const secret = secretOf('contentful')
    const signed = signRequest(
      secret,
      { method: 'POST', path: '/in/blog', headers: {}, body: bodyText },
      now.getTime(),
    )
    const web = request({ ...signed, 'x-contentful-topic': 'ContentManagement.Entry.delete' })
    expect(schemes.contentful.verify(web, secret, { now, source: sourceOf('contentful') })).toMatchObject({
      kind: 'genuine',
      event: null,
    })
  })

  test('Sanity: @sanity/webhook', async () => {
    const header = await encodeSignatureHeader(bodyText, now.getTime(), secretOf('sanity'))
    expect(verify('sanity', request({ 'sanity-webhook-signature': header }))).toBe('genuine')
  })

  test('Standard Webhooks: standardwebhooks', () => {
    const secret = secretOf('standard-webhooks')
    const signature = new Webhook(secret).sign('msg_1', now, bodyText)
    const headers = {
      'webhook-id': 'msg_1',
      'webhook-timestamp': String(now.getTime() / 1000),
      'webhook-signature': `v1,${'A'.repeat(43)}= v1a,eA== ${signature}`,
    }
    expect(verify('standard-webhooks', request(headers))).toBe('genuine')
  })

  test('Standard Webhooks: the vector of the specification’s library', () => {
    const web = request(
      {
        'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
        'webhook-timestamp': '1614265330',
        'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      },
      '{"test": 2432232314}',
    )
    expect(
      verify('standard-webhooks', web, 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', new Date(1_614_265_330_000)),
    ).toBe('genuine')
  })

  test('Hygraph: @hygraph/utils', () => {
    const header: string = generateWebhookSignature({
      rawPayload: bodyText,
      secret: secretOf('hygraph'),
      body: undefined,
    })
    const time = Number(/t=(\d+)/.exec(header)?.[1])
    expect(
      verify('hygraph', request({ 'gcms-signature': header }), secretOf('hygraph'), new Date(time)),
    ).toBe('genuine')
  })

  test('Kontent.ai: @kontent-ai/webhook-helper', () => {
    const signature = signatureHelper.getHashFromString(bodyText, secretOf('kontent-ai'))
    expect(verify('kontent-ai', request({ 'X-Kontent-ai-Signature': signature }))).toBe('genuine')
    expect(verify('kontent-ai', request({ 'X-KC-Signature': signature }))).toBe('genuine')
  })

  test('GitHub: the vector of its documentation', () => {
    const headers = {
      'X-Hub-Signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    }
    expect(verify('github', request(headers, 'Hello, World!'), "It's a Secret to Everybody")).toBe('genuine')
  })
})

describe('what the vendors document', () => {
  test('Ghost signs body and time together', () => {
    const time = now.getTime()
    const hex = createHmac('sha256', secretOf('ghost')).update(`${bodyText}${time}`).digest('hex')
    expect(verify('ghost', request({ 'X-Ghost-Signature': `sha256=${hex}, t=${time}` }))).toBe('genuine')
    const bodyOnly = createHmac('sha256', secretOf('ghost')).update(bodyText).digest('hex')
    expect(verify('ghost', request({ 'X-Ghost-Signature': `sha256=${bodyOnly}, t=${time}` }))).toBe('refused')
  })

  test('Storyblok: SHA-1 over the body, in hex', () => {
    const hex = createHmac('sha1', secretOf('storyblok')).update(bodyText).digest('hex')
    expect(verify('storyblok', request({ 'webhook-signature': hex }))).toBe('genuine')
  })

  test.each(['sha1', 'sha256', 'sha384', 'sha512'])('WebSub with %s', digest => {
    const hex = createHmac(digest, secretOf('websub')).update(bodyText).digest('hex')
    expect(verify('websub', request({ 'X-Hub-Signature': `${digest}=${hex}` }))).toBe('genuine')
    expect(verify('websub', request({ 'X-Hub-Signature': `md5=${hex}` }))).toBe('refused')
  })

  test('WordPress: base64 of WP Webhooks and WooCommerce, or hex after "sha256="', () => {
    const mac = createHmac('sha256', secretOf('wordpress')).update(bodyText)
    const bytes = mac.digest()
    expect(verify('wordpress', request({ 'X-WP-Webhook-Signature': bytes.toString('base64') }))).toBe(
      'genuine',
    )
    expect(verify('wordpress', request({ 'X-WC-Webhook-Signature': bytes.toString('base64') }))).toBe(
      'genuine',
    )
    expect(verify('wordpress', request({ 'X-Hub-Signature-256': `sha256=${bytes.toString('hex')}` }))).toBe(
      'genuine',
    )
    const both = {
      'X-WP-Webhook-Signature': bytes.toString('base64'),
      'X-WC-Webhook-Signature': bytes.toString('base64'),
    }
    expect(verify('wordpress', request(both))).toBe('refused')
  })

  test('DatoCMS: HTTP basic authentication', () => {
    const basic = Buffer.from(secretOf('datocms')).toString('base64')
    expect(verify('datocms', request({ Authorization: `Basic ${basic}` }))).toBe('genuine')
    expect(
      verify(
        'datocms',
        request({ Authorization: `Basic ${Buffer.from('copydesk:wrong').toString('base64')}` }),
      ),
    ).toBe('refused')
  })

  test('a token in a header of the source’s own', () => {
    const source = { ...sourceOf('payload'), tokenHeader: 'X-Payload-Token' }
    const options = { now, source }
    expect(
      schemes.payload.verify(
        request({ 'x-payload-token': secretOf('payload') }),
        secretOf('payload'),
        options,
      ).kind,
    ).toBe('genuine')
    expect(
      schemes.payload.verify(
        request({ authorization: `Bearer ${secretOf('payload')}` }),
        secretOf('payload'),
        options,
      ).kind,
    ).toBe('refused')
  })

  test('Prismic: the secret stands in the body; none there, none configured, is not genuine', () => {
    expect(
      verify('prismic', request({}, JSON.stringify({ type: 'api-update', secret: secretOf('prismic') }))),
    ).toBe('genuine')
    for (const body of [
      '{"secret":null}',
      '{"secret":""}',
      '{}',
      '[]',
      'null',
      'no json',
      '{"secret":["a"]}',
    ]) {
      expect(verify('prismic', request({}, body))).toBe('refused')
    }
  })
})
