/**
 * Names that a noun makes places, known or not.
 *
 *   "in the towns of [Talbisa], Rastan, [Zaafaraniya] and [Makramiya]", "the [Umemger] village", "the district of [X]"
 *
 * And names that are none: "rebel groups including Ahrar al Sham, …", "United: Webb; Cole, Reading, England; Bose."
 */
import type { TokenRange } from './find-roads.ts'
import type { TokenWords } from './token-words.ts'

const nouns: ReadonlySet<string> = new Set(
  `town towns village villages city cities district districts suburb suburbs hamlet hamlets province provinces governorate
   neighborhood neighborhoods neighbourhood neighbourhoods municipality island township settlement port`.split(
    /\s+/,
  ),
)
const nounsBehind: ReadonlySet<string> = new Set(
  'village governorate district neighborhood neighbourhood suburb municipality'.split(' '),
)
const articles: ReadonlySet<string> = new Set('al el as ash ad ar at az an de la del'.split(' '))
const mostInList = 12
const mostInName = 4

/** Ranges of names, in order; they may overlap names that the gazetteer has. */
export const namesByNoun = (words: TokenWords): TokenRange[] => {
  const found: TokenRange[] = []
  for (let i = 0; i < words.count; i++) {
    const isBeforeOf = words.end(i + 1) - words.start(i + 1) === 2 && words.word(i + 1) === 'of'
    if (isBeforeOf && nouns.has(words.word(i))) readList(words, i + 2, found)
    else if (words.isCapital(i - 1) && nounsBehind.has(words.word(i))) readBehind(words, i, found)
  }
  return found
}

const readList = (words: TokenWords, from: number, found: TokenRange[]): void => {
  let i = words.word(from) === 'the' ? from + 1 : from
  for (let n = 0; n < mostInList; n++) {
    const end = nameEnd(words, i)
    if (end === i) return
    found.push({ firstToken: i, endToken: end })
    i = end
    while (words.word(i) === ',' || words.word(i) === 'and') i++
    if (i === end) return
  }
}

/** The end of the name that begins here: capitals, with articles between them. */
const nameEnd = (words: TokenWords, from: number): number => {
  let i = from
  while (i - from < mostInName && words.sentence(i) === words.sentence(from)) {
    if (words.isCapital(i)) i++
    else if (i > from && isJoint(words, i)) i++
    else break
  }
  return i
}

const isJoint = (words: TokenWords, i: number): boolean =>
  (articles.has(words.word(i)) || words.word(i) === '-') &&
  (words.isCapital(i + 1) || articles.has(words.word(i + 1)) || words.word(i + 1) === '-')

/** "the Umemger village": one capitalised word, not the first of its sentence. */
const readBehind = (words: TokenWords, nounAt: number, found: TokenRange[]): void => {
  const first = nounAt - 1
  const isAlone = !words.isCapital(first - 1) && words.sentence(first - 1) === words.sentence(first)
  if (isAlone) found.push({ firstToken: first, endToken: nounAt })
}

const groupNouns: ReadonlySet<string> = new Set(
  `groups group factions militias brigades rebels militants organisations organizations parties companies firms clubs
   teams bands newspapers agencies tribes units coalition`.split(/\s+/),
)
const listWords: ReadonlySet<string> = new Set(['including', 'like', 'namely', 'are', 'include', 'included'])
const reach = 25 // tokens of a long list

/** Whether a name stands in a list of groups: "rebel groups including A, B and C". */
export const isListedGroup = (words: TokenWords, at: number): boolean => {
  const sentence = words.sentence(at)
  for (let i = at - 1; i > at - reach && words.sentence(i) === sentence; i--) {
    if (!listWords.has(words.word(i)) && !(words.word(i) === 'as' && words.word(i - 1) === 'such')) continue
    for (let j = i - 1; j >= i - 3; j--) if (groupNouns.has(words.word(j))) return true
    return false
  }
  return false
}

const mostInSheet = 60 // tokens of two teams with their substitutes

/** Whether a word stands in a team sheet: "United: Webb; Cole, Hart, Lund; Reading, England." */
export const isInTeamSheet = (words: TokenWords, at: number): boolean => {
  let semicolons = words.word(at + 1) === ';' ? 1 : 0
  for (let i = at - 1; i > at - mostInSheet && words.sentence(i) >= 0; i--) {
    const word = words.word(i)
    if (word === ':') return semicolons > 0
    if (word === ';') semicolons++
    else if (word !== ',' && word !== '(' && word !== ')' && !words.isNumber(i) && !isSheetName(words, i))
      return false
  }
  return false
}

/** One capitalised word between separators, or a substitute's "(Name, 60)". */
const isSheetName = (words: TokenWords, i: number): boolean =>
  words.isCapital(i) && !words.isCapital(i - 1) && !words.isCapital(i + 1)
