/**
 * The door for webhooks: POST /in/{source}. It verifies the bytes as they came, stores them under incoming/, answers
 * 202 with the delivery's id, and does nothing else: reading them is ingest's work.
 *
 *   202 { "delivery": "3f2a…" } · 401 not genuine (it does not say why) · 404 no such source · 405 · 413
 */
import { createHash } from 'node:crypto'
import type { SourceConfig, SourceConfigs } from '../../content-schema/source-config.ts'
import { incomingKey } from '../keys.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { Services } from '../services.ts'
import { refused, type Verdict } from './signatures/scheme.ts'
import { schemes } from './signatures/schemes.ts'
import { withoutSecret } from './signatures/shared-secret.ts'
import { jsonResponse, type WebRequest, type WebResponse } from './web-request.ts'

export interface ReceiveServices extends Pick<Services, 'inbox' | 'now' | 'log' | 'meter'> {
  readonly sources: SourceConfigs
  readonly secrets: Secrets
}

/** Lambda takes requests of 6 MB, of which base64 takes a third. An article of this size is a book; upload that. */
export const mostBodyBytes = 4_000_000

export const receive = async (services: ReceiveServices, request: WebRequest): Promise<WebResponse> => {
  const name = /^\/in\/([a-z0-9][a-z0-9-]{0,63})$/.exec(request.path)?.[1] ?? ''
  const source = Object.hasOwn(services.sources, name) ? services.sources[name] : undefined
  if (source === undefined || source.kind === 'file') return jsonResponse(404, { error: 'not found' })
  if (request.method === 'GET' && source.kind === 'websub') return confirmSubscription(request, source)
  if (request.method !== 'POST') return jsonResponse(405, { error: 'method not allowed' }, { allow: 'POST' })
  if (request.body.length > mostBodyBytes)
    return jsonResponse(413, { error: 'too large', mostBytes: mostBodyBytes })
  if (request.body.length === 0) return jsonResponse(400, { error: 'empty body' })
  const found = await verify(services, request, source)
  if (found === null) {
    services.log.error('secret missing', { stage: 'receive', source: name, secrets: source.secrets })
    return jsonResponse(503, { error: 'not ready' }, { 'retry-after': '60' })
  }
  return answer(services, { name, source, request, ...found })
}

interface Verified {
  readonly verdict: Verdict
  readonly secret: string
}

/** With each active secret; once more with fresh ones, since they may just have been replaced. Null: there is none. */
const verify = async (
  services: ReceiveServices,
  request: WebRequest,
  source: SourceConfig,
): Promise<Verified | null> => {
  let last: Verified | null = null
  for (const fresh of [false, true]) {
    const lists = await Promise.all(source.secrets.map(name => services.secrets.read(name, { fresh })))
    for (const secret of lists.flat()) {
      last = { secret, verdict: verdictOn(request, secret, services.now(), source) }
      if (last.verdict.kind !== 'refused') return last
    }
  }
  return last
}

const verdictOn = (request: WebRequest, secret: string, now: Date, source: SourceConfig): Verdict =>
  source.kind === 'file'
    ? refused('no webhook')
    : schemes[source.kind].verify(request, secret, { now, source })

interface Arrival extends Verified {
  readonly name: string
  readonly source: SourceConfig
  readonly request: WebRequest
}

const answer = async (services: ReceiveServices, arrival: Arrival): Promise<WebResponse> => {
  const { verdict, name } = arrival
  switch (verdict.kind) {
    case 'refused':
      services.meter.count('WebhooksRefused')
      services.log.warn('refused', { stage: 'receive', source: name, reason: verdict.reason })
      return jsonResponse(401, { error: 'unauthorized' })
    case 'handshake':
      return jsonResponse(200, { ok: true, answer: verdict.answer })
    case 'genuine':
      return store(services, arrival, verdict)
    default: {
      const never: never = verdict
      return never
    }
  }
}

const store = async (
  { inbox, now, log, meter }: ReceiveServices,
  { name, source, request, secret }: Arrival,
  { event, nonce }: Extract<Verdict, { kind: 'genuine' }>,
): Promise<WebResponse> => {
  const at = now()
  const bytes = source.kind === 'prismic' ? withoutSecret(request.body, secret) : request.body
  const delivery = deliveryId([name, event ?? '', nonce ?? at.toISOString()], request.body)
  const ending = source.kind === 'websub' ? 'xml' : 'json'
  const key = incomingKey(
    name,
    at,
    [delivery, eventName(event), ending].filter(part => part !== null).join('.'),
  )
  const contentType =
    /^[\x20-\x7e]{1,200}$/.exec(request.headers['content-type'] ?? '')?.[0] ?? 'application/json'
  // Where it lies already, it came before: the answer is the same, and nothing happens twice.
  const { kind } = await inbox.write(key, bytes, { contentType, condition: { kind: 'absent' } })
  meter.count('WebhooksAccepted')
  log.info('received', {
    stage: 'receive',
    source: name,
    delivery,
    repeated: kind === 'conflict',
    bytes: bytes.length,
  })
  return jsonResponse(202, { delivery })
}

/** The same delivery sent again has the same id, as far as its CMS tells deliveries apart. */
const deliveryId = (about: readonly string[], body: Uint8Array): string =>
  createHash('sha256').update(JSON.stringify(about)).update(body).digest('hex').slice(0, 32)

/** "ContentManagement.Entry.publish" -> "contentmanagement-entry-publish": what the reader needs of the headers. */
export const eventName = (event: string | null): string | null => {
  const safe = (event ?? '')
    .toLowerCase()
    .slice(0, 60)
    .replace(/[^a-z0-9_]+/g, '-')
  return safe.replace(/^-|-$/g, '') || null
}

/** WebSub: the hub asks whether we wanted this feed, and gets its challenge back if so. */
const confirmSubscription = (request: WebRequest, source: SourceConfig): WebResponse => {
  const query = new URLSearchParams(request.query)
  const challenge = query.get('hub.challenge') ?? ''
  const isOurs = query.get('hub.topic') === source.topic && source.topic !== undefined
  const mode = query.get('hub.mode')
  if (!isOurs || mode !== 'subscribe' || challenge === '' || challenge.length > 1_000)
    return jsonResponse(404, { error: 'not found' })
  return {
    status: 200,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
    body: challenge,
  }
}
