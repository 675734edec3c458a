/**
 * Those that sign the body and nothing else: Storyblok, Kontent.ai, GitHub, WordPress' plugins, WebSub. No time is
 * signed, so that a request once seen could be sent again; it would bring the same revision, which changes nothing.
 */
import { type Digest, genuine, hmac, isSame, refused, type Scheme } from './scheme.ts'

const json = { 'content-type': 'application/json' }

/** webhook-signature: hex(HMAC-SHA1(body)) */
export const storyblok: Scheme = {
  verify(request, secret) {
    const signature = request.headers['webhook-signature'] ?? ''
    if (!/^[0-9a-f]{40}$/.test(signature)) return refused('no signature')
    return isSame(signature, hmac('sha1', secret, request.body).toString('hex'))
      ? genuine(null, null)
      : refused('signature')
  },
  sign: (request, secret) => ({
    headers: { 'webhook-signature': hmac('sha1', secret, request.body).toString('hex'), ...json },
    body: request.body,
  }),
}

/** X-Kontent-ai-Signature, before 2024 X-KC-Signature: base64(HMAC-SHA256(body)) */
export const kontentAi: Scheme = {
  verify(request, secret) {
    const given = [request.headers['x-kontent-ai-signature'], request.headers['x-kc-signature']].filter(
      one => one !== undefined,
    )
    const [signature = ''] = given
    if (given.length !== 1 || !/^[A-Za-z0-9+/]{43}=$/.test(signature)) return refused('no signature')
    return isSame(signature, hmac('sha256', secret, request.body).toString('base64'))
      ? genuine(null, null)
      : refused('signature')
  },
  sign: (request, secret) => ({
    headers: { 'x-kontent-ai-signature': hmac('sha256', secret, request.body).toString('base64'), ...json },
    body: request.body,
  }),
}

/** X-Hub-Signature-256: sha256=hex(HMAC-SHA256(body)); a ping is answered and not stored. */
export const github: Scheme = {
  verify(request, secret) {
    const signature = request.headers['x-hub-signature-256'] ?? ''
    if (!/^sha256=[0-9a-f]{64}$/.test(signature)) return refused('no signature')
    if (!isSame(signature, hubSignature('sha256', request.body, secret))) return refused('signature')
    const event = request.headers['x-github-event'] ?? null
    if (event === 'ping') return { kind: 'handshake', answer: 'pong' }
    return genuine(event, request.headers['x-github-delivery'] ?? null)
  },
  sign: (request, secret, { now, event }) => ({
    headers: {
      'x-hub-signature-256': hubSignature('sha256', request.body, secret),
      'x-github-event': event === 'ping' ? 'ping' : 'push',
      'x-github-delivery': `local-${now.getTime()}`,
      ...json,
    },
    body: request.body,
  }),
}

const hubSignature = (digest: Digest, body: Uint8Array, secret: string): string =>
  `${digest}=${hmac(digest, secret, body).toString('hex')}`

/**
 * WordPress signs nothing by itself; its plugins agree on HMAC-SHA256 of the body, in one of these headers: base64
 * (WP Webhooks, WooCommerce) or "sha256=" and hex.
 */
export const wordpress: Scheme = {
  verify(request, secret) {
    const given = wordpressHeaders.map(name => request.headers[name]).filter(one => one !== undefined)
    const [signature = ''] = given
    if (given.length !== 1) return refused('no signature')
    const mac = hmac('sha256', secret, request.body)
    const expected = signature.startsWith('sha256=')
      ? `sha256=${mac.toString('hex')}`
      : mac.toString('base64')
    if (!isSame(signature, expected)) return refused('signature')
    const {
      'x-wc-webhook-delivery-id': delivery,
      'x-wc-webhook-topic': topic,
      'x-wp-webhook-name': name,
    } = request.headers
    return genuine(topic ?? name ?? null, delivery ?? null)
  },
  sign: (request, secret) => ({
    headers: { 'x-wp-webhook-signature': hmac('sha256', secret, request.body).toString('base64'), ...json },
    body: request.body,
  }),
}

const wordpressHeaders = ['x-wp-webhook-signature', 'x-wc-webhook-signature', 'x-hub-signature-256']

/** X-Hub-Signature: sha1=…, sha256=…, sha384=… or sha512=…, as the hub chooses. */
export const websub: Scheme = {
  verify(request, secret) {
    const match = request.headers['x-hub-signature']?.match(
      /^(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})$/,
    )
    const digest = digests.find(one => one === match?.[1])
    if (match?.[0] === undefined || digest === undefined) return refused('no signature')
    return isSame(match[0], hubSignature(digest, request.body, secret))
      ? genuine(null, null)
      : refused('signature')
  },
  sign: (request, secret) => ({
    headers: {
      'x-hub-signature': hubSignature('sha256', request.body, secret),
      'content-type': 'application/rss+xml',
    },
    body: request.body,
  }),
}

const digests = ['sha1', 'sha256', 'sha384', 'sha512'] as const
