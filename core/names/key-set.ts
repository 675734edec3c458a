/**
 * A sorted set of keys, packed to little more than a byte a key: a bucket by the high bits, the low eight bits within.
 *
 *   indexOf(set, key) -> the key's place among all keys, or -1
 *
 * Keys are unsigned integers of up to 24 bits. A bucket holds at most 255 of them.
 */
export const restBits = 8
const restMask = 0xff

export interface KeySet {
  readonly count: number
  /** Bucket b holds the keys [firsts[b], firsts[b + 1]). */
  readonly firsts: Uint32Array
  readonly rests: Uint8Array
}

/** The keys must be in rising order, each once. @throws where a bucket overflows or a key is too large. */
export const packKeys = (keys: ArrayLike<number>, keyBits: number): Uint8Array => {
  const buckets = 1 << (keyBits - restBits)
  const bytes = new Uint8Array(buckets + keys.length)
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] ?? 0
    const bucket = key >>> restBits
    if (bucket >= buckets) throw new Error(`a key of ${keyBits} bits was expected, got ${key}`)
    if (bytes[bucket] === 255) throw new Error(`more than 255 keys in bucket ${bucket}: use longer keys`)
    bytes[bucket] = (bytes[bucket] ?? 0) + 1
    bytes[buckets + i] = key & restMask
  }
  return bytes
}

/** Opens what packKeys wrote; the rests stay a view of the bytes. */
export const openKeys = (bytes: Uint8Array, keyBits: number): KeySet => {
  const buckets = 1 << (keyBits - restBits)
  const firsts = new Uint32Array(buckets + 1)
  let first = 0
  for (let b = 0; b < buckets; b++) {
    firsts[b] = first
    first += bytes[b] ?? 0
  }
  firsts[buckets] = first
  return { count: first, firsts, rests: bytes.subarray(buckets, buckets + first) }
}

export const indexOf = (set: KeySet, key: number): number => {
  const bucket = key >>> restBits
  const rest = key & restMask
  const end = set.firsts[bucket + 1] ?? 0
  for (let i = set.firsts[bucket] ?? end; i < end; i++) {
    const found = set.rests[i] ?? 0
    if (found >= rest) return found === rest ? i : -1
  }
  return -1
}
