/**
 * Organisations that their noun gives away where the tagger saw something else, or half of them.
 *
 *   "the [Free River Army]" (another name)             -> organisation
 *   "[Elmet] Biologics"                                -> "Elmet Biologics", organisation
 *   "Institute for the [Study of Rivers]"              -> "Institute for the Study of Rivers", organisation
 */
import { tokenText } from '../text/reading.ts'
import type { NameContext } from './mend-names.ts'
import { beginsOrganisation, endsCompany, endsOrganisation } from './organisation-nouns.ts'
import type { NameSpan } from './tag-names.ts'
import { isCapitalAt, withBorders } from './trim-names.ts'

export const nameByNoun = (context: NameContext, spans: readonly NameSpan[]): readonly NameSpan[] => {
  let free = 0
  return spans.map((span, i) => {
    const mended = withHead(context, asOrganisation(context, withTail(context, span, spans[i + 1])), free)
    free = mended.endToken
    return mended
  })
}

const longestTail = 3

/** "[Elmet] Biologics", "[Elmet] River Authority": up to the noun, where no other name holds that. */
const withTail = ({ reading }: NameContext, span: NameSpan, next: NameSpan | undefined): NameSpan => {
  const free = Math.min(next?.firstToken ?? reading.tokens.count, span.endToken + longestTail)
  for (let i = span.endToken; i < free && isCapitalAt(reading, i); i++)
    if (endsOrganisation(tokenText(reading, i))) return withBorders(reading, span, span.firstToken, i + 1)
  return span
}

/** By its last word. "East Bank" may be a place, "University" its own place: those stay what they are. */
const asOrganisation = ({ reading }: NameContext, span: NameSpan): NameSpan => {
  if (span.kind === 'organisation' || span.endToken - span.firstToken < 2) return span
  const last = tokenText(reading, span.endToken - 1)
  const isOrganisation = span.kind === 'place' ? endsCompany(last) : endsOrganisation(last)
  return isOrganisation ? { ...span, kind: 'organisation' } : span
}

/** With "National Institute for the" before it, as far as no other name holds that; a place is left one. */
const withHead = ({ reading }: NameContext, span: NameSpan, free: number): NameSpan => {
  if (span.kind !== 'other' && span.kind !== 'organisation') return span
  let i = span.firstToken - 1
  if (tokenText(reading, i) === 'the') i--
  if (i <= free || !/^(?:of|for)$/.test(tokenText(reading, i))) return span
  i--
  if (!beginsOrganisation(tokenText(reading, i))) return span
  while (i > free && isCapitalAt(reading, i - 1) && isWord(tokenText(reading, i - 1))) i--
  return { ...withBorders(reading, span, i, span.endToken), kind: 'organisation' }
}

/** No "The" of a sentence's beginning, no mark. */
const isWord = (word: string): boolean =>
  /^\p{Lu}[\p{L}’'-]+$/u.test(word) && !/^(?:The|A|An|In|At|But|And)$/.test(word)
