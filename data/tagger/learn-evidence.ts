/**
 * Learns the weights of the document pass on readings that the tagger was not trained on: the chain's own scores are
 * fixed, what the other places of a word say is added.
 */
import { labelCount, makeChain, mayFollow, sumChain } from '../../core/names/chain.ts'
import {
  elsewhere,
  evidenceBucket,
  evidenceCount,
  evidenceWeightCount,
  labelOfEvidence,
} from '../../core/names/evidence.ts'
import { readFirstPass } from '../../core/names/first-pass.ts'
import type { Tagger } from '../../core/names/tagger.ts'
import type { TaggedReading } from './read-training.ts'

interface Stretch {
  readonly scores: Float64Array
  readonly labels: Uint8Array
  /** A token's bucket, or -1. */
  readonly buckets: Int8Array
  /** evidenceCount values a token. */
  readonly values: Float64Array
}

const rate = 0.05
const epochs = 12

export const learnEvidence = (readings: readonly TaggedReading[], tagger: Tagger): Float64Array => {
  const stretches = readings.flatMap(reading => collect(reading, tagger))
  const weights = new Float64Array(evidenceWeightCount)
  const squares = new Float64Array(evidenceWeightCount).fill(1)
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const stretch of stretches) step(stretch, weights, squares, tagger)
  return weights
}

const collect = ({ reading, labels }: TaggedReading, tagger: Tagger): Stretch[] => {
  const pass = readFirstPass(reading, tagger)
  const found: Stretch[] = []
  for (let s = 0; s < pass.count; s++) {
    const first = pass.stretches[s * 2] ?? 0
    const end = pass.stretches[s * 2 + 1] ?? 0
    const buckets = new Int8Array(end - first)
    const values = new Float64Array((end - first) * evidenceCount)
    for (let t = first; t < end; t++) {
      const bucket = evidenceBucket(pass.evidence, pass.words, t)
      buckets[t - first] = bucket
      for (let e = 0; bucket >= 0 && e < evidenceCount; e++) {
        values[(t - first) * evidenceCount + e] = elsewhere(pass.evidence, pass.words, t, e)
      }
    }
    if (buckets.every(bucket => bucket < 0)) continue
    const scores = pass.scores.slice(first * labelCount, end * labelCount)
    found.push({ scores, labels: mended(labels.slice(first, end)), buckets, values })
  }
  return found
}

/** Labels that begin within a name, where a stretch or sentence cut it, begin it. */
const mended = (labels: Uint8Array): Uint8Array => {
  labels.forEach((label, i) => {
    if (!mayFollow(i === 0 ? 0 : (labels[i - 1] ?? 0), label)) labels[i] = label - 1
  })
  return labels
}

const chain = makeChain(4096)
const gold = makeChain(4096)

const step = (stretch: Stretch, weights: Float64Array, squares: Float64Array, tagger: Tagger): void => {
  const count = stretch.labels.length
  for (let i = 0; i < count; i++) {
    const bucket = stretch.buckets[i] ?? -1
    const label = stretch.labels[i] ?? 0
    const at = i * labelCount
    for (let y = 0; y < labelCount; y++) chain.scores[at + y] = stretch.scores[at + y] ?? 0
    for (let e = 0; bucket >= 0 && e < evidenceCount; e++) {
      const bonus = (stretch.values[i * evidenceCount + e] ?? 0) * (weights[bucket * evidenceCount + e] ?? 0)
      const to = at + labelOfEvidence(e)
      chain.scores[to] = (chain.scores[to] ?? 0) + bonus
      if (e > 0) chain.scores[to + 1] = (chain.scores[to + 1] ?? 0) + bonus
    }
    for (let y = 0; y < labelCount; y++) {
      const isRight = y === label
      gold.scores[at + y] = isRight ? (chain.scores[at + y] ?? 0) : -Infinity
    }
  }
  sumChain(chain, count, tagger.transitionWeights)
  sumChain(gold, count, tagger.transitionWeights)
  for (let i = 0; i < count; i++) {
    const bucket = stretch.buckets[i] ?? -1
    if (bucket < 0) continue
    for (let e = 0; e < evidenceCount; e++) {
      const value = stretch.values[i * evidenceCount + e] ?? 0
      if (value === 0) continue
      const at = i * labelCount + labelOfEvidence(e)
      const gradient = value * (surplus(at) + (e > 0 ? surplus(at + 1) : 0))
      const w = bucket * evidenceCount + e
      squares[w] = (squares[w] ?? 0) + gradient * gradient
      weights[w] = (weights[w] ?? 0) - (rate * gradient) / Math.sqrt(squares[w] ?? 1)
    }
  }
}

/** How much likelier the model holds a label than the truth does. */
const surplus = (at: number): number =>
  (chain.forward[at] ?? 0) * (chain.backward[at] ?? 0) - (gold.forward[at] ?? 0) * (gold.backward[at] ?? 0)
