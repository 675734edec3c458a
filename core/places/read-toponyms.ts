/**
 * From text to toponyms with a probability each, and groups with a share for each candidate: all that the two
 * decisions need. find-places.ts makes Places of it; data/fit-place-weights.ts learns from it.
 */
import type { NameSpan } from '../names/tag-names.ts'
import type { Reading } from '../text/reading.ts'
import { readRegions } from './article-regions.ts'
import { type ChosenGroup, choosePlaces } from './choose-places.ts'
import { findToponyms } from './find-toponyms.ts'
import { gatherGroups } from './gather-groups.ts'
import type { Gazetteer } from './gazetteer.ts'
import { placeSum, placeThreshold, shareOfSum } from './is-place.ts'
import { liftOf, sureSpans } from './other-language.ts'
import { choiceWeights, placeWeights } from './place-weights.ts'
import { NumberedWeights, type Signs } from './signs.ts'
import { openTokenWords, type TokenWords } from './token-words.ts'
import type { Toponym } from './toponym.ts'
import { addRoundSigns, isNamedAgain, openSigns, signsOf } from './toponym-signs.ts'

export interface ToponymReading {
  readonly words: TokenWords
  readonly toponyms: readonly Toponym[]
  readonly signs: readonly Signs[]
  readonly shares: readonly number[]
  readonly isPlace: readonly boolean[]
  readonly groups: readonly ChosenGroup[]
}

export interface Weights {
  readonly place: NumberedWeights
  readonly choice: readonly number[]
}

const usualWeights: Weights = { place: new NumberedWeights(placeWeights), choice: choiceWeights }

/** "the towns of X and Y": the annotated sets have too few of them to learn from. */
const shareByNoun = 0.6

/** "Dale Houston … Houston said": the annotated sets have too few people and teams that are named like a large town. */
const dropOfNamedAgain = 4

export interface ToponymHints {
  /** Country (and first-level area) where the source publishes, if it says: "US" or "US.LA". */
  readonly homeRegion?: string | undefined
  /** Whether the article is in the language that the tagger and the weights were learned in. Default: true. */
  readonly isEnglish?: boolean | undefined
}

export const readToponyms = (
  reading: Reading,
  tagged: readonly NameSpan[],
  gazetteer: Gazetteer,
  { homeRegion, isEnglish = true }: ToponymHints,
  weights: Weights = usualWeights,
): ToponymReading => {
  const words = openTokenWords(reading)
  const spans = isEnglish ? tagged : sureSpans(tagged)
  const toponyms = findToponyms(words, spans, gazetteer)
  const source = openSigns(words, spans, toponyms, gazetteer)
  const signs = toponyms.map((toponym, i) => signsOf(source, toponym, i))
  const sums = signs.map((each, i) => {
    const toponym = toponyms[i]
    return placeSum(each, weights.place) + (isEnglish || !toponym ? 0 : liftOf(words, toponym, each))
  })
  const counts = signs.map(each => each.size)
  addRoundSigns(source, signs, sums.map(shareOfSum))
  const shares = signs.map((each, i) => {
    const toponym = toponyms[i]
    const sum = placeSum(each, weights.place, counts[i], sums[i])
    if (toponym && isNamedAgain(source, toponym)) return shareOfSum(sum - dropOfNamedAgain)
    const share = shareOfSum(sum)
    return toponym?.by === 'noun' && !each.has('tagged person') ? Math.max(share, shareByNoun) : share
  })
  const isPlace = shares.map(share => share >= placeThreshold)
  const regions = readRegions(reading, words, gazetteer, homeRegion)
  const grouped = gatherGroups(toponyms, isPlace, words, gazetteer)
  const groups = choosePlaces(grouped, toponyms, gazetteer, regions, weights.choice)
  return { words, toponyms, signs, shares, isPlace, groups }
}
