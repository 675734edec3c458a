/**
 * Those that sign time and body together: Sanity, Ghost, Hygraph, Standard Webhooks.
 */
import { genuine, hmac, isFresh, isSame, refused, type Scheme } from './scheme.ts'

/** Sanity keeps a retry's first signature and retries for half an hour. */
const sanityWindowMs = 35 * 60_000

/** sanity-webhook-signature: t=1795167000000,v1=base64url(HMAC-SHA256(`${t}.${body}`)) */
export const sanity: Scheme = {
  verify(request, secret, { now }) {
    const match = request.headers['sanity-webhook-signature']
      ?.trim()
      .match(/^t=(\d{13})[, ] ?v1=([\w-]{43})$/)
    if (!match) return refused('no signature')
    const [, time = '', signature = ''] = match
    if (!isFresh(Number(time), now, sanityWindowMs)) return refused('stale')
    if (!isSame(signature, hmac('sha256', secret, `${time}.`, request.body).toString('base64url')))
      return refused('signature')
    return genuine(request.headers['sanity-operation'] ?? null, request.headers['idempotency-key'] ?? time)
  },
  sign(request, secret, { now, event }) {
    const time = now.getTime()
    const signature = hmac('sha256', secret, `${time}.`, request.body).toString('base64url')
    const operation = operations[event] ?? 'update'
    event === 'publish' ? 'create' : event === 'unpublish' || event === 'archive' ? 'delete' : event
    return {
      headers: {
        'sanity-webhook-signature': `t=${time},v1=${signature}`,
        'sanity-operation': operation,
        ...json,
      },
      body: request.body,
    }
  },
}

const operations: Readonly<Record<string, string>> = {
  publish: 'create',
  unpublish: 'delete',
  delete: 'delete',
  archive: 'delete',
}

const json = { 'content-type': 'application/json' }

/** X-Ghost-Signature: sha256=hex(HMAC-SHA256(`${body}${t}`)), t=1795167000000 */
export const ghost: Scheme = {
  verify(request, secret, { now }) {
    const match = request.headers['x-ghost-signature']?.trim().match(/^sha256=([0-9a-f]{64}), ?t=(\d{13})$/)
    if (!match) return refused('no signature')
    const [, signature = '', time = ''] = match
    if (!isFresh(Number(time), now)) return refused('stale')
    if (!isSame(signature, hmac('sha256', secret, request.body, time).toString('hex')))
      return refused('signature')
    return genuine(null, time)
  },
  sign(request, secret, { now }) {
    const time = String(now.getTime())
    const signature = hmac('sha256', secret, request.body, time).toString('hex')
    return { headers: { 'x-ghost-signature': `sha256=${signature}, t=${time}`, ...json }, body: request.body }
  },
}

/** gcms-signature: sign=base64(HMAC-SHA256(JSON of body, environment and time)), env=master, t=1795167000000 */
export const hygraph: Scheme = {
  verify(request, secret, { now }) {
    const match = request.headers['gcms-signature']
      ?.trim()
      .match(/^sign=([A-Za-z0-9+/]{43}=), env=([\w-]{1,100}), t=(\d{13})$/)
    if (!match) return refused('no signature')
    const [, signature = '', environment = '', time = ''] = match
    if (!isFresh(Number(time), now)) return refused('stale')
    if (!isSame(signature, hygraphSignature(request.body, environment, Number(time), secret)))
      return refused('signature')
    return genuine(null, time)
  },
  sign(request, secret, { now }) {
    const signature = hygraphSignature(request.body, 'master', now.getTime(), secret)
    return {
      headers: { 'gcms-signature': `sign=${signature}, env=master, t=${now.getTime()}`, ...json },
      body: request.body,
    }
  },
}

const hygraphSignature = (body: Uint8Array, environment: string, time: number, secret: string): string =>
  hmac(
    'sha256',
    secret,
    JSON.stringify({ Body: new TextDecoder().decode(body), EnvironmentName: environment, TimeStamp: time }),
  ).toString('base64')

/** webhook-id, webhook-timestamp (seconds), webhook-signature: a list of `v1,base64(HMAC-SHA256(`${id}.${t}.${body}`))` */
export const standardWebhooks: Scheme = {
  verify(request, secret, { now }) {
    const {
      'webhook-id': id = '',
      'webhook-timestamp': time = '',
      'webhook-signature': signatures = '',
    } = request.headers
    if (!/^[\x21-\x2b\x2d-\x7e]{1,200}$/.test(id)) return refused('no id')
    if (!/^\d{10}$/.test(time) || !isFresh(Number(time) * 1000, now)) return refused('stale')
    if (standardKey(secret).length < shortestKey) return refused('the key is no base64, or too short')
    const expected = standardSignature(id, time, request.body, secret)
    // Several signatures are the sender's rotation, parted by blanks; more than a few, or commas between, are not.
    const list = signatures.split(' ')
    if (list.length > 10 || !list.every(one => /^v1a?,[\w+/=-]{1,200}$/.test(one)))
      return refused('no signature')
    const isOne = list.some(one => isSame(one, expected))
    return isOne ? genuine(null, id) : refused('signature')
  },
  sign(request, secret, { now }) {
    const time = String(Math.floor(now.getTime() / 1000))
    const id = `msg_${hmac('sha256', secret, time, request.body).toString('hex').slice(0, 24)}`
    return {
      headers: {
        'webhook-id': id,
        'webhook-timestamp': time,
        'webhook-signature': standardSignature(id, time, request.body, secret),
        ...json,
      },
      body: request.body,
    }
  },
}

/** The secret is "whsec_" and base64 of the key. */
const standardKey = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

/** Bytes. The specification says 24 to 64; what is no base64 decodes to few or none, and anybody could sign with those. */
const shortestKey = 16

const standardSignature = (id: string, time: string, body: Uint8Array, secret: string): string =>
  `v1,${hmac('sha256', standardKey(secret), `${id}.${time}.`, body).toString('base64')}`
