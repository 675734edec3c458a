/**
 * Takes off a name what is not part of it: titles, weekdays, "in Ohio"; and drops what is no name.
 *
 *   "[French Foreign Minister Anna Roux]"  -> "Anna Roux"
 *   "[Florida Gov.] Jo Ward"               -> none: a place and a title
 *   "[Supreme Court Justice] Jo Ward"      -> "Supreme Court"
 *   "[CNN Tuesday]"                        -> "CNN"
 *   "[Muslims]", "[@someone]"              -> none
 */
import { hasLetterOrDigit, isUpperAt } from '../text/character-class.ts'
import { type Reading, tokenText } from '../text/reading.ts'
import { isPeopleOrFaith } from './group-words.ts'
import { classesOf, wordClasses } from './lexicon.ts'
import type { NameContext } from './mend-names.ts'
import { beginsOrganisation, endsOrganisation } from './organisation-nouns.ts'
import type { NameSpan } from './tag-names.ts'
import { isNameToo, isTitle, isTitleOrHonorific, opensTitle } from './title-words.ts'
import { isUsualAbbreviation } from './usual-abbreviations.ts'
import { lowerHash } from './word-hashes.ts'

/** The name over the tokens [first, end) instead. */
export const withBorders = (
  { tokens }: Reading,
  span: NameSpan,
  firstToken: number,
  endToken: number,
): NameSpan => ({
  ...span,
  firstToken,
  endToken,
  start: tokens.starts[firstToken] ?? 0,
  end: tokens.ends[endToken - 1] ?? 0,
})

export const classesAt = ({ reading: { text, tokens }, lexicon }: NameContext, i: number): number =>
  classesOf(lexicon, lowerHash(text, tokens.starts[i] ?? 0, tokens.ends[i] ?? 0))

export const isCapitalAt = ({ text, tokens }: Reading, i: number): boolean =>
  i < tokens.count && isUpperAt(text, tokens.starts[i] ?? 0)

export const trimNames = (context: NameContext, spans: readonly NameSpan[]): readonly NameSpan[] => {
  const trimmed: NameSpan[] = []
  for (const [i, span] of spans.entries()) {
    const kept = trim(context, span, spans[i + 1])
    if (kept) trimmed.push(kept)
  }
  return trimmed
}

const trim = (context: NameContext, span: NameSpan, next: NameSpan | undefined): NameSpan | null => {
  const { reading } = context
  if (span.kind === 'other' && addressed.has(tokenText(reading, span.firstToken)))
    return withoutTitles(context, { ...span, kind: 'person' })
  if (span.kind !== 'person' && span.kind !== 'organisation') return span
  if (reading.text[span.start] === '@') return null
  const inside = withoutMarks(reading, span)
  if (!inside) return null
  const whole = withoutWeekday(reading, inside)
  if (whole.kind === 'organisation' && addressed.has(tokenText(reading, whole.firstToken)))
    return withoutTitles(context, { ...whole, kind: 'person' })
  if (isOfPeople(context, whole) || isUsualAbbreviation(reading.text.slice(whole.start, whole.end)))
    return null
  return span.kind === 'person'
    ? withoutOrigin(reading, withoutTitles(context, whole))
    : withoutOffice(context, withoutWhere(context, whole), next)
}

/** "Ana Ruiz of Oslo": where somebody is from is no part of a full name. */
const withoutOrigin = (reading: Reading, span: NameSpan): NameSpan => {
  for (let i = span.firstToken + 2; i < span.endToken - 1; i++)
    if (tokenText(reading, i) === 'of') return withBorders(reading, span, span.firstToken, i)
  return span
}

/** Without quotation marks and brackets at its ends; null where nothing else is there. */
const withoutMarks = (reading: Reading, span: NameSpan): NameSpan | null => {
  let { firstToken, endToken } = span
  while (firstToken < endToken && isMark(tokenText(reading, firstToken))) firstToken++
  while (endToken > firstToken && isOpening.test(tokenText(reading, endToken - 1))) endToken--
  if (firstToken === endToken) return null
  return firstToken === span.firstToken && endToken === span.endToken
    ? span
    : withBorders(reading, span, firstToken, endToken)
}

