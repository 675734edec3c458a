/**
 * Which coding an answer gets, and the coded bytes.
 *
 *   'gzip, br;q=0.5' -> 'gzip'      'br, gzip' -> 'br'      'gzip;q=0' -> none
 *
 * As CloudFront does it: brotli before gzip where both are as welcome, nothing under 1,000 bytes or over 10 MB.
 */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

export type Coding = 'br' | 'gzip'

const leastBytes = 1_000
const mostBytes = 10_000_000
const compressible = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|image\/svg)/ // "application/geo+json", not "image/png"

export const isWorthEncoding = (contentType: string, length: number): boolean =>
  length >= leastBytes && length <= mostBytes && compressible.test(contentType)

export const chooseCoding = (acceptEncoding: string): Coding | null => {
  const weights = new Map<string, number>()
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map(word => word.trim())
    const quality = parameters.find(parameter => parameter.startsWith('q='))
    weights.set(name, quality === undefined ? 1 : Number(quality.slice(2)) || 0)
  }
  const weightOf = (coding: Coding): number => weights.get(coding) ?? weights.get('*') ?? 0
  const [brotli, gzip] = [weightOf('br'), weightOf('gzip')]
  if (brotli === 0 && gzip === 0) return null
  return brotli >= gzip ? 'br' : 'gzip'
}

const mostRemembered = 100
const remembered = new Map<string, Uint8Array>()

/** @param version names the content: what is coded once is kept */
export const encode = (bytes: Uint8Array, coding: Coding, version: string): Uint8Array => {
  const name = `${coding} ${version}`
  const known = remembered.get(name)
  if (known) return known
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } } // 11 takes seconds on a large feed
  const coded = coding === 'br' ? brotliCompressSync(bytes, quality) : gzipSync(bytes)
  const [oldest] = remembered.keys()
  if (remembered.size >= mostRemembered && oldest !== undefined) remembered.delete(oldest)
  remembered.set(name, coded)
  return coded
}
