/**
 * Keeps the rows that carry the most, and rounds their weights to sixteen levels.
 *
 * A row's worth is the length of its weights times the logarithm of how often it was seen.
 */
import { labelCount } from '../../core/names/chain.ts'
import type { Learned } from './learn-weights.ts'

const clip = 4

export interface Pruned {
  /** In rising order. */
  readonly rows: Int32Array
  /** A level a label. */
  readonly weights: Uint8Array
  readonly levels: Int8Array
  readonly scale: number
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

export const levelCount = 16

/** Sixteen levels that the weights are rounded to: k-means on a line, nothing being one of them. */
export const chooseLevels = (learned: Learned, rows: Int32Array): Float64Array => {
  const bins = new Float64Array(2 * clipBins + 1)
  for (const row of rows) {
    for (let y = 0; y < labelCount; y++) {
      const bin = binOf(learned.weights[row * labelCount + y] ?? 0) + clipBins
      bins[bin] = (bins[bin] ?? 0) + 1
    }
  }
  let levels = Float64Array.from({ length: levelCount }, (_, i) => ((i - 7) * clip) / 9)
  for (let round = 0; round < 60; round++) {
    const sums = new Float64Array(levelCount)
    const counts = new Float64Array(levelCount)
    for (let bin = 0; bin < bins.length; bin++) {
      const value = ((bin - clipBins) * clip) / clipBins
      const level = nearest(levels, value)
      sums[level] = (sums[level] ?? 0) + value * (bins[bin] ?? 0)
      counts[level] = (counts[level] ?? 0) + (bins[bin] ?? 0)
    }
    levels = levels.map((level, i) =>
      i === 7 ? 0 : (counts[i] ?? 0) > 0 ? (sums[i] ?? 0) / (counts[i] ?? 1) : level,
    )
  }
  return levels
}

const clipBins = 400
const binOf = (weight: number): number =>
  Math.round((Math.max(-clip, Math.min(clip, weight)) * clipBins) / clip)

const nearest = (levels: Float64Array, value: number): number => {
  let best = 0
  for (let i = 1; i < levels.length; i++) {
    if (Math.abs((levels[i] ?? 0) - value) < Math.abs((levels[best] ?? 0) - value)) best = i
  }
  return best
}

export const roundRows = (learned: Learned, rows: Int32Array): Pruned => {
  const scale = clip / 127
  const exact = chooseLevels(learned, rows)
  const levels = Int8Array.from(exact, level => Math.round(level / scale))
  const codes = new Uint8Array(2 * clipBins + 1)
  for (let bin = 0; bin < codes.length; bin++)
    codes[bin] = nearest(exact, ((bin - clipBins) * clip) / clipBins)
  const weights = new Uint8Array(rows.length * labelCount)
  rows.forEach((row, i) => {
    for (let y = 0; y < labelCount; y++) {
      weights[i * labelCount + y] = codes[binOf(learned.weights[row * labelCount + y] ?? 0) + clipBins] ?? 7
    }
  })
  return { rows, weights, levels, scale }
}
