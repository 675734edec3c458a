/**
 * The weights of the rows as they lie in the packed file, four bits each, added up two at a time: nothing is unpacked
 * when it is opened, and what is read most often stays small enough to stay near.
 *
 *   row 1:   [0 1] [2 3] [4 5] [6 7] in one number of 32 bits, and its ninth weight in half a byte elsewhere
 */
import { labelCount } from './chain.ts'
import { type RowIndex, setBits } from './row-index.ts'

export interface RowWeights {
  /** The levels of the first eight labels of each row, the first in the lowest bits. */
  readonly words: Int32Array
  /** The level of the ninth label, two rows a byte, the first in the low half. */
  readonly lasts: Uint8Array
  /** For each byte both its weights: that of the low half + 65,536 times that of the high half. */
  readonly pairs: Int32Array
}

/** Bytes of so many rows. */
export const weightBytes = (rows: number): number => rows * 4 + ((rows + 1) >> 1)

/** The level of every weight, labelCount a row. */
export const packWeights = (levels: Uint8Array): Uint8Array => {
  const rows = levels.length / labelCount
  const bytes = new Uint8Array(weightBytes(rows))
  levels.forEach((level, i) => {
    const label = i % labelCount
    const row = (i - label) / labelCount
    const nibble = label < 8 ? row * 8 + label : rows * 8 + row
    bytes[nibble >> 1] = (bytes[nibble >> 1] ?? 0) | (level << ((nibble & 1) * 4))
  })
  return bytes
}

/** The sixteen levels are whole numbers from -128 to 127: sums of 250 rows stay within their halves. */
export const openWeights = (bytes: Uint8Array, rows: number, levels: Int8Array): RowWeights => {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  return {
    words: new Int32Array(aligned.buffer, aligned.byteOffset, rows),
    lasts: new Uint8Array(aligned.buffer, aligned.byteOffset + rows * 4, (rows + 1) >> 1),
    pairs: Int32Array.from({ length: 256 }, (_, b) => (levels[b & 15] ?? 0) + (levels[b >> 4] ?? 0) * 65_536),
  }
}

/** The places of a sentence's rows, of those that are kept, token by token. */
export interface FoundRows {
  places: Int32Array
  /** Token i has the places [firsts[i], firsts[i + 1]). */
  firsts: Int32Array
  /** Read and never used: so that memory is asked for all weights before the first is waited for. */
  touched: number
}

export const makeFoundRows = (): FoundRows => ({
  places: new Int32Array(0),
  firsts: new Int32Array(0),
  touched: 0,
})

/**
 * Finds the rows of a sentence of so many tokens. Most of what names cost is waiting for memory: so a short loop first
 * asks for all that will be read, and nothing branches on whether a row is kept.
 */
export const findRows = (
  found: FoundRows,
  { words, lasts }: RowWeights,
  index: RowIndex,
  features: { readonly rows: Int32Array; readonly firsts: Int32Array },
  tokens: number,
): void => {
  if (found.places.length < features.rows.length) found.places = new Int32Array(features.rows.length)
  if (found.firsts.length < features.firsts.length) found.firsts = new Int32Array(features.firsts.length)
  const { places, firsts } = found
  const { rows } = features
  const all = features.firsts[tokens] ?? 0
  let touched = 0
  for (let f = 0; f < all; f++) touched ^= index[((rows[f] ?? 0) >>> 5) * 2] ?? 0
  let count = 0
  let f = 0
  for (let token = 0; token < tokens; token++) {
    firsts[token] = count
    const end = features.firsts[token + 1] ?? 0
    for (; f < end; f++) {
      // Written out: a call for each would cost a first article milliseconds.
      const row = rows[f] ?? 0
      const word = (row >>> 5) * 2
      const bits = index[word] ?? 0
      places[count] = (index[word + 1] ?? 0) + setBits(bits & ((1 << (row & 31)) - 1))
      count += (bits >>> (row & 31)) & 1
    }
  }
  firsts[tokens] = count
  for (let i = 0; i < count; i++) {
    const place = places[i] ?? 0
    touched ^= (words[place] ?? 0) ^ (lasts[place >> 1] ?? 0)
  }
  found.touched = touched
}

const low = (pair: number): number => (pair << 16) >> 16
const high = (pair: number): number => (pair - low(pair)) >> 16

/** Sums of nine labels, two a number: five numbers a group of rows. */
export const pairedSums = 5

/**
 * Adds the weights of the rows that were found for a group to the five numbers of `into` that begin at a place. Nine
 * labels are written out; a loop over them is half as fast.
 */
export const addRows = (
  { words, lasts, pairs }: RowWeights,
  { places, firsts }: FoundRows,
  group: number,
  into: Int32Array,
  at: number,
): void => {
  let sum01 = into[at] ?? 0
  let sum23 = into[at + 1] ?? 0
  let sum45 = into[at + 2] ?? 0
  let sum67 = into[at + 3] ?? 0
  let sum8 = into[at + 4] ?? 0
  const end = firsts[group + 1] ?? 0
  for (let i = firsts[group] ?? 0; i < end; i++) {
    const place = places[i] ?? 0
    const word = words[place] ?? 0
    sum01 += pairs[word & 255] ?? 0
    sum23 += pairs[(word >>> 8) & 255] ?? 0
    sum45 += pairs[(word >>> 16) & 255] ?? 0
    sum67 += pairs[word >>> 24] ?? 0
    sum8 += pairs[((lasts[place >> 1] ?? 0) >> ((place & 1) * 4)) & 15] ?? 0
  }
  into[at] = sum01
  into[at + 1] = sum23
  into[at + 2] = sum45
  into[at + 3] = sum67
  into[at + 4] = sum8
}

/** One sum a label, times `scale`, to the nine scores that begin at a place. */
export const writeScores = (sums: Int32Array, scale: number, scores: Float64Array, at: number): void => {
  for (let pair = 0; pair < pairedSums; pair++) {
    const sum = sums[pair] ?? 0
    scores[at + 2 * pair] = low(sum) * scale
    if (pair < pairedSums - 1) scores[at + 2 * pair + 1] = high(sum) * scale
  }
}
