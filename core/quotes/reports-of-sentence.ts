/**
 * What a sentence reports: each whole quote with the cue beside it, then the clauses that other cues govern.
 *
 *   “A,” said Ruiz, adding: “B.”   -> “A” by "said Ruiz", “B” by "adding"
 */

import type { Span } from '../../content-schema/span.ts'
import { catchFragments, type Told } from './catch-fragments.ts'
import { type Clause, headOf } from './clause.ts'
import type { Cue } from './cue.ts'
import { cueOfQuote } from './cue-of-quote.ts'
import { type Content, findContent, isOfEvidence } from './find-content.ts'
import { findCues } from './find-cues.ts'
import { leadOf } from './lead-words.ts'
import type { QuotedStretch } from './quotation-marks.ts'
import type { Opening, Report } from './report.ts'
import type { ReportQuote } from './report-sentences.ts'
import { assertionOf, openingOf, sourceSpans, spanOf } from './spans-of-clause.ts'
import { clauseStart, closingComma } from './words-around.ts'

export interface SentenceReports {
  readonly reports: readonly Report[]
  /** Whole quotes for which the sentence has no cue. */
  readonly uncued: readonly ReportQuote[]
  /** Where the sentence ends in a colon, or may lead into the quote behind it. */
  readonly opening: Opening | null
}

export const reportsOfSentence = (
  clause: Clause,
  stretches: readonly QuotedStretch[],
  sentence: number,
): SentenceReports => {
  const cues = findCues(clause).filter(cue => !isInFragment(clause, stretches, cue))
  const quotes = clause.sentence.quotes
  const uncued: ReportQuote[] = []
  const quotesOf = new Map<Cue, ReportQuote[]>()
  for (const quote of quotes) {
    if (!quote.isWhole) continue
    const cue = cueOfQuote(clause, cues, quote)
    if (cue === null) uncued.push(quote)
    else quotesOf.set(cue, [...(quotesOf.get(cue) ?? []), quote])
  }
  const found: Told[] = []
  const inOrder = inDepthOrder(clause, cues)
  const closing = cues.flatMap(cue => closingComma(clause, cue) ?? [])
  for (const cue of inOrder) {
    const own = quotesOf.get(cue)
    if (own !== undefined)
      found.push({ cue, report: reportOf(clause, cue, { own, ...leadOf(clause, cue, own), sentence }) })
  }
  for (const cue of inOrder) {
    if (quotesOf.has(cue)) continue
    const content = withoutClosing(findContent(clause, cue), closing)
    const isOuter =
      closing.includes(clauseStart(cue) - 1) && found.some(other => isToldWithin(other, content, clause))
    if (content !== null && !isOuter)
      addReport(found, { cue, report: reportOf(clause, cue, { own: [], content, sentence }) })
  }
  catchFragments(clause, stretches, { cues, found, sentence })
  return { reports: found.map(f => f.report).sort(byStart), uncued, opening: openingOf(clause, cues) }
}

/** "the plan “shares what she hopes”": what is said inside the marks is part of the quote. */
const isInFragment = (clause: Clause, stretches: readonly QuotedStretch[], cue: Cue): boolean => {
  const at = clause.starts[cue.head] ?? 0
  const source = cue.source === null ? at : (clause.starts[cue.source.from] ?? at)
  return clause.sentence.quotes.some(({ stretch, isWhole }) => {
    const { start = 0, end = 0 } = stretches[stretch] ?? {}
    return !isWhole && start <= at && at < end && start <= source && source < end
  })
}

/** "The mayor said it works, | the report said": what another cue closes is no part of what is told before it. */
const withoutClosing = (content: Content | null, closing: readonly number[]): Content | null =>
  content && {
    ...content,
    ranges: content.ranges.map(range => {
      const comma = closing.find(at => range.from < at && at < range.to)
      return comma === undefined ? range : { from: range.from, to: comma }
    }),
  }

/** Who says it in the sentence that another closes is nearer to the words than who closes it. */
const isToldWithin = ({ cue, report }: Told, content: Content | null, clause: Clause): boolean =>
  cue !== null &&
  report.cue !== null &&
  /^q.*c/.test(cue.takes) &&
  !cue.takes.includes('w') &&
  (content?.ranges ?? []).some(range => covers(spanOf(clause, range), report.cue ?? { start: -1, end: -1 }))

interface Parts {
  readonly own: readonly ReportQuote[]
  readonly content: Content | null
  /** Where the first quote begins, words before its mark among it. */
  readonly start?: number | null
  readonly sentence: number
}

const reportOf = (clause: Clause, cue: Cue, { own, content, start = null, sentence }: Parts): Report => ({
  content: [
    ...(content?.ranges ?? []).map(range => spanOf(clause, range)),
    ...own.map((quote, i) => ({ start: (i === 0 ? start : null) ?? quote.start, end: quote.end })),
  ].sort((a, b) => a.start - b.start),
  cue: spanOf(clause, cue.span),
  ...sourceSpans(clause, cue.source),
  lemma: cue.lemma,
  takes: cue.takes,
  by: `${isWeak(clause, cue) ? 'weak-' : ''}${own.length > 0 ? 'quote' : (content?.form ?? 'none')}-${cue.sourceBy}`,
  assertion: assertionOf(clause, cue),
  wholes: own.map(quote => quote.stretch),
  sentence,
})

/** A verb that seldom reports; of a poll or a study it does. */
const isWeak = (clause: Clause, cue: Cue): boolean => cue.takes.includes('w') && !isOfEvidence(clause, cue)

/** What is told inside of what is told is part of it; a report of a whole quote stays in any case. */
const addReport = (found: Told[], told: Told): void => {
  const { content, cue } = told.report
  if (found.some(({ report }) => cue !== null && report.content.some(span => covers(span, cue)))) return
  const inside = ({ report }: Told): boolean =>
    content.some(
      span => report.cue !== null && (covers(span, report.cue) || report.content.some(c => meets(span, c))),
    )
  if (found.some(other => other.report.wholes.length > 0 && inside(other))) return
  const kept = found.filter(other => !inside(other))
  found.length = 0
  found.push(...kept, told)
}

const meets = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end

const byStart = (a: Report, b: Report): number => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0)

const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

const inDepthOrder = (clause: Clause, cues: readonly Cue[]): Cue[] => {
  const depth = (i: number): number => {
    let d = 0
    for (let at = i; at >= 0 && d < 40; at = headOf(clause, at)) d++
    return d
  }
  return [...cues].sort((a, b) => depth(a.head) - depth(b.head) || a.head - b.head)
}
