/**
 * A linear model over hashed features, in typed arrays: which class has the greatest sum of weights.
 *
 *   scoreClasses(model, features, count, scores)   scores[c] = Σ weight(feature, c)
 *
 * A row holds only the classes whose weight is not zero, two in 32 bits. A feature that the training never kept is not
 * found and weighs nothing.
 */
import { placeRows, type Row } from './row-places.ts'

export interface LinearModel {
  readonly classes: number
  readonly displacements: Uint8Array
  /** The upper 14 bits of the feature's hash, and where its row begins among the pairs. */
  readonly cells: Int32Array
  /** Class (8 bits), weight (8), class, weight; the highest bit is set in all pairs of a row but the last. */
  readonly pairs: Int32Array
}

const firstBits = 18
const firstMask = (1 << firstBits) - 1
const noClass = 127 // fills the second half of a row's last pair; its score is never read
const mostFeatures = 128
/** Room in an array of scores. */
export const scoreRoom = noClass + 1

const firsts = new Int32Array(mostFeatures)

export const scoreClasses = (
  model: LinearModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void => {
  scores.fill(0, 0, model.classes)
  addClasses(model, features, count, scores)
}

/** Adds the weights of the features to the scores. */
export const addClasses = (
  { displacements, cells, pairs }: LinearModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void => {
  const mask = cells.length - 1
  const bucketMask = displacements.length - 1
  let found = 0
  for (let f = 0; f < count; f++) {
    const hash = features[f] ?? 0
    // placeOf, written out: a first article would call it 66,000 times.
    const displacement = displacements[hash & bucketMask] ?? 0
    const cell = cells[((hash ^ (hash >>> 17)) + Math.imul(displacement, (hash >>> 15) | 1)) & mask] ?? 0
    firsts[found] = cell & firstMask
    found += (((cell ^ hash) >>> firstBits) - 1) >>> 31 // one where the fingerprints are the same
  }
  let ahead = 0
  for (let f = 0; f < found; f++) ahead ^= pairs[firsts[f] ?? 0] ?? 0
  scores[noClass] = ahead
  for (let f = 0; f < found; f++) {
    let p = firsts[f] ?? 0
    let pair = 0
    do {
      pair = pairs[p++] ?? 0
      const one = (pair >>> 24) & 127
      const two = (pair >>> 8) & 127
      scores[one] = (scores[one] ?? 0) + ((pair << 8) >> 24)
      scores[two] = (scores[two] ?? 0) + ((pair << 24) >> 24)
    } while (pair < 0)
  }
}

/** The greatest class; the lower number where two are equal. */
export const greatestClass = (scores: Int32Array, classes: number): number => {
  let best = 0
  for (let c = 1; c < classes; c++) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c
  return best
}

/** @throws where there are more weights than a cell can point at. */
export const buildModel = (classes: number, rows: readonly Row[]): LinearModel => {
  const { displacements, placed } = placeRows(rows)
  const pairs: number[] = [pairOf([], false)] // an empty cell points at it
  const firsts = new Map<Row, number>()
  for (const row of rows) {
    firsts.set(row, pairs.length)
    const entries = [...row.weights].flatMap((weight, c) => (weight === 0 ? [] : [[c, weight] as const]))
    for (let e = 0; e < entries.length; e += 2)
      pairs.push(pairOf(entries.slice(e, e + 2), e + 2 < entries.length))
  }
  const cells = Int32Array.from(placed, row => (row ? (row.hash & ~firstMask) | (firsts.get(row) ?? 0) : 0))
  if (pairs.length > firstMask)
    throw new Error(`a model holds at most ${firstMask} pairs of weights, got ${pairs.length}`)
  return { classes, displacements, cells, pairs: Int32Array.from(pairs) }
}

const pairOf = (entries: readonly (readonly [number, number])[], goesOn: boolean): number => {
  const [one, two] = [entries[0] ?? [noClass, 0], entries[1] ?? [noClass, 0]]
  return (goesOn ? 1 << 31 : 0) | (one[0] << 24) | ((one[1] & 255) << 16) | (two[0] << 8) | (two[1] & 255)
}
