/**
 * A linear model over hashed features, in typed arrays: which class has the greatest sum of weights.
 *
 *   scoreClasses(model, features, count, scores)   scores[c] = Σ weight(feature, c)
 *
 * Rows stand in an open hash table of 16-bit fingerprints. A row holds either all classes (few classes) or only those
 * whose weight is not zero (many classes). A feature that the training never kept is not found and weighs nothing.
 */
import { at } from './hashes.ts'

export interface LinearModel {
  readonly classes: number
  /** Whether a row holds every class; otherwise (class, weight) pairs. */
  readonly isDense: boolean
  readonly mask: number
  readonly fingerprints: Uint16Array
  /** Where the row of a slot begins, in pairs; only where rows are not dense. */
  readonly firsts: Int32Array
  readonly rowClasses: Uint8Array
  readonly weights: Int8Array
}

/** A row to be packed: the whole hash of its feature and one weight a class. */
export interface Row {
  readonly hash: number
  readonly weights: Int8Array
}

const mostDenseClasses = 4

/** Never 0, which marks an empty slot. */
const fingerprintOf = (hash: number): number => (hash >>> 16) | 1

const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 17)) & mask

export const scoreClasses = (
  model: LinearModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void => {
  scores.fill(0, 0, model.classes)
  const { fingerprints, mask, isDense, classes, weights, rowClasses, firsts } = model
  for (let f = 0; f < count; f++) {
    const hash = at(features, f)
    const wanted = fingerprintOf(hash)
    let slot = slotOf(hash, mask)
    let found = at(fingerprints, slot)
    while (found !== 0 && found !== wanted) {
      slot = (slot + 1) & mask
      found = at(fingerprints, slot)
    }
    if (found === 0) continue
    if (isDense) {
      const row = slot * classes
      for (let c = 0; c < classes; c++) scores[c] = at(scores, c) + at(weights, row + c)
    } else {
      const end = at(firsts, slot + 1)
      for (let entry = at(firsts, slot); entry < end; entry++) {
        const c = at(rowClasses, entry)
        scores[c] = at(scores, c) + at(weights, entry)
      }
    }
  }
}

/** The class of the greatest score; the lower number where two are equal. */
export const greatestClass = (scores: Int32Array, classes: number): number => {
  let best = 0
  for (let c = 1; c < classes; c++) if (at(scores, c) > at(scores, best)) best = c
  return best
}

const fullest = 0.7 // of the slots taken: longer runs of taken slots cost time, emptier tables cost bytes

/** Builds a model of rows; of two rows with one place and fingerprint the first is kept, so put the weightiest first. */
export const buildModel = (classes: number, rows: readonly Row[]): LinearModel => {
  let slots = 16
  while (slots * fullest < rows.length) slots *= 2
  const mask = slots - 1
  const fingerprints = new Uint16Array(slots)
  const placed: (Row | undefined)[] = new Array(slots).fill(undefined)
  for (const row of rows) {
    const wanted = fingerprintOf(row.hash)
    let slot = slotOf(row.hash, mask)
    while (at(fingerprints, slot) !== 0 && at(fingerprints, slot) !== wanted) slot = (slot + 1) & mask
    if (at(fingerprints, slot) !== 0) continue
    fingerprints[slot] = wanted
    placed[slot] = row
  }
  const isDense = classes <= mostDenseClasses
  return { classes, isDense, mask, fingerprints, ...(isDense ? denseRows : sparseRows)(classes, placed) }
}

type RowArrays = Pick<LinearModel, 'firsts' | 'rowClasses' | 'weights'>

const denseRows = (classes: number, placed: readonly (Row | undefined)[]): RowArrays => {
  const weights = new Int8Array(placed.length * classes)
  placed.forEach((row, slot) => {
    if (row) weights.set(row.weights, slot * classes)
  })
  return { firsts: new Int32Array(0), rowClasses: new Uint8Array(0), weights }
}

const sparseRows = (_classes: number, placed: readonly (Row | undefined)[]): RowArrays => {
  const firsts = new Int32Array(placed.length + 1)
  const rowClasses: number[] = []
  const weights: number[] = []
  placed.forEach((row, slot) => {
    row?.weights.forEach((weight, c) => {
      if (weight === 0) return
      rowClasses.push(c)
      weights.push(weight)
    })
    firsts[slot + 1] = weights.length
  })
  return { firsts, rowClasses: Uint8Array.from(rowClasses), weights: Int8Array.from(weights) }
}
