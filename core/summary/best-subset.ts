/**
 * The best subset of a few sentences, by looking at every one that stands alone.
 *
 *   pool of 12, subsets of 48 to 76 words -> [0, 3, 7], or null where the lead is as good
 *
 * Worth is added up along the way, sentence by sentence; only a subset that comes near the best one so far is reckoned
 * again in full, so that the order of additions does not decide. A subset whose beginning cannot stand is left with
 * all that would extend it.
 */
import type { Story } from './open-story.ts'
import type { SummaryModel } from './summary-model.ts'

/** Sentences to choose from, in order, and what a choice is worth. */
export interface Pool {
  readonly story: Story
  readonly scores: readonly number[]
  readonly sentences: readonly number[]
  readonly model: SummaryModel
  readonly lengthCharge: number
}

export interface Bounds {
  readonly fewestWords: number
  readonly mostWords: number
  readonly fewest: number
  readonly most: number
}

/** More than sums of the same numbers in another order can differ. */
const rounding = 1e-9

/** The best subset if it is better than the lead by more than the bonus; the first of those that are as good. */
export const findBestSubset = (
  pool: Pool,
  bounds: Bounds,
  lead: readonly number[],
  leadBonus: number,
): number[] | null => {
  const search = openSearch(pool)
  const { places } = search
  let best = worthOf(pool, lead) + leadBonus
  let found: number[] | null = null
  let depth = 0
  let place = 0
  while (depth >= 0) {
    if (depth === bounds.most || place >= pool.sentences.length) {
      depth--
      place = (places[depth] ?? 0) + 1
      continue
    }
    if (add(search, depth, place, bounds.mostWords)) {
      depth++
      if (depth >= bounds.fewest && (search.wordsTo[depth] ?? 0) >= bounds.fewestWords) {
        if (nearWorth(pool, search, depth) > best - rounding) {
          const subset = places.slice(0, depth).map(at => pool.sentences[at] ?? 0)
          const worth = worthOf(pool, subset)
          if (worth > best) {
            best = worth
            found = subset
          }
        }
      }
    }
    place++
  }
  return found
}

/** What a subset is worth, reckoned in the order of its sentences. */
const worthOf = ({ story, scores, model, lengthCharge }: Pool, subset: readonly number[]): number => {
  const words = subset.reduce((sum, k) => sum + (story.sentences[k]?.words ?? 0), 0)
  let worth = lengthWorth(words, model, lengthCharge)
  for (let y = 0; y < subset.length; y++) {
    const k = subset[y] ?? 0
    worth += ((scores[k] ?? 0) * (story.sentences[k]?.words ?? 0)) / words
    for (let x = 0; x < y; x++) worth += pairWorth(story, model, subset[x] ?? 0, k)
  }
  return worth
}

const pairWorth = (story: Story, model: SummaryModel, i: number, j: number): number =>
  (4 * model.overlap * story.shared(i, j)) / model.targetWords

/** What a subset is worth for its length alone. */
const lengthWorth = (words: number, { targetWords }: SummaryModel, lengthCharge: number): number => {
  const distance = (words - targetWords) / 20
  return -lengthCharge * distance * distance
}

/** What is known of the pool's sentences by their place in it, and the subset that is looked at. */
interface Search {
  readonly words: readonly number[]
  /** Score times words. */
  readonly told: readonly number[]
  readonly leans: readonly boolean[]
  readonly isQuote: readonly boolean[]
  /** Worth of the pair of a place and an earlier one: pairs[place * size + earlier]. */
  readonly pairs: Float64Array
  readonly sentences: readonly number[]
  /** The places of the subset, and of its first n the words, what they tell, what pairs add and how many are quotes. */
  readonly places: number[]
  readonly wordsTo: number[]
  readonly toldTo: number[]
  readonly pairedTo: number[]
  readonly quotesTo: number[]
}

/** Used again by the next search while it is large enough. */
let pairsOfSearch = new Float64Array(256)

const openSearch = ({ story, scores, sentences, model }: Pool): Search => {
  const size = sentences.length
  if (pairsOfSearch.length < size * size) pairsOfSearch = new Float64Array(size * size)
  const pairs = pairsOfSearch
  for (let y = 0; y < size; y++)
    for (let x = 0; x < y; x++)
      pairs[y * size + x] = pairWorth(story, model, sentences[x] ?? 0, sentences[y] ?? 0)
  const words = sentences.map(k => story.sentences[k]?.words ?? 0)
  return {
    words,
    told: sentences.map((k, place) => (scores[k] ?? 0) * (words[place] ?? 0)),
    leans: sentences.map(k => story.dependence[k]?.leans ?? false),
    isQuote: sentences.map(k => story.dependence[k]?.isQuote ?? false),
    pairs,
    sentences,
    places: [],
    wordsTo: [0],
    toldTo: [0],
    pairedTo: [0],
    quotesTo: [0],
  }
}

/**
 * Puts a sentence behind the first `depth` of the subset, unless that is too long, has two quotes, or one that leans on
 * a sentence before it that is not there.
 */
const add = (search: Search, depth: number, place: number, mostWords: number): boolean => {
  const { places, pairs, sentences } = search
  const words = (search.wordsTo[depth] ?? 0) + (search.words[place] ?? 0)
  const quotes = (search.quotesTo[depth] ?? 0) + (search.isQuote[place] ? 1 : 0)
  if (words > mostWords || quotes > 1) return false
  if (search.leans[place]) {
    const before = depth > 0 ? sentences[places[depth - 1] ?? 0] : undefined
    if (before === undefined || before !== (sentences[place] ?? 0) - 1) return false
  }
  let paired = search.pairedTo[depth] ?? 0
  const row = place * sentences.length
  for (let x = 0; x < depth; x++) paired += pairs[row + (places[x] ?? 0)] ?? 0
  places[depth] = place
  search.wordsTo[depth + 1] = words
  search.quotesTo[depth + 1] = quotes
  search.toldTo[depth + 1] = (search.toldTo[depth] ?? 0) + (search.told[place] ?? 0)
  search.pairedTo[depth + 1] = paired
  return true
}

const nearWorth = ({ model, lengthCharge }: Pool, search: Search, depth: number): number => {
  const words = search.wordsTo[depth] ?? 1
  return (
    lengthWorth(words, model, lengthCharge) +
    (search.toldTo[depth] ?? 0) / words +
    (search.pairedTo[depth] ?? 0)
  )
}
