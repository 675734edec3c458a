/**
 * Parts of names that are no toponyms of their own: of a longer place that the tagger sees, of a holiday.
 *
 *   "Cherry" of "Cherry Hinton", "Robinson" of "Lake Robinson", "St. Patrick" of "St. Patrick's Day"
 */
import type { NameSpan } from '../names/tag-names.ts'
import type { TokenWords } from './token-words.ts'
import type { Toponym } from './toponym.ts'
import { geographicNouns, officeNouns, schoolNouns } from './word-signs.ts'

const articlesInside: ReadonlySet<string> = new Set('al el ash ar az'.split(' ')) // none that is an English word

/** The names that the tagger takes for a place: the end of each by its first token, and the other way round. */
export interface WholeNames {
  readonly ends: ReadonlyMap<number, number>
  readonly begins: ReadonlyMap<number, number>
}

export const wholeNames = (words: TokenWords, spans: readonly NameSpan[]): WholeNames => {
  const ends = new Map<number, number>()
  const begins = new Map<number, number>()
  for (const { kind, score, firstToken, endToken } of spans) {
    if (kind !== 'place' || score <= sureWhole || !words.isCapital(endToken - 1)) continue
    ends.set(firstToken, endToken)
    begins.set(endToken, firstToken)
  }
  return { ends, begins }
}
const sureWhole = 0.6

/** "St. Patrick's Day" */
export const isHoliday = (words: TokenWords, { endToken }: { readonly endToken: number }): boolean =>
  words.word(endToken + 1) === 'Day' && /^['’]s$/.test(words.word(endToken))

/** "Cherry" of the village "Cherry Hinton": part of another place's name, not a place that names an office. */
export const isFragment = (match: Toponym, whole: WholeNames, words: TokenWords): boolean => {
  const end = whole.ends.get(match.firstToken)
  const next = words.word(match.endToken)
  if (isEndOfWhole(match, whole, words)) return true
  if (articlesInside.has(next) && words.isCapital(match.endToken + 1)) return true // "Jisr" of "Jisr al Shughur"
  if (end === undefined || end !== match.endToken + 1 || match.endToken - match.firstToken > 1) return false
  const last = words.key(match.endToken)
  return (
    words.isCapital(match.endToken) && !officeNouns.has(last) && !schoolNouns.has(last) && last.length > 3
  )
}

/** "Robinson" of "Lake Robinson", "Ford" of "Moore's Ford". */
const isEndOfWhole = (match: Toponym, { begins }: WholeNames, words: TokenWords): boolean => {
  const first = begins.get(match.endToken)
  if (first === undefined || first >= match.firstToken) return false
  const isAfterNoun = first === match.firstToken - 1 && geographicNouns.has(words.key(first))
  return isAfterNoun || /^['’]s$/.test(words.word(match.firstToken - 1))
}
