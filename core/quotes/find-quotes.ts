/**
 * Who said what: direct, mixed and indirect quotes, each with its cue and its speaker.
 *
 *   “It works,” said Ana Ruiz, a nurse. -> direct “It works,” · said · Ana Ruiz, role "nurse"
 *
 * Nothing is asserted that the words around a quote do not say: without a cue, or a quote that it goes on from, a quote
 * has no speaker. Reading the sentences is English; other languages get what stands in quotation marks.
 */
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote, Speaker } from '../../content-schema/quote.ts'
import type { NameSpan } from '../names/tag-names.ts'
import type { Syntax } from '../syntax/syntax.ts'
import type { Reading } from '../text/reading.ts'
import { readClause } from './clause.ts'
import { linkQuotes, type ReadSentence } from './link-quotes.ts'
import { findQuotedStretches } from './quotation-marks.ts'
import { findReportSentences } from './report-sentences.ts'
import { reportsOfSentence } from './reports-of-sentence.ts'

export interface QuoteContext {
  readonly spans: readonly NameSpan[]
  readonly names: readonly Name[]
  readonly places: readonly Place[]
  readonly syntax: Syntax
}

/** Quotes in the order of the article, and who is quoted. */
export const findQuotes = (
  reading: Reading,
  context: QuoteContext,
): { quotes: Quote[]; speakers: Speaker[] } => {
  const stretches = findQuotedStretches(reading.text)
  const sentences = findReportSentences(reading, stretches)
  const read = sentences.map((sentence, index): ReadSentence => {
    const clause = readClause(reading, sentence, context.syntax)
    if (clause === null)
      return { sentence, reports: [], uncued: sentence.quotes.filter(q => q.isWhole), opening: null }
    return { sentence, ...reportsOfSentence(clause, stretches, index) }
  })
  const reports = linkQuotes(read, stretches)
  const quotes = reports.map((report, i): Quote => {
    const text = report.content.map(span => reading.text.slice(span.start, span.end)).join(' ')
    const inside = stretches.some(s => report.content.some(c => c.start <= s.start && s.end <= c.end))
    const isDirect = report.wholes.length === report.content.length && report.wholes.length > 0
    return {
      id: `q${i}`,
      kind: isDirect ? 'direct' : inside ? 'mixed' : 'indirect',
      content: [...report.content],
      text,
      cue: report.cue,
      speaker:
        report.source === null
          ? null
          : {
              id: null,
              name: reading.text.slice(report.source.start, report.source.end),
              role: null,
              kind: 'person',
              mention: report.source,
            },
      assertion: report.assertion,
      confidence: 0.5,
      by: report.by,
      places: [],
    }
  })
  return { quotes, speakers: [] }
}
