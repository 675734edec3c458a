/**
 * Reported words between a cue and the whole quote that it introduces.
 *
 *   Ruiz said it works: “It holds. It will.”             -> "it works" and the quote
 *   Ruiz said that “the pier holds. It will.”            -> "that “the pier holds. It will." as one
 *   Ruiz said in a statement: “The pier holds.”          -> the quote alone
 */
import { type Clause, tagAt, wordAt } from './clause.ts'
import type { Cue } from './cue.ts'
import { type Content, findContent } from './find-content.ts'
import type { ReportQuote } from './report-sentences.ts'
import { clauseStart, hasVerb } from './words-around.ts'

export interface Lead {
  /** What is told before the quotes, on its own. */
  readonly content: Content | null
  /** Where the first quote begins if words before its mark belong to it: an offset into the text. */
  readonly start: number | null
}

export const leadOf = (clause: Clause, cue: Cue, own: readonly ReportQuote[]): Lead => {
  if (own.some(quote => quote.place <= clauseStart(cue))) return { content: null, start: null }
  const first = own[0]
  const found = findContent(clause, cue)
  const isBefore = found?.ranges.every(range => range.from < (first?.place ?? 0)) === true
  const content = found?.form === 'clause' && isBefore ? found : null
  const joined = first === undefined ? null : joinedFrom(clause, cue, first, found)
  if (joined === null) return { content, start: null }
  return { content: null, start: clause.starts[joined] ?? null }
}

/** The word from which on words and quote are one sentence: "[that] “the pier …”", "[the pier is] “lost. It …”". */
const joinedFrom = (
  clause: Clause,
  cue: Cue,
  { place, isLower }: ReportQuote,
  content: Content | null,
): number | null => {
  const body = cue.sourceBy === 'inverted' ? Math.max(cue.span.to, cue.source?.to ?? 0) : cue.span.to
  const last = wordAt(clause, place - 1)
  if (place <= body || /^[:—–-]+$/.test(last)) return null
  for (let i = body; i < place; i++) if (clause.holes[i] === 1) return null
  const isBroken = last === ',' && !isLower // "said it works, “It holds.”"
  if (isBroken) return null
  for (let i = body; i < place; i++)
    if (wordAt(clause, i) === 'that' && /^(?:IN|WDT)$/.test(tagAt(clause, i))) return i
  const range = content?.ranges[0]
  if (range === undefined || content?.ranges.length !== 1 || !/^(?:clause|rest)$/.test(content.form))
    return null
  const reaches = range.from < place && range.to >= place - 1 && range.to <= place
  return reaches && (isLower || hasVerb(clause, range)) ? range.from : null
}
