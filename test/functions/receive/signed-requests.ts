/**
 * Requests that carry a signature, as the tests of signatures make and try them.
 */
import type { SourceConfig } from '../../../content-schema/source-config.ts'
import type { Verdict } from '../../../functions/receive/signatures/scheme.ts'
import { schemes } from '../../../functions/receive/signatures/schemes.ts'
import type { WebRequest } from '../../../functions/receive/web-request.ts'
import { fixtureSources, secretOf, type WebhookKind } from './webhook-fixtures.ts'

export const now = new Date('2026-11-23T10:00:00.000Z')
export const bodyText = '{"title":"Fähre — “zurück”","secret":"PLACEHOLDER"}'
const sources = fixtureSources()

export const sourceOf = (kind: WebhookKind): SourceConfig => {
  const source = sources[kind]
  if (source === undefined) throw new Error(kind)
  return source
}

export const request = (
  headers: Readonly<Record<string, string>>,
  body = bodyText,
  path = '/in/blog',
): WebRequest => ({
  method: 'POST',
  path,
  query: '',
  headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
  body: new TextEncoder().encode(body),
})

/** `at` is the moment of arrival. */
export const verify = (
  kind: WebhookKind,
  web: WebRequest,
  secret = secretOf(kind),
  at = now,
): Verdict['kind'] => schemes[kind].verify(web, secret, { now: at, source: sourceOf(kind) }).kind
