/**
 * The weights of the rows as they lie in the packed file, four bits each, added up two at a time: nothing is unpacked
 * when it is opened, and what is read most often stays small enough to stay near.
 *
 *   row 0 begins with a byte, row 1 in the middle of one:   [0 1] [2 3] [4 5] [6 7] [8|0] [1 2] [3 4] [5 6] [7 8]
 */
import { labelCount } from './chain.ts'
import { placeOf, type RowIndex } from './row-index.ts'

export interface RowWeights {
  /** Two levels a byte, the first in the low half. */
  readonly packed: Uint8Array
  /** For each byte both its weights: that of the low half + 65,536 times that of the high half. */
  readonly pairs: Int32Array
}

/** The sixteen levels are whole numbers from -128 to 127: sums of 250 rows stay within their halves. */
export const openWeights = (packed: Uint8Array, levels: Int8Array): RowWeights => ({
  packed,
  pairs: Int32Array.from({ length: 256 }, (_, b) => (levels[b & 15] ?? 0) + (levels[b >> 4] ?? 0) * 65_536),
})

const low = (pair: number): number => (pair << 16) >> 16
const high = (pair: number): number => (pair - low(pair)) >> 16

/** Adds up the weights of the rows [from, to): one sum a label. Nine labels are written out; a loop over them is half as fast. */
export const sumRows = (
  { packed, pairs }: RowWeights,
  index: RowIndex,
  rows: Int32Array,
  [from, to]: readonly [number, number],
  sums: Int32Array,
): void => {
  let even01 = 0
  let even23 = 0
  let even45 = 0
  let even67 = 0
  let even8 = 0
  let odd0 = 0
  let odd12 = 0
  let odd34 = 0
  let odd56 = 0
  let odd78 = 0
  for (let f = from; f < to; f++) {
    const row = placeOf(index, rows[f] ?? 0)
    if (row < 0) continue
    const at = (row * labelCount) >> 1
    if ((row & 1) === 0) {
      even01 += pairs[packed[at] ?? 0] ?? 0
      even23 += pairs[packed[at + 1] ?? 0] ?? 0
      even45 += pairs[packed[at + 2] ?? 0] ?? 0
      even67 += pairs[packed[at + 3] ?? 0] ?? 0
      even8 += pairs[packed[at + 4] ?? 0] ?? 0
    } else {
      odd0 += pairs[packed[at] ?? 0] ?? 0
      odd12 += pairs[packed[at + 1] ?? 0] ?? 0
      odd34 += pairs[packed[at + 2] ?? 0] ?? 0
      odd56 += pairs[packed[at + 3] ?? 0] ?? 0
      odd78 += pairs[packed[at + 4] ?? 0] ?? 0
    }
  }
  sums[0] = low(even01) + high(odd0)
  sums[1] = high(even01) + low(odd12)
  sums[2] = low(even23) + high(odd12)
  sums[3] = high(even23) + low(odd34)
  sums[4] = low(even45) + high(odd34)
  sums[5] = high(even45) + low(odd56)
  sums[6] = low(even67) + high(odd56)
  sums[7] = high(even67) + low(odd78)
  sums[8] = low(even8) + high(odd78)
}
