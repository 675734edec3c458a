/**
 * The subset of sentences that tells most in a given number of words; or the lead, unless another subset is clearly
 * better.
 *
 *   value(subset) = mean score of its words + what pairs add or take (repetition) - distance from the wanted length
 *
 * Every subset of the best candidates is looked at (best-subset.ts), at most a few thousand. Not looked at: sentences
 * far down (beyond mostCandidates), which hardly ever serve; a longer summary than mostChosen sentences, see
 * fill-budget.ts.
 */
import { type Bounds, findBestSubset, type Pool } from './best-subset.ts'
import { mostCandidates, type Story } from './open-story.ts'
import type { SummaryModel } from './summary-model.ts'

export interface ChoiceOptions {
  /** Sentences that may stand in the summary; absent: all but orphan quotes and rows of tables. */
  readonly mayTell?: ReadonlySet<number> | null
  /** Exactly so many sentences, of whatever length, rather than the model's number of words. */
  readonly count?: number
}

export interface Choice {
  /** Indexes of sentences, in order. */
  readonly chosen: readonly number[]
  readonly isLead: boolean
}

const poolSize = 12
const alwaysInPool = 4
const mostChosen = 5

/** @param scores the worth of each sentence, by the model. */
export const chooseSentences = (
  story: Story,
  scores: readonly number[],
  model: SummaryModel,
  { mayTell = null, count }: ChoiceOptions = {},
): Choice => {
  const allowed = allowedOf(story, mayTell)
  const lead = leadOf(story, allowed, model, count)
  const sentences = choosePool(allowed, scores)
  if (sentences.length <= lead.length || model.leadBonus === Number.POSITIVE_INFINITY)
    return { chosen: lead, isLead: true }
  const pool: Pool = {
    story,
    scores,
    sentences,
    model,
    lengthCharge: count === undefined ? model.lengthCharge : 0,
  }
  const better = findBestSubset(pool, boundsOf(model, count), lead, model.leadBonus)
  return { chosen: better ?? lead, isLead: better === null }
}

const allowedOf = (story: Story, mayTell: ReadonlySet<number> | null): number[] => {
  const allowed: number[] = []
  for (let k = 0; k < story.sentences.length; k++) {
    const dependence = story.dependence[k]
    if (dependence && (dependence.isOrphanQuote || dependence.isTableRow)) continue
    if (!mayTell || mayTell.has(k)) allowed.push(k)
  }
  return allowed
}

/** The first sentences that may tell: so many, or those whose words come nearest to the target. All, where none may. */
const leadOf = (story: Story, allowed: readonly number[], model: SummaryModel, count?: number): number[] => {
  const order = allowed.length > 0 ? allowed : story.sentences.map((_, k) => k)
  if (count !== undefined) return order.slice(0, count)
  const { sentences } = story
  return order.slice(
    0,
    countNearest(order.length, k => sentences[order[k] ?? 0]?.words ?? 0, model.targetWords),
  )
}

/** The first sentences whose words come nearest to a number; at least one. */
export const leadNearest = (sentences: readonly { words: number }[], targetWords: number): number[] => {
  const count = countNearest(sentences.length, k => sentences[k]?.words ?? 0, targetWords)
  return Array.from({ length: count }, (_, i) => i)
}

const countNearest = (most: number, wordsOf: (k: number) => number, targetWords: number): number => {
  let words = 0
  let count = 0
  let gap = Number.POSITIVE_INFINITY
  for (let k = 0; k < most && words < targetWords; k++) {
    words += wordsOf(k)
    if (Math.abs(words - targetWords) >= gap) break
    gap = Math.abs(words - targetWords)
    count = k + 1
  }
  return count
}

/** The best candidates and the very first ones, in the order of the article. */
const choosePool = (allowed: readonly number[], scores: readonly number[]): number[] =>
  allowed
    .filter(k => k < mostCandidates)
    .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    .filter((k, rank) => rank < poolSize || k < alwaysInPool)
    .sort((a, b) => a - b)

const boundsOf = (model: SummaryModel, count?: number): Bounds =>
  count === undefined
    ? {
        fewestWords: model.targetWords - model.slackWords,
        mostWords: model.targetWords + model.slackWords,
        fewest: 1,
        most: mostChosen,
      }
    : { fewestWords: 0, mostWords: Number.POSITIVE_INFINITY, fewest: count, most: count }
