/**
 * Sentences for any number of words: one after another, always the one that adds most to those chosen, while it fits.
 *
 * The greedy way to cover: what a sentence adds shrinks with every word that the chosen ones have already
 * (Carbonell and Goldstein 1998, maximal marginal relevance). For a summary of the default length choose-sentences.ts
 * looks at all subsets instead.
 */
import type { Story } from './open-story.ts'
import type { SummaryModel } from './summary-model.ts'

const mostLookedAt = 200 // sentences; a longer article is told by its beginning

export interface BudgetChoice {
  readonly story: Story
  readonly scores: readonly number[]
  readonly model: SummaryModel
  readonly mayTell: ReadonlySet<number>
}

/** Indexes of sentences, in order; at most so many words. */
export const fillBudget = ({ story, scores, model, mayTell }: BudgetChoice, mostWords: number): number[] => {
  const open = [...mayTell].filter(k => k < mostLookedAt).sort((a, b) => a - b)
  const repeated = new Map<number, number>(open.map(k => [k, 0]))
  const chosen = new Set<number>()
  let left = mostWords
  const worth = (k: number): number => {
    const words = Math.max(1, story.sentences[k]?.words ?? 1)
    return (scores[k] ?? 0) + (4 * model.overlap * (repeated.get(k) ?? 0)) / words
  }
  const fits = (k: number): boolean => {
    const isFree = !story.dependence[k]?.leans || chosen.has(k - 1)
    return !chosen.has(k) && isFree && (story.sentences[k]?.words ?? 0) <= left
  }
  for (;;) {
    let best = -1
    for (const k of open) if (fits(k) && (best < 0 || worth(k) > worth(best))) best = k
    if (best < 0) break
    chosen.add(best)
    left -= story.sentences[best]?.words ?? 0
    for (const k of open) {
      if (!chosen.has(k)) repeated.set(k, (repeated.get(k) ?? 0) + story.shared(best, k))
    }
  }
  return [...chosen].sort((a, b) => a - b)
}