const isMark = (word: string): boolean => !hasLetterOrDigit(word)
/** example: "(" · not: ".", ")" */
const isOpening = /^(?:[("“”‘«,;:–—-]|''|``|--)$/

/** example: "Mr." · not: "Mrs Brown", "Sir" */
const addressed: ReadonlySet<string> = new Set(
  'Mr Mrs Ms Cllr Rep Sen Gov Lt Capt Sgt Col'.split(' ').flatMap(title => [title, `${title}.`]),
)

/** example: "Tuesday" · not: "tuesday", "Sun" */
const weekdays: ReadonlySet<string> = new Set(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
)

const withoutWeekday = (reading: Reading, span: NameSpan): NameSpan => {
  const last = span.endToken - 1
  return last > span.firstToken && weekdays.has(tokenText(reading, last))
    ? withBorders(reading, span, span.firstToken, last)
    : span
}

/** "Muslims", "African Americans": every word a people or a faith, none of them a first name. */
const isOfPeople = (context: NameContext, { firstToken, endToken }: NameSpan): boolean => {
  if (endToken - firstToken > 3) return false
  for (let i = firstToken; i < endToken; i++) {
    const word = tokenText(context.reading, i)
    if (word === '-' || isPeopleOrFaith(word)) continue
    const classes = classesAt(context, i)
    if ((classes & wordClasses.nationality) === 0 || (classes & nameClasses) !== 0) return false
  }
  return true
}
const nameClasses = wordClasses.firstName | wordClasses.lastName | wordClasses.region

/** From the word behind the last title on, where all that stands before it can be part of a title. */
const withoutTitles = (context: NameContext, span: NameSpan): NameSpan => {
  const { reading } = context
  let first = span.firstToken
  for (let i = first; i < span.endToken - 1; i++) {
    if (!isCapitalAt(reading, i + 1)) {
      if (!isJoint(tokenText(reading, i + 1))) break
      i++
      continue
    }
    const word = tokenText(reading, i)
    const isStart = i === first
    if (isTitleOrHonorific(word) && !isPartOfName(context, i, isStart)) first = i + 1
    else if (!canOpenTitle(context, i, isStart)) break
  }
  return first === span.firstToken ? span : withBorders(reading, span, first, span.endToken)
}

/** "Dean Fisher", "James Dean Marsh": a title that is somebody's name here. */
const isPartOfName = (context: NameContext, i: number, isStart: boolean): boolean =>
  isNameToo(tokenText(context.reading, i)) &&
  (!isStart || (classesAt(context, i) & wordClasses.firstName) !== 0)

const isJoint = (word: string): boolean => word === '-' || word === 'of' || word === 'for'

/** "French", "Foreign", "Rear": before a title, and no beginning of a name. */
const canOpenTitle = (context: NameContext, i: number, isStart: boolean): boolean => {
  if (opensTitle(tokenText(context.reading, i))) return true
  const classes = classesAt(context, i)
  if ((classes & (wordClasses.nationality | wordClasses.region)) !== 0) return true
  if ((classes & wordClasses.firstName) !== 0 && isStart) return false
  return (classes & (wordClasses.common | wordClasses.organisation)) !== 0
}

/** "Jewish Coalition in Washington": where it is is no part of its name; "University of Texas at Austin" stays. */
const withoutWhere = ({ reading }: NameContext, span: NameSpan): NameSpan => {
  for (let i = span.firstToken + 1; i < span.endToken - 1; i++) {
    const word = tokenText(reading, i)
    if (
      (word === 'in' || word === 'on') &&
      tokenText(reading, i - 1) !== '-' &&
      !/^The$/i.test(tokenText(reading, i + 1))
    )
      return withBorders(reading, span, span.firstToken, i)
  }
  return span
}

/** An office before its holder: what is left without the title, if that is an organisation. */
const withoutOffice = (context: NameContext, span: NameSpan, next: NameSpan | undefined): NameSpan | null => {
  const { reading } = context
  let end = span.endToken
  while (end > span.firstToken && isOffice(tokenText(reading, end - 1), tokenText(reading, end))) end--
  const isCut = end < span.endToken
  if (end === span.firstToken || isPartyOf.test(reading.text.slice(span.start, span.end))) return null
  if (isCut && !isBeforeHolder(reading, span, next)) return span
  if (!isCut && !isTitle(tokenText(reading, end))) return span
  if (isOrganisation(context, span.firstToken, end))
    return isCut ? withBorders(reading, span, span.firstToken, end) : span
  return isCut || next?.firstToken !== end ? null : span
}

/** example: "Republican of Ohio" · not: "Republican Party of Ohio" */
const isPartyOf = /^(?:Republican|Democrat)s? of /

/** "Secretary", and "General" behind it. */
const isOffice = (word: string, next: string): boolean =>
  (isTitle(word) && !isNameToo(word)) || isOfficeLikeName.test(word) || (word === '-' && isTitle(next))
/** example: "Justice" · not: "Bishop" */
const isOfficeLikeName =
  /^(?:Justices?|Judge|Chief|Director|Officer|Mayor|Speaker|Attorney|Manager|Major|Maj\.|Coach|Sheriff)$/

/** A person's name stands behind it, or "of" as in "US Secretary of State". */
const isBeforeHolder = (reading: Reading, span: NameSpan, next: NameSpan | undefined): boolean =>
  (next?.kind === 'person' && next.firstToken === span.endToken) ||
  /^(?:of|for)$/.test(tokenText(reading, span.endToken))

const isOrganisation = (context: NameContext, first: number, end: number): boolean => {
  for (let i = first; i < end; i++) {
    const word = tokenText(context.reading, i)
    if (endsOrganisation(word) || beginsOrganisation(word)) return true
    const classes = classesAt(context, i)
    if (
      (classes & wordClasses.organisation) !== 0 &&
      (classes & (wordClasses.common | wordClasses.region)) === 0
    )
      return true
    const known = wordClasses.common | wordClasses.region | wordClasses.nationality | wordClasses.town
    if (
      word.length > 1 &&
      (classes & known) === 0 &&
      !/^(?:of|and|the|for|[A-Z]\.(?:[A-Z]\.)+|US|UK|EU)$/.test(word)
    )
      return true
  }
  return false
}
