/**
 * Keeps the rows that carry the most, and rounds their weights to eight bits.
 *
 * A row's worth is the length of its weights times the logarithm of how often it was seen.
 */
import { labelCount } from '../../core/names/chain.ts'
import type { Learned, TrainingSet } from './learn-weights.ts'

const clip = 4

export interface Pruned {
  /** In rising order. */
  readonly rows: Int32Array
  readonly weights: Int8Array
  readonly scale: number
}

export const countRows = (set: TrainingSet, rowCount: number): Uint32Array => {
  const counts = new Uint32Array(rowCount)
  for (const row of set.rows) counts[row] = (counts[row] ?? 0) + 1
  return counts
}

export const chooseRows = (learned: Learned, counts: Uint32Array, most: number): Int32Array => {
  const worth = new Float64Array(counts.length)
  const seen: number[] = []
  for (let row = 0; row < counts.length; row++) {
    let square = 0
    for (let y = 0; y < labelCount; y++) square += (learned.weights[row * labelCount + y] ?? 0) ** 2
    worth[row] = Math.sqrt(square) * Math.log(1 + (counts[row] ?? 0))
    if (worth[row] !== 0) seen.push(row)
  }
  seen.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b)
  return Int32Array.from(seen.slice(0, most)).sort()
}

export const roundRows = (learned: Learned, rows: Int32Array): Pruned => {
  const scale = clip / 127
  const weights = new Int8Array(rows.length * labelCount)
  rows.forEach((row, i) => {
    for (let y = 0; y < labelCount; y++) {
      const weight = Math.max(-clip, Math.min(clip, learned.weights[row * labelCount + y] ?? 0))
      weights[i * labelCount + y] = Math.round(weight / scale)
    }
  })
  return { rows, weights, scale }
}
