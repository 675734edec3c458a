/**
 * Which rows of the weight table were kept, and the place of each among them: a bit a row, and the count before it.
 *
 *   a row is kept where its bit is set; its place is the count before its word and the bits set before it in the word
 *
 * Asked some 8,700 times an article: two neighbouring numbers are read for each, and nothing branches on the answer.
 */
import { countOf, type KeySet, restBits } from './key-set.ts'

/** Word w: at [2 w] its 32 bits, at [2 w + 1] how many are set before it; zero where it has none. */
export type RowIndex = Int32Array

export const indexRows = (keys: KeySet, keyBits: number): RowIndex => {
  const index = new Int32Array(2 << (keyBits - 5))
  const { rests } = keys
  let i = 0
  for (let bucket = 0; bucket < 1 << (keyBits - restBits); bucket++) {
    const end = i + countOf(keys, bucket)
    const first = bucket << (restBits - 4) // of the 2 numbers for each of the bucket's words of 32 bits
    for (; i < end; i++) {
      const rest = rests[i] ?? 0
      const word = first + ((rest >>> 5) << 1)
      const bits = index[word] ?? 0
      if (bits === 0) index[word + 1] = i
      index[word] = bits | (1 << (rest & 31))
    }
  }
  return index
}

/** How many of 32 bits are set. */
export const setBits = (bits: number): number => {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
