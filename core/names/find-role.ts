/**
 * What the article calls a person: the apposition after the name or the title before it.
 *
 *   Ana Ruiz, a former mayor of Riverton, said      -> former mayor of Riverton
 *   Russian Foreign Minister Sergei Lavrov          -> Russian Foreign Minister
 *   The president of the council, Ana Ruiz          -> president of the council
 *
 * The words are the article's own. Not done: roles told in a sentence of their own ("She leads the council").
 */
import { isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { classesOf, type Lexicon, senseShift, wordClasses } from './lexicon.ts'
import type { NameSpan } from './tag-names.ts'
import { isHonorific, isOfficeTitle } from './titles.ts'
import { lowerHash } from './word-hashes.ts'

/** What a role is looked for with: the text, the lists, and which tokens are people's names. */
export interface RoleContext {
  readonly reading: Reading
  readonly lexicon: Lexicon
  /** One where a token is part of a person's name. */
  readonly isPerson: Uint8Array
}

const mostRoleTokens = 16
const mostTitleTokens = 8
const mostTokensBeforeRole = 6 // "longest-serving member": modifiers before the noun

/** Nouns of people that are no role. */
const emptyRoles: ReadonlySet<string> = new Set(
  `man men woman women boy girl people person one other others child children son daughter brother sister father mother wife husband
   friend friends have more most accused married best better first last same such day week month year american americans black white jew christian muslim lot kind name party case issue love presence mind`.split(
    /\s+/,
  ),
)
const smallTitleWords: ReadonlySet<string> = new Set(
  `of for and the to at in on deputy acting former vice assistant associate special chief senior interim general executive managing
   founding then ex co state city county police fire law political communications campaign press party company team union opposition
   foreign finance prime`.split(/\s+/),
)
const marks = /^(?:[,;:.!?()“”"—–]|--|\.\.\.)$/
/** A clause or another person begins: "who", "said", "and". */
const clauseWords =
  /^(?:who|whom|whose|which|that|said|says|saying|told|tells|and|but|or|when|where|while|because|if|was|were|is|are|has|have|had|will|would|did|does|added|wrote|not|as|with|by|after|before)$/
/** Before the role's noun stand modifiers, no prepositions. */
const barsModifiers =
  /^(?:of|in|on|at|to|from|for|according|citing|under|over|between|against|during|than|then)$/
const verbForm = /(?:ed|ing)$/
const modifierForms: ReadonlySet<string> = new Set(
  `retired elected appointed leading acting managing founding ranking sitting visiting ruling renowned respected noted celebrated
   disgraced convicted suspected alleged registered licensed united outgoing incoming marketing housing planning training banking
   engineering advertising nursing longest-serving`.split(/\s+/),
)

export const findRole = (context: RoleContext, span: NameSpan): string | null =>
  roleAfter(context, span) ?? roleBefore(context, span)

const word = ({ text, tokens }: Reading, i: number): string =>
  i < 0 || i >= tokens.count ? '' : text.slice(tokens.starts[i], tokens.ends[i])

const isRoleWord = ({ reading, lexicon }: RoleContext, i: number): boolean => {
  const text = word(reading, i)
  if (text.length < 3 || emptyRoles.has(text.toLowerCase()) || isHonorific(text)) return false
  if (isOfficeTitle(text)) return true
  return text.length > 3 && (classesAt(reading, lexicon, i) & wordClasses.role) !== 0
}

const classesAt = ({ text, tokens }: Reading, lexicon: Lexicon, i: number): number =>
  classesOf(lexicon, lowerHash(text, tokens.starts[i] ?? 0, tokens.ends[i] ?? 0))

const slice = ({ text, tokens }: Reading, first: number, end: number): string =>
  text.slice(tokens.starts[first], tokens.ends[end - 1]).replace(/\s+/g, ' ')

/** Whether a blank line or a new block lies between two neighbouring tokens. */
const isBroken = ({ text, tokens }: Reading, i: number): boolean =>
  text.slice(tokens.ends[i - 1] ?? 0, tokens.starts[i] ?? 0).includes('\n')

/** ", a former mayor of Riverton," behind the name: modifiers, a noun of people, and what hangs on it. */
const roleAfter = (context: RoleContext, span: NameSpan): string | null => {
  const { reading, isPerson } = context
  let first = span.endToken
  if (word(reading, first) !== ',') return null
  first++
  if (/^(?:a|an|the|his|her|its|their)$/i.test(word(reading, first))) first++
  let role = -1
  let end = first
  for (; end < reading.tokens.count && end - first < mostRoleTokens; end++) {
    const text = word(reading, end)
    if (isBroken(reading, end) || marks.test(text) || isPerson[end] === 1) break
    if (clauseWords.test(text)) break
    if (isRoleWord(context, end)) role = end
    else if (role < 0 && (barsModifiers.test(text) || isVerb(text) || end - first >= mostTokensBeforeRole))
      return null
  }
  if (role < 0 || isPerson[end] === 1) return null
  while (end - 1 > role && opensNothing.has(word(reading, end - 1))) end--
  return slice(reading, first, end)
}

/** Left over where a name breaks off what it belongs to: "survivor of the". */
const opensNothing: ReadonlySet<string> = new Set(
  "of in on at to from for the a an his her its their ’s 's -".split(' '),
)

const mostBehindHead = 5 // "Minister of Food, Agriculture and Fisheries"

/** The noun of the title that ends there: its last word, or "Secretary" of "Secretary of State". */
const roleHead = (context: RoleContext, end: number): number => {
  const { reading } = context
  if (isRoleWord(context, end - 1)) return end - 1
  for (let i = end - 1; i > Math.max(0, end - 1 - mostBehindHead); i--) {
    const text = word(reading, i)
    if (isBroken(reading, i) || context.isPerson[i] === 1) return -1
    if (/^(?:of|for)$/.test(text)) {
      const isTitled =
        isUpperAt(reading.text, reading.tokens.starts[i - 1] ?? 0) && isRoleWord(context, i - 1)
      return isTitled ? i - 1 : -1
    }
    if (!isUpperAt(reading.text, reading.tokens.starts[i] ?? 0) && !/^(?:the|and|,)$/.test(text)) return -1
  }
  return -1
}

const isVerb = (text: string): boolean =>
  verbForm.test(text) && text === text.toLowerCase() && !modifierForms.has(text)

/** "Russian Foreign Minister" before the name, or "The president of the council," with its comma. */
const roleBefore = (context: RoleContext, span: NameSpan): string | null => {
  const { reading } = context
  let end = span.firstToken
  while (end > 0 && isHonorific(word(reading, end - 1))) end--
  const hasComma = word(reading, end - 1) === ','
  if (hasComma) return roleBeforeComma(context, end - 1)
  const head = isBroken(reading, end) ? -1 : roleHead(context, end)
  if (head < 0) return null
  let first = head
  while (
    first > 0 &&
    end - first < mostTitleTokens &&
    !isBroken(reading, first) &&
    isTitlePart(context, first - 1) &&
    (isStyled(reading, first) || !prepositions.has(word(reading, first - 1))) // "friend of Mayor Ruiz" is another's role
  )
    first--
  while (first < head && opensNoTitle.has(word(reading, first))) first++
  return slice(reading, first, end)
}

/** "spokesman the Rev. Tom Hale"; not "married the engineer Tom Hale". */
const isStyled = (reading: Reading, i: number): boolean =>
  word(reading, i - 1) === 'the' && /^(?:Rev|Right|Rt|Most|Very|Hon)\b/.test(word(reading, i))

const opensNoTitle: ReadonlySet<string> = new Set("of for and the to at in on then - 's ’s".split(' '))
const beginsRole: ReadonlySet<string> = new Set("the a an its their his her 's ’s".split(' '))

/** From the article that begins it, its noun of people near, to the comma: not a list of people. */
const roleBeforeComma = (context: RoleContext, end: number): string | null => {
  const { reading, isPerson } = context
  for (let i = end - 1; i >= Math.max(0, end - mostRoleTokens); i--) {
    const text = word(reading, i)
    if (marks.test(text) || isPerson[i] === 1 || clauseWords.test(text) || isBroken(reading, i + 1))
      return null
    if (!beginsRole.has(text.toLowerCase())) continue
    const role = roleNear(context, i + 1, end)
    if (role >= 0) return slice(reading, i + 1, end)
  }
  return null
}

const roleNear = (context: RoleContext, first: number, end: number): number => {
  for (let i = first; i < Math.min(end, first + 5); i++) {
    const text = word(context.reading, i)
    if (barsModifiers.test(text) || isVerb(text)) return -1
    if (isRoleWord(context, i) && (i + 1 === end || barsModifiers.test(word(context.reading, i + 1))))
      return i
  }
  return -1
}

const sentenceOpeners: ReadonlySet<string> = new Set(
  'Before After With From To Like Unlike By Under Both Even Only Since Until Although Though Because'.split(
    ' ',
  ),
)
const noTitleWords: ReadonlySet<string> = new Set(
  `The A An But And When As In On At For So If That This While Then Yet Monday Tuesday Wednesday Thursday Friday Saturday
   Sunday`.split(/\s+/),
)

const isTitlePart = ({ reading, lexicon, isPerson }: RoleContext, i: number): boolean => {
  const text = word(reading, i)
  const beginsSentence = i === 0 || isBroken(reading, i) || /^["“”.!?]$/.test(word(reading, i - 1))
  if (beginsSentence && sentenceOpeners.has(text)) return false
  if (isPerson[i] === 1) return false
  if (smallTitleWords.has(text) || text === '-' || /^['’]s$/.test(text))
    return text !== 'and' && text !== 'the'
      ? true
      : isUpperAt(reading.text, reading.tokens.starts[i + 1] ?? 0)
  if (isUpperAt(reading.text, reading.tokens.starts[i] ?? 0)) {
    return !noTitleWords.has(text)
  }
  const classes = classesAt(reading, lexicon, i)
  if ((classes & (wordClasses.role | wordClasses.nationality)) !== 0) return true
  const next = word(reading, i + 1)
  return isModifier(text, classes) && !prepositions.has(next) && next === next.toLowerCase()
}

const prepositions: ReadonlySet<string> = new Set('of for to at in on and the'.split(' '))
const fewestModifierLetters = 4
const notModifiers: ReadonlySet<string> = new Set(
  'when then also will last next this that time year week month today statement with from have than them'.split(
    ' ',
  ),
)

/** "presidential" candidate, "security" adviser: an adjective or noun of the lists before a small noun. */
const isModifier = (text: string, classes: number): boolean => {
  const sense = (classes >>> senseShift) - 1
  const isAdjective = sense === 0 || sense === 1
  const isNoun = sense >= firstNounField && sense <= lastNounField
  return (
    (isAdjective || isNoun) &&
    text.length >= fewestModifierLetters &&
    !notModifiers.has(text) &&
    !clauseWords.test(text)
  )
}

/** WordNet's fields of nouns. */
const firstNounField = 3
const lastNounField = 28
