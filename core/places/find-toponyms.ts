/**
 * Every stretch of the text that could be the name of a place: longest names of the gazetteer first.
 *
 *   Jamil of [Jisr al-Shughur], near the [Orontes] -> two toponyms, each with the places that go by that name
 *
 * Finds too much on purpose ("Chelsea Clinton" gives Chelsea): whether it is a place here is is-place.ts's question,
 * which one it is is choose-places.ts's.
 */
import type { NameSpan } from '../names/tag-names.ts'
import { findRoads } from './find-roads.ts'
import type { Gazetteer } from './gazetteer.ts'
import { listedCounties } from './listed-counties.ts'
import { isCurrency, longestName, mayBegin, nameAt, remembering } from './longest-name.ts'
import { isInTeamSheet, isListedGroup, namesByNoun } from './names-by-noun.ts'
import { resolveLoosely } from './resolve-loosely.ts'
import type { TokenWords } from './token-words.ts'
import { keyOf, type Toponym, toponym } from './toponym.ts'
import { isFragment, isHoliday, wholeNames } from './whole-names.ts'

export const findToponyms = (
  words: TokenWords,
  spans: readonly NameSpan[],
  gazetteer: Gazetteer,
): Toponym[] => {
  const found: Toponym[] = []
  const taken = new Uint8Array(words.count)
  for (const road of findRoads(words)) {
    const key = keyOf(words, road.firstToken, road.endToken)
    found.push(toponym(words, road.firstToken, road.endToken, key, [], 'road'))
    taken.fill(1, road.firstToken, road.endToken)
  }
  for (const match of listedCounties(words, gazetteer, taken)) {
    found.push(match)
    taken.fill(1, match.firstToken, match.endToken)
  }
  const whole = wholeNames(words, spans)
  const find = remembering(gazetteer)
  let i = 0
  while (i < words.count) {
    const match =
      taken[i] === 1 || !mayBegin(words, i)
        ? null
        : nameAt(words, i, gazetteer, longestName(words, i, gazetteer, find, taken))
    if (!match || isFragment(match, whole, words) || isHoliday(words, match) || isInTeamSheet(words, i)) {
      i++
      continue
    }
    found.push(match)
    taken.fill(1, match.firstToken, match.endToken)
    i = match.endToken
  }
  for (const range of namesByNoun(words)) {
    if (taken.subarray(range.firstToken, range.endToken).includes(1)) continue
    const key = keyOf(words, range.firstToken, range.endToken)
    found.push(toponym(words, range.firstToken, range.endToken, key, [], 'noun'))
    taken.fill(1, range.firstToken, range.endToken)
  }
  for (const span of spans) {
    if (span.kind !== 'place' || taken.subarray(span.firstToken, span.endToken).includes(1)) continue
    const key = keyOf(words, span.firstToken, span.endToken)
    if (isHoliday(words, span) || isCurrency(words, span.firstToken)) continue
    if (key !== '' && !isListedGroup(words, span.firstToken) && !isInTeamSheet(words, span.firstToken))
      found.push(toponym(words, span.firstToken, span.endToken, key, [], 'tagger'))
  }
  resolveLoosely(found, gazetteer)
  return found.sort((a, b) => a.firstToken - b.firstToken)
}
