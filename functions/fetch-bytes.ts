/**
 * Fetches one article from a CMS's delivery API: bounded in time and size, tried again where the world and not the
 * question was wrong, and never led to another host.
 *
 *   200 -> bytes · 404, 410 -> null · 401, 403, other 4xx -> FetchRefused · 429, 5xx, no answer -> again, then throws
 */
import type { FetchConfig } from '../content-schema/source-config.ts'

export interface FetchOptions {
  readonly token: string | null
  readonly mostBytes: number
  /** Between two tries; tests do not wait. */
  readonly wait: (milliseconds: number) => Promise<void>
  readonly timeoutMs?: number
}

/** The CMS will not answer this question, however often it is asked: a setting is wrong. */
export class FetchRefused extends Error {}

const mostTries = 4
const longestWaitMs = 4_000

export const fetchBytes = async (
  config: FetchConfig,
  params: Readonly<Record<string, string>>,
  options: FetchOptions,
): Promise<Uint8Array | null> => {
  const url = addressFor(config, params, options.token)
  const headers = headersFor(config, options.token)
  let cause: unknown = null
  for (let tries = 1; tries <= mostTries; tries++) {
    const answer = await fetchOnce(url, headers, options).catch((error: unknown) => {
      if (error instanceof FetchRefused) throw error
      return { kind: 'again' as const, afterMs: null, cause: error }
    })
    if (answer.kind === 'bytes') return answer.bytes
    if (answer.kind === 'gone') return null
    cause = answer.cause
    if (tries < mostTries)
      await options.wait(Math.min(answer.afterMs ?? 250 * 4 ** (tries - 1), longestWaitMs))
  }
  throw new Error(`${new URL(url).host} gave no answer in ${mostTries} tries`, { cause })
}

type Answer =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'gone' }
  | { readonly kind: 'again'; readonly afterMs: number | null; readonly cause: unknown }

const fetchOnce = async (
  url: string,
  headers: Record<string, string>,
  { mostBytes, timeoutMs = 8_000 }: FetchOptions,
): Promise<Answer> => {
  const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
  const { status } = response
  if (status === 200) return { kind: 'bytes', bytes: await readBounded(response, mostBytes) }
  await response.body?.cancel()
  if (status === 404 || status === 410) return { kind: 'gone' }
  if (status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? 'none')
    return {
      kind: 'again',
      afterMs: Number.isFinite(seconds) ? seconds * 1000 : null,
      cause: new Error(`status ${status}`),
    }
  }
  const why =
    status >= 300 && status < 400
      ? 'it leads elsewhere, which is not followed; set the last address'
      : 'check the address and the token'
  throw new FetchRefused(`${new URL(url).host} answered ${status}: ${why}.`)
}

const readBounded = async (response: Response, mostBytes: number): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of response.body ?? []) {
    length += piece.length
    if (length > mostBytes)
      throw new FetchRefused(`The answer has more than ${mostBytes} bytes; one article is far smaller.`)
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}

/** What an event tells is put into the path and query only, and encoded: it cannot choose the host. */
export const addressFor = (
  config: FetchConfig,
  params: Readonly<Record<string, string>>,
  token: string | null,
): string => {
  const values: Readonly<Record<string, string>> = { ...params, ...(token === null ? {} : { token }) }
  return config.url.replace(/\{(\w{1,40})\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined)
      throw new FetchRefused(
        `The address of "fetch" names {${name}}, which the event does not tell; it tells ${Object.keys(params)
          .map(known => `{${known}}`)
          .join(', ')}.`,
      )
    const segments = value.split('/').filter(segment => segment !== '.' && segment !== '..')
    return segments.map(encodeURIComponent).join('/')
  })
}

const headersFor = (config: FetchConfig, token: string | null): Record<string, string> => {
  // Kontent.ai: without it, the CDN may answer with what was there before the event.
  const headers: Record<string, string> = {
    accept: '*/*',
    'user-agent': 'copydesk',
    'x-kc-wait-for-loading-new-content': 'true',
  }
  if (token === null || config.url.includes('{token}')) return headers
  if (config.tokenHeader === undefined) return { ...headers, authorization: `Bearer ${token}` }
  return { ...headers, [config.tokenHeader.toLowerCase()]: token }
}
