/**
 * What the article calls a person: the title before the name or the apposition after it.
 *
 *   Russian Foreign Minister Sergei Lavrov          -> Russian Foreign Minister
 *   Ana Ruiz, a former mayor of Riverton, said      -> former mayor of Riverton
 *   the company's chief executive, Ana Ruiz         -> chief executive
 *
 * The words are the article's own. Not done: roles told in a sentence of their own ("She leads the council").
 */
import { isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { classesOf, type Lexicon, wordClasses } from './lexicon.ts'
import type { NameSpan } from './tag-names.ts'
import { lowerHash } from './word-hashes.ts'

const mostRoleTokens = 14
const mostTitleTokens = 8

const honorifics: ReadonlySet<string> = new Set(
  'Mr Mr. Mrs Mrs. Ms Ms. Miss Sir Dame Lord Lady Madam'.split(' '),
)
/** Roles that are no roles: whom they name stays open. */
const emptyRoles: ReadonlySet<string> = new Set(
  `man woman boy girl people person one other men women child son daughter brother sister father mother wife husband friend
   week day`.split(/\s+/),
)
const shortTitles: ReadonlySet<string> = new Set(
  `Sen. Sens. Rep. Reps. Gov. Govs. Gen. Lt. Col. Sgt. Capt. Cmdr. Adm. Maj. Pvt. Cpl. Rev. Dr. Prof. Pres. Sen Rep Gov Gen Lt Col Sgt Capt
   Dr Prof Rev Det. Supt. Insp. Supt Insp Det Judge Justice President Chancellor Prime Pope King Queen Prince Princess Emperor Mayor`.split(
    /\s+/,
  ),
)
const smallTitleWords: ReadonlySet<string> = new Set(
  'of for and the to deputy acting former vice assistant special chief senior interim general executive then ex'.split(
    ' ',
  ),
)

export const findRole = (reading: Reading, lexicon: Lexicon, span: NameSpan): string | null =>
  roleAfter(reading, lexicon, span) ?? roleBefore(reading, lexicon, span)

const word = ({ text, tokens }: Reading, i: number): string =>
  text.slice(tokens.starts[i] ?? 0, tokens.ends[i] ?? 0)

const classesAt = ({ text, tokens }: Reading, lexicon: Lexicon, i: number): number =>
  classesOf(lexicon, lowerHash(text, tokens.starts[i] ?? 0, tokens.ends[i] ?? 0))

const isRoleWord = (reading: Reading, lexicon: Lexicon, i: number): boolean => {
  const text = word(reading, i)
  if (emptyRoles.has(text.toLowerCase()) || honorifics.has(text)) return false
  if (shortTitles.has(text)) return true
  return text.length > 3 && (classesAt(reading, lexicon, i) & wordClasses.role) !== 0
}

const sentenceOf = ({ sentences }: Reading, token: number): readonly [first: number, end: number] => {
  const sentence = sentences.find(({ firstToken, endToken }) => token >= firstToken && token < endToken)
  return sentence ? [sentence.firstToken, sentence.endToken] : [token, token]
}

const slice = ({ text, tokens }: Reading, first: number, end: number): string =>
  text.slice(tokens.starts[first] ?? 0, tokens.ends[end - 1] ?? 0).replace(/\s+/g, ' ')

/** ", the mayor of Riverton," behind the name. */
const roleAfter = (reading: Reading, lexicon: Lexicon, span: NameSpan): string | null => {
  const [, end] = sentenceOf(reading, span.firstToken)
  let first = span.endToken
  if (word(reading, first) !== ',') return null
  first++
  while (/^(?:a|an|the|who|is|was)$/.test(word(reading, first))) first++
  let last = first
  let role = -1
  while (last < end && last - first < mostRoleTokens && !/^[,;:.!?()“”"—–]$|^--$/.test(word(reading, last))) {
    if (role < 0 && isRoleWord(reading, lexicon, last)) role = last
    if (role < 0 && /^(?:said|says|and|who|which|when|told|was|is|has|have|had)$/.test(word(reading, last)))
      return null
    if (role >= 0 && /^(?:who|which|said|says|told|and|has|have|had|was|is)$/.test(word(reading, last))) break
    last++
  }
  return role >= 0 && role - first < 6 ? slice(reading, first, last) : null
}

/** "Russian Foreign Minister" before the name, or "the chief executive," with its comma. */
const roleBefore = (reading: Reading, lexicon: Lexicon, span: NameSpan): string | null => {
  const [begin] = sentenceOf(reading, span.firstToken)
  let end = span.firstToken
  if (word(reading, end - 1) === ',') end--
  const hasComma = end < span.firstToken
  while (end > begin && honorifics.has(word(reading, end - 1))) end--
  if (end <= begin || !isRoleWord(reading, lexicon, end - 1))
    return hasComma ? roleWithTail(reading, lexicon, begin, end) : null
  let first = end - 1
  while (first > begin && end - first < mostTitleTokens && belongsToTitle(reading, lexicon, first - 1))
    first--
  while (first < end - 1 && /^(?:of|for|and|the|to|then|-|'s|’s)$/.test(word(reading, first))) first++
  return slice(reading, first, end)
}

/** "The president of the council, Ana Ruiz": back to the article that begins it. */
const roleWithTail = (reading: Reading, lexicon: Lexicon, begin: number, end: number): string | null => {
  for (let i = end - 1; i >= Math.max(begin, end - 10); i--) {
    if (/^[,;:.!?()“”"—–]$/.test(word(reading, i))) return null
    if (!/^(?:The|the|A|a|An|an)$/.test(word(reading, i))) continue
    for (let k = i + 1; k < Math.min(end, i + 5); k++) {
      if (isRoleWord(reading, lexicon, k) && /^(?:of|for|at|in)$/.test(word(reading, k + 1)))
        return slice(reading, i + 1, end)
    }
  }
  return null
}

const belongsToTitle = (reading: Reading, lexicon: Lexicon, i: number): boolean => {
  const text = word(reading, i)
  if (smallTitleWords.has(text) || text === '-' || /^['’]s$/.test(text)) return true
  if (isUpperAt(reading.text, reading.tokens.starts[i] ?? 0))
    return !/^(?:The|A|An|But|And|When|As|In|On|At|For)$/.test(text)
  return (classesAt(reading, lexicon, i) & (wordClasses.role | wordClasses.nationality)) !== 0
}
