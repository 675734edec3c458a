/**
 * How a CMS proves that a request is its own. Signing and verifying stand in one file each, so that they cannot drift;
 * the tests hold both against the vendors' own kits.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { SourceConfig } from '../../../content-schema/source-config.ts'
import type { WebRequest } from '../web-request.ts'

export interface VerifyOptions {
  readonly now: Date
  readonly source: SourceConfig
}

export type Verdict =
  | {
      readonly kind: 'genuine'
      /** What happened, where a header says it. */
      readonly event: string | null
      /** What tells this delivery from the next: the vendor's id of it, or the signed time. Null where there is none. */
      readonly nonce: string | null
    }
  /** The CMS only asks whether somebody is there: answered, not stored. */
  | { readonly kind: 'handshake'; readonly answer: string }
  /** The reason is for the log, never for the answer. */
  | { readonly kind: 'refused'; readonly reason: string }

export interface SignOptions {
  readonly now: Date
  readonly source: SourceConfig
  /** "publish", "update", "unpublish", …: for those that say it in a header. */
  readonly event: string
}

export interface Signed {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

export interface Scheme {
  verify(request: WebRequest, secret: string, options: VerifyOptions): Verdict
  /** What the CMS would send. */
  sign(request: Pick<WebRequest, 'method' | 'path' | 'body'>, secret: string, options: SignOptions): Signed
}

/** A retry is signed anew by most; clocks differ by less. */
export const replayWindowMs = 5 * 60_000

export const refused = (reason: string): Verdict => ({ kind: 'refused', reason })

export const genuine = (event: string | null, nonce: string | null): Verdict => ({
  kind: 'genuine',
  event,
  nonce,
})

export const isFresh = (milliseconds: number, now: Date, windowMs = replayWindowMs): boolean =>
  Number.isFinite(milliseconds) && Math.abs(now.getTime() - milliseconds) <= windowMs

export type Digest = 'sha1' | 'sha256' | 'sha384' | 'sha512'

export const hmac = (
  digest: Digest,
  secret: string | Uint8Array,
  ...pieces: (string | Uint8Array)[]
): Buffer => {
  const mac = createHmac(digest, secret)
  for (const piece of pieces) mac.update(piece)
  return mac.digest()
}

/** In constant time, whatever the lengths: what is compared are digests. */
export const isSame = (given: string | Uint8Array, expected: string | Uint8Array): boolean =>
  timingSafeEqual(createHash('sha256').update(given).digest(), createHash('sha256').update(expected).digest())
