/**
 * What a word looks like, as numbers: hashes of its letters, of its lower-case letters, of its shape and its affixes.
 *
 *   "Reuters" and "reuters" have the same lower hash; "1985" and "2031" too; "McCain" has the shape XxXx
 *
 * Computed over character codes, so that no string is made for a feature.
 */
import { classOf, digitClass, isUpperAt, letterClass } from '../text/character-class.ts'

const prime = 0x01000193
export const hashSeed = 0x811c9dc5

export const mix = (hash: number, value: number): number => {
  const mixed = Math.imul(hash ^ value, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

const lowered = new Uint16Array(65_536) // 0: not looked at yet

/** Lower case of one unit; every digit is 0; the curly apostrophe is the straight one. */
export const plainCode = (code: number): number => {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code >= 48 && code <= 57 ? 48 : code
  const known = lowered[code] ?? 0
  if (known !== 0) return known
  const lower = code === 0x2019 ? 39 : String.fromCharCode(code).toLowerCase().charCodeAt(0)
  lowered[code] = lower
  return lower
}

/** Hash of text.slice(start, end) in lower case, digits alike. */
export const lowerHash = (text: string, start: number, end: number): number => {
  let hash = hashSeed
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ plainCode(text.charCodeAt(i)), prime)
  return mix(hash, 0)
}

/** What stands for a character in a shape: X for capitals, x for small letters, 0 for digits, marks as they are. */
const unitAt = (text: string, i: number): number => {
  const code = text.charCodeAt(i)
  const kind = classOf(text, i)
  if (kind === letterClass) return isUpperAt(text, i) ? 88 : 120
  return kind === digitClass ? 48 : plainCode(code)
}

const units = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code >= 65 && code <= 90) return 88
  if (code >= 97 && code <= 122) return 120
  return plainCode(code)
})

const plain = Uint8Array.from({ length: 128 }, (_, code) => plainCode(code))

export interface WordHashes {
  /** Of the word as written. */
  exact: number
  lower: number
  /** Of its shape, repeats once, at most eight units, and its length up to four. */
  shape: number
}

/** All hashes of text.slice(start, end) in one reading of its characters. */
export const readHashes = (text: string, start: number, end: number, into: WordHashes): void => {
  let exact = hashSeed
  let lower = hashSeed
  let shape = hashSeed
  let last = 0
  let length = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const isPlain = code < 128
    exact = Math.imul(exact ^ code, prime)
    lower = Math.imul(lower ^ (isPlain ? (plain[code] ?? 0) : plainCode(code)), prime)
    const unit = isPlain ? (units[code] ?? 0) : unitAt(text, i)
    if (unit === last || length === 8) continue
    shape = Math.imul(shape ^ unit, prime)
    last = unit
    length++
  }
  into.exact = mix(exact, 0)
  into.lower = mix(lower, 0)
  into.shape = Math.imul(shape ^ Math.min(end - start, 4), prime)
}
