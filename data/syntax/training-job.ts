/**
 * What all parts of the training share: the sentences, the settings, and chance with a seed.
 */
import type { Lexicon } from '../../core/syntax/lexicon.ts'
import { readWords, type Workspace } from '../../core/syntax/run-syntax.ts'
import type { TrainingSentence } from './read-treebank.ts'

export interface TrainingOptions {
  readonly seed: number
  readonly tagEpochs: number
  readonly parseEpochs: number
  /** Features seen less often get no row. */
  readonly fewest: number
  readonly tagRows: number
  readonly moveRows: number
  readonly labelRows: number
  /** Weights smaller than this share of the greatest are left out. */
  readonly least: number
  readonly log: (line: string) => void
}

export interface Job {
  readonly space: Workspace
  readonly lexicon: Lexicon
  readonly sentences: readonly TrainingSentence[]
  /** The class of each token: as the treebank has it. */
  readonly gold: readonly Uint8Array[]
  readonly options: TrainingOptions
}

export const openShare = 0.5 // of the epochs takes in new features
export const spareRows = 1.5 // rows kept in the last epochs, over those that will be packed

export const read = (job: Job, sentence: TrainingSentence): number =>
  readWords(job.space, sentence.text, sentence.tokens, {
    first: 0,
    end: sentence.tokens.count,
    lexicon: job.lexicon,
  })

/** Small, seeded, the same everywhere (mulberry32). */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export const shuffled = (count: number, random: () => number): number[] => {
  const order = Array.from({ length: count }, (_, i) => i)
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const kept = order[i] ?? 0
    order[i] = order[j] ?? 0
    order[j] = kept
  }
  return order
}
