/**
 * Signs a body as a CMS would and posts it, to a server on this machine or a deployed one.
 */
import type { SourceConfig, SourceKind } from '../content-schema/source-config.ts'
import { schemes } from '../functions/receive/signatures/schemes.ts'

export interface Webhook {
  readonly url: URL
  readonly kind: Exclude<SourceKind, 'file'>
  readonly source: SourceConfig
  readonly secret: string
  /** "publish", "unpublish", …: for those that say it in a header. */
  readonly event: string
  readonly body: Uint8Array
  readonly now: Date
}

export type Sent =
  | { readonly ok: true; readonly status: number; readonly text: string }
  | { readonly ok: false; readonly cause: string }

export const sendWebhook = async ({
  url,
  kind,
  source,
  secret,
  event,
  body,
  now,
}: Webhook): Promise<Sent> => {
  const request = { method: 'POST', path: url.pathname, body }
  const signed = schemes[kind].sign(request, secret, { now, source, event })
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: signed.headers,
      body: Buffer.from(signed.body),
      redirect: 'manual',
    })
    return { ok: true, status: response.status, text: await response.text() }
  } catch (error) {
    const { message, cause } = error instanceof Error ? error : new Error(String(error))
    return { ok: false, cause: cause instanceof Error ? cause.message : message }
  }
}
