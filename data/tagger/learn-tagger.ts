/**
 * From readings to the rows that are kept: all rows are learned, the worthiest stay, and those are learned once more,
 * so that they make up for the others.
 */

import { labelCount } from '../../core/names/chain.ts'
import { rowBits } from '../../core/names/feature-table.ts'
import { openLexicon } from '../../core/names/lexicon.ts'
import { packTagger } from '../../core/names/tagger.ts'
import { buildSet } from './build-set.ts'
import { type Learned, learnWeights, type TrainingSet } from './learn-weights.ts'
import { chooseRows, roundRows } from './prune-rows.ts'
import type { TaggedReading } from './read-training.ts'

export interface LearningPlan {
  /** Models whose mean is taken; each sees other copies in another order. */
  readonly rounds: number
  readonly epochs: number
  /** Epochs over the rows that were kept. */
  readonly refitEpochs: number
  readonly mostRows: number
  readonly seed: number
  readonly report?: (line: string) => void
}

export interface Model {
  readonly learned: Learned
  readonly rows: Int32Array
  readonly lexicon: Uint8Array
}

const rate = 0.08
const refitRate = 0.05
const refitSquares = 5 // small steps: the weights are nearly right

/** Readings of one round; each round has other copies. */
export type Round = (round: number) => readonly TaggedReading[]

export const learnTagger = (
  readingsOf: Round,
  lexicon: Uint8Array,
  { rounds, epochs, refitEpochs, mostRows, seed, report }: LearningPlan,
): Model => {
  const rowCount = 1 << rowBits
  const opened = openLexicon(lexicon)
  const say = (name: string) => (epoch: number, loss: number) =>
    report?.(`${name} ${epoch + 1}: loss ${loss.toFixed(4)}`)
  const mean: Learned = {
    weights: new Float32Array(rowCount * labelCount),
    transitions: new Float64Array(labelCount * labelCount),
  }
  const counts = new Uint32Array(rowCount)
  let set: TrainingSet | null = null
  for (let round = 0; round < rounds; round++) {
    set = buildSet(readingsOf(round), opened)
    report?.(`${set.labels.length} tokens, ${set.rows.length} features`)
    const learned = learnWeights(set, { rowCount, epochs, rate, seed: seed + round, report: say('epoch') })
    addShare(mean.weights, learned.weights, 1 / rounds)
    addShare(mean.transitions, learned.transitions, 1 / rounds)
    for (const row of set.rows) counts[row] = (counts[row] ?? 0) + 1
  }
  const rows = chooseRows(mean, counts, mostRows)
  if (!set || refitEpochs === 0) return { learned: mean, rows, lexicon }
  const isAllowed = new Uint8Array(rowCount)
  for (const row of rows) isAllowed[row] = 1
  isAllowed.forEach((allowed, row) => {
    if (allowed === 0) mean.weights.fill(0, row * labelCount, (row + 1) * labelCount)
  })
  const refit = { rowCount, epochs: refitEpochs, rate: refitRate, squares: refitSquares, seed: seed + rounds }
  const learned = learnWeights(set, { ...refit, isAllowed, from: mean, report: say('refit') })
  return { learned, rows, lexicon }
}

const addShare = (sum: Float32Array | Float64Array, values: ArrayLike<number>, share: number): void => {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + share * (values[i] ?? 0)
}

export const packModel = ({ learned, rows, lexicon }: Model, evidence: ArrayLike<number>): Uint8Array =>
  packTagger({ ...roundRows(learned, rows), transitions: learned.transitions, evidence, lexicon })
