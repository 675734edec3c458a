/**
 * Organisations by what the article says of them behind a comma, where the tagger saw a person, a place or nothing.
 *
 *   "IK Verde, which represents 6,000 workers"       -> organisation "IK Verde"
 *   "Norvane, a maker of pumps,"                     -> organisation "Norvane"
 *   "Anna Hale, a company director"                  -> nothing: the noun has another behind it
 */
import { isAscii } from '../text/character-class.ts'
import { type Reading, tokenText } from '../text/reading.ts'
import { wordClasses } from './lexicon.ts'
import type { NameContext } from './mend-names.ts'
import { isGroupNoun } from './organisation-nouns.ts'
import type { NameSpan } from './tag-names.ts'
import { classesAt, isCapitalAt } from './trim-names.ts'

const score = 0.75

export const nameByApposition = (context: NameContext, spans: readonly NameSpan[]): readonly NameSpan[] => {
  const { reading } = context
  const { tokens } = reading
  const all: NameSpan[] = []
  let s = 0
  let free = 0
  for (let i = 0; i < tokens.count; i++) {
    const span = spans[s]
    if (span && span.firstToken <= i) {
      all.push(isSaidGroup(reading, span) ? { ...span, kind: 'organisation' } : span)
      i = Math.max(i, span.endToken - 1)
      free = span.endToken
      s++
    } else if (reading.text[tokens.ends[i] ?? 0] === ',' && isCapitalAt(reading, i)) {
      const found = runBefore(context, free, i + 1)
      if (found) all.push(found)
    }
  }
  return all
}

/** One word that is no full name of a person. */
const isSaidGroup = (reading: Reading, { kind, firstToken, endToken }: NameSpan): boolean =>
  (kind === 'person' || kind === 'place') && endToken - firstToken === 1 && isGroupBehind(reading, endToken)

const longestRun = 4

/** The run of capitals that ends here, if the words behind the comma make it an organisation. */
const runBefore = (context: NameContext, free: number, end: number): NameSpan | null => {
  const { reading } = context
  if (!isGroupBehind(reading, end)) return null
  const { tokens } = reading
  let first = end - 1
  while (first > free && isCapitalAt(reading, first - 1)) first--
  if (
    end - first > longestRun ||
    (end - first === 1 && (classesAt(context, first) & wordClasses.common) !== 0)
  )
    return null
  const borders = {
    start: tokens.starts[first] ?? 0,
    end: tokens.ends[end - 1] ?? 0,
    firstToken: first,
    endToken: end,
  }
  return { ...borders, kind: 'organisation', score, kindScore: score }
}

const farthestNoun = 6
/** example: "represents" · not: "represent" */
const groupVerbs =
  /^(?:represents|employs|owns|operates|runs|makes|sells|supplies|manufactures|publishes|produces|insures|funds|campaigns|publishes)$/
/** What may stand behind the noun: "a maker of pumps", "the retailer," "a charity that helps". */
const behindNoun: ReadonlySet<string> = new Set(
  ', . ; — – ) - of in that which whose with for based owned founded behind known from and'.split(' '),
)

const endOfList: ReadonlySet<string> = new Set('of in for who which that and to at on'.split(' '))

/** ", which represents", ", the Chinese retailer," */
const isGroupBehind = (reading: Reading, comma: number): boolean => {
  if (tokenText(reading, comma) !== ',') return false
  const next = tokenText(reading, comma + 1)
  if (next === 'which') return groupVerbs.test(tokenText(reading, comma + 2))
  if (!/^(?:a|an|the)$/.test(next)) return false
  for (let i = comma + 2; i < comma + 2 + farthestNoun; i++) {
    const word = tokenText(reading, i)
    if (isGroupNoun(word)) return behindNoun.has(tokenText(reading, i + 1))
    const letters = isAscii(word) ? /^[a-z-]+$/i : /^[\p{L}-]+$/u
    if (!letters.test(word) || endOfList.has(word)) return false
  }
  return false
}
