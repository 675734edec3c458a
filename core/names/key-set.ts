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
  /** How many keys each bucket holds: four buckets a number, the first in its lowest byte. */
  readonly counts: Int32Array
  /** How many keys stand before each four buckets. */
  readonly before: Int32Array
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

/** Opens what packKeys wrote; the rests stay a view of the bytes. Keys have ten bits or more. */
export const openKeys = (bytes: Uint8Array, keyBits: number): KeySet => {
  const buckets = 1 << (keyBits - restBits)
  const counts = new Int32Array(new Uint8Array(bytes.subarray(0, buckets)).buffer)
  const before = new Int32Array(counts.length)
  let count = 0
  for (let group = 0; group < counts.length; group++) {
    before[group] = count
    count += byteSum(counts[group] ?? 0)
  }
  return { count, counts, before, rests: bytes.subarray(buckets, buckets + count) }
}

/** The sum of the four bytes of a number. */
const byteSum = (bytes: number): number => {
  const pairs = (bytes & 0xff00ff) + ((bytes >>> 8) & 0xff00ff)
  return (pairs & 0xffff) + (pairs >>> 16)
}

/** The place of the first key of a bucket. */
export const firstOf = ({ counts, before }: KeySet, bucket: number): number => {
  const shift = (bucket & 3) * 8
  return (before[bucket >>> 2] ?? 0) + byteSum((counts[bucket >>> 2] ?? 0) & ((1 << shift) - 1))
}

/** How many keys a bucket holds. */
export const countOf = ({ counts }: KeySet, bucket: number): number =>
  ((counts[bucket >>> 2] ?? 0) >>> ((bucket & 3) * 8)) & 255

export const indexOf = (set: KeySet, key: number): number => {
  const bucket = key >>> restBits
  const rest = key & restMask
  const first = firstOf(set, bucket)
  const end = first + countOf(set, bucket)
  for (let i = first; i < end; i++) {
    const found = set.rests[i] ?? 0
    if (found >= rest) return found === rest ? i : -1
  }
  return -1
}
