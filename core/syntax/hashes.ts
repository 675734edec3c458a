/**
 * Hashes of words and of values, over character codes: no string is made.
 */

export const first = 0x9e3779b1 | 0 // odd, from the golden ratio: spreads small numbers over all bits
export const second = 0x85ebca6b | 0 // murmur3's finaliser
export const third = 0xc2b2ae35 | 0

/** A small number spread over 32 bits. */
export const spread = (value: number): number => {
  let hash = Math.imul(value + 1, first)
  hash ^= hash >>> 15
  return Math.imul(hash, second)
}

const spreads = Int32Array.from({ length: 256 }, (_, value) => spread(value))

/** The same of a number below 256, by a look into a table: short enough to be compiled into what calls it. */
export const spreadSmall = (value: number): number => spreads[value] ?? 0

/** The hash of two values under a number. */
export const two = (number: number, a: number, b: number): number => {
  let hash = Math.imul(a ^ Math.imul(number, first), second)
  hash = Math.imul((hash ^ (hash >>> 15)) + b, third)
  return hash ^ (hash >>> 13)
}

/** One more character of a rolled hash. */
export const roll = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)

const lowered = new Uint16Array(65_536) // 0: not looked at yet

/** The lower case of one UTF-16 unit, digits as "0", curly quotation marks as straight ones. */
export const foldCode = (code: number): number => {
  const known = lowered[code] ?? 0
  if (known !== 0) return known
  const found = foldOnce(code)
  lowered[code] = found
  return found
}

const foldOnce = (code: number): number => {
  if (code >= 48 && code <= 57) return 48
  if (code === 0x2019 || code === 0x2018) return 39
  const lower = String.fromCharCode(code).toLowerCase()
  return lower.length === 1 ? lower.charCodeAt(0) : code
}
