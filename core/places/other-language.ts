/**
 * Places in a language that the tagger and the weights do not know: what they miss is lifted, where the gazetteer alone
 * says enough.
 *
 *   "Die Züge zwischen Köln und Bonn stehen still" -> Köln, Bonn
 *   "Das Essen war gut"                            -> nothing: an article stands before it
 *
 * Knowingly not done: names of countries in other languages than the gazetteer has, words that are towns as well.
 */
import type { NameSpan } from '../names/tag-names.ts'
import type { Signs } from './signs.ts'
import type { TokenWords } from './token-words.ts'
import type { Toponym } from './toponym.ts'

/** Chosen on sentences of our own in seven languages: towns stood at 0.15 and more, words that are no places under 0.09. */
const lift = 1.5

const articles: ReadonlySet<string> = new Set(
  `der die das den dem des ein eine einen einem einer eines el la los las un una le les une il lo gli i uno o os as um uma
   het een`.split(/\s+/),
)

/** Places of one word, which the gazetteer must know too, and people with a first name: for more the English tagger knows too little. */
export const sureSpans = (spans: readonly NameSpan[]): NameSpan[] =>
  spans.filter(({ kind, firstToken, endToken }) =>
    kind === 'place' ? endToken - firstToken === 1 : endToken - firstToken > 1,
  )

/** What is added to the sum of a toponym's signs. */
export const liftOf = (words: TokenWords, { firstToken, by, places }: Toponym, signs: Signs): number => {
  if (by !== 'gazetteer' || places.length === 0 || signs.has('smallOneWord') || signs.has('short')) return 0
  if (signs.has('afterFirstName') || signs.has('afterTitle')) return 0
  if (signs.has('beginsSentence') && !signs.has('isDateline')) return 0
  const isTown = signs.has('isTown') || signs.has('isCity')
  return isTown && articles.has(words.word(firstToken - 1).toLowerCase()) ? 0 : lift
}
