/**
 * The subset of sentences that tells most in a given number of words; or the lead, unless another subset is clearly
 * better.
 *
 *   value(subset) = mean score of its words + what pairs add or take (repetition) - distance from the wanted length
 *
 * Every subset of the best candidates is looked at, at most a few thousand. Not looked at: sentences far down
 * (beyond mostCandidates), which hardly ever serve; a longer summary than mostChosen sentences, see fill-budget.ts.
 */
import { mostCandidates, type Story } from './open-story.ts'
import type { SummaryModel } from './summary-model.ts'

/** A sentence as the choice sees it. */
interface Candidate {
  readonly words: number
  readonly score: number
  readonly leans: boolean
  readonly isQuote: boolean
  readonly mayTell: boolean
}

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
  { mayTell, count }: ChoiceOptions = {},
): Choice => {
  const candidates: Candidate[] = story.sentences.map(({ words }, k) => {
    const { leans, isQuote, isOrphanQuote, isTableRow } = story.dependence[k] ?? free
    const isAllowed = !isOrphanQuote && !isTableRow && (!mayTell || mayTell.has(k))
    return { words, score: scores[k] ?? 0, leans, isQuote, mayTell: isAllowed }
  })
  const lead = leadOf(candidates, model, count)
  const pairWorth = (i: number, j: number): number =>
    (4 * model.overlap * story.shared(i, j)) / model.targetWords
  const pool = choosePool(candidates)
  if (pool.length <= lead.length) return { chosen: lead, isLead: true }
  const pairs = pool.map((j, y) => pool.map((i, x) => (x < y ? pairWorth(i, j) : 0)))
  const charged = count === undefined ? model : { ...model, lengthCharge: 0 }
  let best = worthOf(candidates, lead, charged, pairWorth) + model.leadBonus
  let chosen: readonly number[] = lead
  visitSubsets(candidates, pool, boundsOf(model, count), (places, words) => {
    let worth = lengthWorth(words, charged)
    for (let y = 0; y < places.length; y++) {
      const place = places[y] ?? 0
      const candidate = candidates[pool[place] ?? 0]
      if (!candidate) return
      worth += (candidate.score * candidate.words) / words
      for (let x = 0; x < y; x++) worth += pairs[place]?.[places[x] ?? 0] ?? 0
    }
    if (worth <= best || !standsAlone(candidates, pool, places)) return
    best = worth
    chosen = places.map(place => pool[place] ?? 0)
  })
  return { chosen, isLead: chosen === lead }
}
const free = { leans: false, isQuote: false, isOrphanQuote: false, isTableRow: false }

/** The first sentences that may tell: so many, or those whose words come nearest to the target. All, where none may. */
const leadOf = (candidates: readonly Candidate[], model: SummaryModel, count?: number): number[] => {
  const allowed = candidates.flatMap(({ mayTell }, k) => (mayTell ? [k] : []))
  const order = allowed.length > 0 ? allowed : candidates.map((_, k) => k)
  if (count !== undefined) return order.slice(0, count)
  const places = leadNearest(
    order.map(k => ({ words: candidates[k]?.words ?? 0 })),
    model.targetWords,
  )
  return places.map(place => order[place] ?? 0)
}

/** The first sentences whose words come nearest to a number; at least one. */
export const leadNearest = (sentences: readonly { words: number }[], targetWords: number): number[] => {
  let words = 0
  let count = 0
  let gap = Number.POSITIVE_INFINITY
  for (let i = 0; i < sentences.length && words < targetWords; i++) {
    words += sentences[i]?.words ?? 0
    if (Math.abs(words - targetWords) >= gap) break
    gap = Math.abs(words - targetWords)
    count = i + 1
  }
  return Array.from({ length: count }, (_, i) => i)
}

const choosePool = (candidates: readonly Candidate[]): number[] => {
  const order = candidates
    .slice(0, mostCandidates)
    .map(({ score, mayTell }, i) => ({ i, score, mayTell }))
    .filter(({ mayTell }) => mayTell)
    .sort((a, b) => b.score - a.score || a.i - b.i)
  return order
    .filter(({ i }, rank) => rank < poolSize || i < alwaysInPool)
    .map(({ i }) => i)
    .sort((a, b) => a - b)
}

/** What a subset is worth for its length alone. */
const lengthWorth = (words: number, model: SummaryModel): number => {
  const distance = (words - model.targetWords) / 20
  return -model.lengthCharge * distance * distance
}

const worthOf = (
  candidates: readonly Candidate[],
  subset: readonly number[],
  model: SummaryModel,
  pairWorth: (i: number, j: number) => number,
): number => {
  const words = subset.reduce((sum, i) => sum + (candidates[i]?.words ?? 0), 0)
  let worth = lengthWorth(words, model)
  subset.forEach((j, y) => {
    const candidate = candidates[j]
    if (candidate) worth += (candidate.score * candidate.words) / words
    for (let x = 0; x < y; x++) worth += pairWorth(subset[x] ?? 0, j)
  })
  return worth
}

interface Bounds {
  readonly fewestWords: number
  readonly mostWords: number
  readonly fewest: number
  readonly most: number
}

const boundsOf = (model: SummaryModel, count?: number): Bounds =>
  count === undefined
    ? {
        fewestWords: model.targetWords - model.slackWords,
        mostWords: model.targetWords + model.slackWords,
        fewest: 1,
        most: mostChosen,
      }
    : { fewestWords: 0, mostWords: Number.POSITIVE_INFINITY, fewest: count, most: count }

/** Calls back with the places in the pool of every subset inside the bounds. */
const visitSubsets = (
  candidates: readonly Candidate[],
  pool: readonly number[],
  bounds: Bounds,
  visit: (places: readonly number[], words: number) => void,
): void => {
  const places: number[] = []
  const extend = (from: number, words: number): void => {
    if (words >= bounds.fewestWords && places.length >= bounds.fewest) visit(places, words)
    if (places.length === bounds.most) return
    for (let place = from; place < pool.length; place++) {
      const more = candidates[pool[place] ?? 0]?.words ?? 0
      if (words + more > bounds.mostWords) continue
      places.push(place)
      extend(place + 1, words + more)
      places.pop()
    }
  }
  extend(0, 0)
}

/** Whether every sentence that leans on the one before it has it, and no more than one is a quote. */
const standsAlone = (
  candidates: readonly Candidate[],
  pool: readonly number[],
  places: readonly number[],
): boolean => {
  let quotes = 0
  for (let y = 0; y < places.length; y++) {
    const i = pool[places[y] ?? 0] ?? 0
    if (candidates[i]?.isQuote && ++quotes > 1) return false
    if (candidates[i]?.leans && !(y > 0 && pool[places[y - 1] ?? 0] === i - 1)) return false
  }
  return true
}
