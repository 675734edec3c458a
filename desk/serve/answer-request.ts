/**
 * The content store over HTTP, as the deployment serves it: entity tags, 304, ranges, gzip and brotli, CORS, types and
 * lifetimes. A function from a request to an answer; node:http is only around it (serve-content.ts).
 *
 *   GET /feeds/latest.json  If-None-Match: "a1"   -> 304
 *   GET /feeds/latest.json  Range: bytes=0-99     -> 206, the first hundred bytes
 *
 * Not here: TLS, an edge that caches, several ranges in one answer (S3 has none either).
 */
import type { StoredObject } from '../../functions/store/store.ts'
import { chooseCoding, encode, isWorthEncoding } from './content-coding.ts'
import { readRange } from './read-range.ts'
import { servedCacheControl, servedContentType } from './served-as.ts'

export interface Request {
  readonly method: string
  /** Path without the query. */
  readonly path: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array | null
}

export type ReadObject = (key: string) => Promise<StoredObject | null>

/** What may be fetched: the index and the pipeline's own marks may not. */
const publicPrefixes = ['articles/', 'feeds/', 'schema/', 'preview/']

const corsHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'ETag, Last-Modified, Content-Length',
}
const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}
/** Documents are no pages: nothing in them may run or be framed. */
const documentHeaders = {
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

export const answerRequest = async (request: Request, read: ReadObject): Promise<Answer> => {
  const { method } = request
  if (method === 'OPTIONS') return preflight()
  if (method !== 'GET' && method !== 'HEAD')
    return problem(405, `${method} is not allowed: GET, HEAD or OPTIONS`)
  const key = keyOf(request.path)
  const isPublic = key !== null && publicPrefixes.some(prefix => key.startsWith(prefix))
  const object = isPublic ? await read(key) : null
  const answer =
    object === null
      ? problem(404, 'There is no such document. See /feeds/index.json for what is here.')
      : answerWith(object, request)
  return method === 'HEAD' ? { ...answer, body: null } : answer
}

const answerWith = (object: StoredObject, { headers }: Request): Answer => {
  const { bytes, key, lastModified } = object
  const tag = quoted(object.etag)
  const contentType = servedContentType(key, object.contentType)
  const common = {
    ...corsHeaders,
    ...securityHeaders,
    ...(key.startsWith('preview/') ? {} : documentHeaders),
    'cache-control': servedCacheControl(key),
    'last-modified': new Date(lastModified).toUTCString(),
    vary: 'Accept-Encoding',
  }
  const isEncodable = isWorthEncoding(contentType, bytes.length)
  const coding = isEncodable ? chooseCoding(headers['accept-encoding'] ?? '') : null
  const range = readRange(headers.range, bytes.length)
  // An edge that compresses makes a tag weak: the bytes differ, the content does not.
  const etag = coding !== null && range === null ? `W/${tag}` : tag
  if (isUnchanged(headers, tag, lastModified))
    return { status: 304, headers: { ...common, etag }, body: null }
  const typed = { ...common, etag, 'content-type': contentType, 'accept-ranges': 'bytes' }
  if (range !== null && isRangeWanted(headers['if-range'], tag, lastModified)) {
    if (range === 'unsatisfiable') {
      return {
        ...problem(416, 'The range lies outside the document.', {
          'content-range': `bytes */${bytes.length}`,
        }),
      }
    }
    const part = bytes.subarray(range.start, range.end)
    const contentRange = `bytes ${range.start}-${range.end - 1}/${bytes.length}`
    return sized(206, { ...typed, etag: tag, 'content-range': contentRange }, part)
  }
  if (coding === null) return sized(200, { ...typed, etag: tag }, bytes)
  return sized(
    200,
    { ...typed, etag: `W/${tag}`, 'content-encoding': coding },
    encode(bytes, coding, `${key} ${object.etag}`),
  )
}

const sized = (status: number, headers: Answer['headers'], body: Uint8Array): Answer => ({
  status,
  headers: { ...headers, 'content-length': String(body.length) },
  body,
})

const preflight = (): Answer => ({
  status: 204,
  headers: {
    ...corsHeaders,
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': '*',
    'access-control-max-age': '86400',
  },
  body: null,
})

const problem = (status: number, message: string, more: Answer['headers'] = {}): Answer => {
  const problems = [{ code: status === 404 ? 'not-found' : 'not-allowed', path: '', message }]
  return sized(
    status,
    {
      ...corsHeaders,
      ...securityHeaders,
      ...documentHeaders,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=10',
      ...(status === 405 ? { allow: 'GET, HEAD, OPTIONS' } : {}),
      ...more,
    },
    new TextEncoder().encode(`${JSON.stringify({ problems })}\n`),
  )
}

/** "/articles/a%20b.json" -> "articles/a b.json"; null for what is no path of ours. */
const keyOf = (path: string): string | null => {
  try {
    const key = decodeURIComponent(path.replace(/^\/+/, ''))
    return key.split('/').some(part => part === '..' || part === '.') || key.includes('\0') ? null : key
  } catch {
    return null
  }
}

const quoted = (etag: string): string => (etag.startsWith('"') ? etag : `"${etag}"`)

/** Tags are compared weakly, and before dates: RFC 9110, 13.2.2. */
const isUnchanged = (headers: Request['headers'], tag: string, lastModified: string): boolean => {
  const wanted = headers['if-none-match']
  if (wanted !== undefined) {
    return wanted.split(',').some(other => other.trim() === '*' || other.trim().replace(/^W\//, '') === tag)
  }
  const since = Date.parse(headers['if-modified-since'] ?? '')
  return !Number.isNaN(since) && wholeSeconds(Date.parse(lastModified)) <= since
}

/** If-Range holds the tag (strong) or the date of what the reader has a part of. */
const isRangeWanted = (ifRange: string | undefined, tag: string, lastModified: string): boolean => {
  if (ifRange === undefined) return true
  if (ifRange.startsWith('"') || ifRange.startsWith('W/')) return ifRange === tag
  return Date.parse(ifRange) === wholeSeconds(Date.parse(lastModified))
}

const wholeSeconds = (ms: number): number => Math.floor(ms / 1_000) * 1_000
