/**
 * An averaged perceptron over hashed features (Freund and Schapire 1999, Collins 2002), and its packing to eight bits.
 *
 * Features that are seen seldom get no row. `keep` leaves only the weightiest rows, so that the rest of the training is
 * about those that will be packed.
 */

import { buildModel, type LinearModel } from '../../core/syntax/linear-model.ts'
import { buildMoveModel, type MoveModel } from '../../core/syntax/move-model.ts'
import type { Row } from '../../core/syntax/row-places.ts'

const sketchBits = 24 // 16 million counters: collisions only let a few rare features in

/** How often each feature was seen, roughly, up to 255. */
export interface FeatureCounts {
  readonly seen: Uint8Array
}
export const countNothing = (): FeatureCounts => ({ seen: new Uint8Array(1 << sketchBits) })
const sketchPlace = (hash: number): number => (hash ^ (hash >>> 9)) & ((1 << sketchBits) - 1)
export const countFeatures = (counts: FeatureCounts, features: Int32Array, n: number): void => {
  for (let f = 0; f < n; f++) {
    const place = sketchPlace(features[f] ?? 0)
    const seen = counts.seen[place] ?? 0
    if (seen < 255) counts.seen[place] = seen + 1
  }
}

const firstPlaces = 1 << 14
const firstPlaceOf = (hash: number, mask: number): number => (2 * (hash ^ (hash >>> 15))) & mask

/** Array cells for so many rows, at most half of the places taken. */
const roomFor = (rows: number): number => {
  let cells = 2 * firstPlaces
  while (cells < 4 * rows) cells *= 2
  return cells
}

export class LinearTrainer {
  readonly classes: number
  readonly counts: FeatureCounts
  private readonly fewest: number
  /** Hash and row + 1 of each place, side by side so that a look costs one cache line. */
  private places: Int32Array
  private hashes: Int32Array
  private weights: Float32Array
  private sums: Float64Array
  private rows = 0
  private step = 1
  private isClosed = false
  private readonly found = new Int32Array(256)
  readonly scores: Float64Array

  constructor(classes: number, counts: FeatureCounts, fewest: number) {
    this.classes = classes
    this.counts = counts
    this.fewest = fewest
    this.places = new Int32Array(2 * firstPlaces)
    this.hashes = new Int32Array(firstPlaces / 4)
    this.weights = new Float32Array((classes * firstPlaces) / 4)
    this.sums = new Float64Array((classes * firstPlaces) / 4)
    this.scores = new Float64Array(classes)
  }

  get size(): number {
    return this.rows
  }

  /** Scores the classes; remembers the rows for the update that may follow. */
  score(features: Int32Array, n: number): Float64Array {
    const { scores, weights, classes, found } = this
    scores.fill(0)
    for (let f = 0; f < n; f++) {
      const row = this.rowFor(features[f] ?? 0, false)
      found[f] = row
      if (row < 0) continue
      const base = row * classes
      for (let c = 0; c < classes; c++) scores[c] = (scores[c] ?? 0) + (weights[base + c] ?? 0)
    }
    return scores
  }

  /** One decision has passed; to be called for each, updated or not. */
  tick(): void {
    this.step++
  }

  /** Moves the weights from the class that was chosen to the one that was right. */
  update(features: Int32Array, n: number, rightClass: number, wrongClass: number): void {
    const { classes, step } = this
    for (let f = 0; f < n; f++) {
      const known = this.found[f] ?? -1
      const row = known >= 0 ? known : this.rowFor(features[f] ?? 0, true)
      if (row < 0) continue
      const good = row * classes + rightClass
      const bad = row * classes + wrongClass
      this.weights[good] = (this.weights[good] ?? 0) + 1
      this.sums[good] = (this.sums[good] ?? 0) + step
      this.weights[bad] = (this.weights[bad] ?? 0) - 1
      this.sums[bad] = (this.sums[bad] ?? 0) - step
    }
  }

  private rowFor(hash: number, mayAdd: boolean): number {
    const { places } = this
    const mask = places.length - 2
    let place = firstPlaceOf(hash, mask)
    for (;;) {
      const row = (places[place + 1] ?? 0) - 1
      if (row < 0) break
      if (places[place] === hash) return row
      place = (place + 2) & mask
    }
    if (!mayAdd || this.isClosed || (this.counts.seen[sketchPlace(hash)] ?? 0) < this.fewest) return -1
    if (this.rows === this.hashes.length) this.grow()
    places[place] = hash
    places[place + 1] = this.rows + 1
    this.hashes[this.rows] = hash
    this.rows++
    if (this.rows * 4 > places.length) this.rehash(places.length * 2)
    return this.rows - 1
  }

