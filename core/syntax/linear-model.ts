/**
 * A linear model over hashed features, in typed arrays: which class has the greatest sum of weights.
 *
 *   scoreClasses(model, features, count, scores)   scores[c] = Σ weight(feature, c)
 *
 * Rows stand in an open hash table of 16-bit fingerprints and hold only the classes whose weight is not zero. A feature
 * that the training never kept is not found and weighs nothing.
 */
import { at } from './hashes.ts'

export interface LinearModel {
  readonly classes: number
  readonly mask: number
  readonly fingerprints: Uint16Array
  /** Where the row of a slot begins among the entries. */
  readonly firsts: Int32Array
  /** Class and weight: class × 256 + (weight + 128). */
  readonly entries: Uint16Array
}

/** A row to be packed: the whole hash of its feature and one weight a class. */
export interface Row {
  readonly hash: number
  readonly weights: Int8Array
}

/** Never 0, which marks an empty slot. */
export const fingerprintOf = (hash: number): number => (hash >>> 16) | 1

export const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 17)) & mask

export const scoreClasses = (
  model: LinearModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void => {
  scores.fill(0, 0, model.classes)
  const { fingerprints, mask, entries, firsts } = model
  for (let f = 0; f < count; f++) {
    const hash = at(features, f)
    const wanted = fingerprintOf(hash)
    let slot = slotOf(hash, mask)
    let found = fingerprints[slot] ?? 0
    while (found !== 0 && found !== wanted) {
      slot = (slot + 1) & mask
      found = fingerprints[slot] ?? 0
    }
    if (found === 0) continue
    const end = at(firsts, slot + 1)
    for (let e = at(firsts, slot); e < end; e++) {
      const entry = entries[e] ?? 0
      const c = entry >> 8
      scores[c] = at(scores, c) + (entry & 255) - 128
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

/** The rows in their slots; of two rows with one fingerprint in a run the first is kept, so put the weightiest first. */
export const placeRows = (
  rows: readonly Row[],
): { mask: number; fingerprints: Uint16Array; placed: readonly (Row | undefined)[] } => {
  let slots = 16
  while (slots * fullest < rows.length) slots *= 2
  const mask = slots - 1
  const fingerprints = new Uint16Array(slots)
  const placed: (Row | undefined)[] = new Array(slots).fill(undefined)
  for (const row of rows) {
    const wanted = fingerprintOf(row.hash)
    let slot = slotOf(row.hash, mask)
    while (placed[slot] && fingerprints[slot] !== wanted) slot = (slot + 1) & mask
    if (placed[slot]) continue
    fingerprints[slot] = wanted
    placed[slot] = row
  }
  return { mask, fingerprints, placed }
}

export const buildModel = (classes: number, rows: readonly Row[]): LinearModel => {
  const { mask, fingerprints, placed } = placeRows(rows)
  const firsts = new Int32Array(placed.length + 1)
  const entries: number[] = []
  placed.forEach((row, slot) => {
    row?.weights.forEach((weight, c) => {
      if (weight !== 0) entries.push(c * 256 + weight + 128)
    })
    firsts[slot + 1] = entries.length
  })
  return { classes, mask, fingerprints, firsts, entries: Uint16Array.from(entries) }
}