  /** Places all rows anew. */
  private rehash(length: number): void {
    const places = new Int32Array(length)
    const mask = length - 2
    for (let row = 0; row < this.rows; row++) {
      const hash = this.hashes[row] ?? 0
      let place = firstPlaceOf(hash, mask)
      while ((places[place + 1] ?? 0) > 0) place = (place + 2) & mask
      places[place] = hash
      places[place + 1] = row + 1
    }
    this.places = places
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2)
    hashes.set(this.hashes)
    const weights = new Float32Array(this.weights.length * 2)
    weights.set(this.weights)
    const sums = new Float64Array(this.sums.length * 2)
    sums.set(this.sums)
    Object.assign(this, { hashes, weights, sums })
  }

  private average(row: number, c: number): number {
    const place = row * this.classes + c
    return (this.weights[place] ?? 0) - (this.sums[place] ?? 0) / this.step
  }

  /** Row numbers, the weightiest first: norm of the averaged weights × log of how often the feature is seen. */
  private ranked(): number[] {
    const worth = new Float64Array(this.rows)
    for (let row = 0; row < this.rows; row++) {
      let squares = 0
      for (let c = 0; c < this.classes; c++) squares += this.average(row, c) ** 2
      const seen = this.counts.seen[sketchPlace(this.hashes[row] ?? 0)] ?? 0
      worth[row] = Math.sqrt(squares) * Math.log(1 + seen)
    }
    return Array.from({ length: this.rows }, (_, row) => row).sort(
      (a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b,
    )
  }

  /** Leaves only the weightiest rows and takes in no new ones. */
  keep(mostRows: number): void {
    const kept = this.ranked().slice(0, mostRows)
    const { classes } = this
    const hashes = Int32Array.from(kept, row => this.hashes[row] ?? 0)
    const weights = new Float32Array(kept.length * classes)
    const sums = new Float64Array(kept.length * classes)
    kept.forEach((row, k) => {
      weights.set(this.weights.subarray(row * classes, (row + 1) * classes), k * classes)
      sums.set(this.sums.subarray(row * classes, (row + 1) * classes), k * classes)
    })
    this.rows = kept.length
    Object.assign(this, { hashes, weights, sums, isClosed: true })
    this.rehash(roomFor(kept.length))
  }

  /** From now on the weights are their averages, and there is nothing more to learn. */
  settle(): void {
    for (let row = 0; row < this.rows; row++) {
      for (let c = 0; c < this.classes; c++) {
        const place = row * this.classes + c
        this.weights[place] = this.average(row, c)
        this.sums[place] = 0
      }
    }
  }

  /** The averaged weights in eight bits; those below `least` of the greatest are left out, and rows without any. */
  pack(mostRows: number, least: number): LinearModel {
    const rows = this.packRows(mostRows, least, averages => averages)
    return buildModel(this.classes, rows)
  }

  /** The same for the parser's moves, whose first is the one that the others are compared with. */
  packMoves(mostRows: number): MoveModel {
    const rows = this.packRows(mostRows, 0, averages =>
      averages.slice(1).map(average => average - (averages[0] ?? 0)),
    )
    return buildMoveModel(rows)
  }

  private packRows(mostRows: number, least: number, change: (averages: Float64Array) => Float64Array): Row[] {
    const kept = this.ranked().slice(0, mostRows)
    const averages = kept.map(row => change(Float64Array.from(this.scores, (_, c) => this.average(row, c))))
    const clip = clipOf(averages)
    const rows: Row[] = []
    averages.forEach((values, k) => {
      const weights = Int8Array.from(values, value => {
        const scaled = Math.max(-127, Math.min(127, Math.round((value / clip) * 127)))
        return Math.abs(scaled) < least * 127 ? 0 : scaled
      })
      if (weights.some(weight => weight !== 0)) rows.push({ hash: this.hashes[kept[k] ?? 0] ?? 0, weights })
    })
    return rows
  }
}

const cutShare = 0.00002 // of the weights may be greater than 127 stands for; the greatest ones decide most

/** The weight that 127 stands for. */
const clipOf = (rows: readonly Float64Array[]): number => {
  const sizes = Float64Array.from(rows.flatMap(values => [...values].map(Math.abs).filter(size => size > 0)))
  sizes.sort()
  return sizes[Math.floor(sizes.length * (1 - cutShare))] ?? 1
}

/** The greatest class but one. */
export const rivalOf = (scores: Float64Array, but: number, from = 0): number => {
  let rival = -1
  for (let c = from; c < scores.length; c++) {
    if (c !== but && (rival < 0 || (scores[c] ?? 0) > (scores[rival] ?? 0))) rival = c
  }
  return rival
}

export const greatest = (scores: Float64Array, from = 0): number => {
  let best = from
  for (let c = from + 1; c < scores.length; c++) if ((scores[c] ?? 0) > (scores[best] ?? 0)) best = c
  return best
}
