/**
 * Whole quotes that have no cue of their own, and the report they belong to.
 *
 *   “It works,” said Ruiz. “It will hold.”        goes on in the same paragraph
 *   “It works.⏎“It will hold,” said Ruiz.         takes up again what the paragraph before left open
 *   Ruiz had this to say:⏎“It works.”             is opened by the sentence before
 *
 * Not done: a speaker from paragraphs away. Such guesses are nearly always wrong; the quote then has no speaker.
 */
import type { Span } from '../../content-schema/span.ts'
import type { QuotedStretch } from './quotation-marks.ts'
import type { Opening, Report } from './report.ts'
import type { ReportSentence } from './report-sentences.ts'
import type { SentenceReports } from './reports-of-sentence.ts'

export interface ReadSentence extends SentenceReports {
  readonly sentence: ReportSentence
}

/** All reports in order, with the quotes that had no cue joined to them or left without a speaker. */
export const linkQuotes = (read: readonly ReadSentence[], stretches: readonly QuotedStretch[]): Report[] => {
  const reports: Report[] = []
  let last: Report | null = null // the last report that has a whole quote
  let waiting: Report[] = [] // quotes of this paragraph that no cue has claimed yet
  let line = -1
  read.forEach((one, index) => {
    if (one.sentence.line !== line) waiting = []
    line = one.sentence.line
    const before = read[index - 1]
    for (const quote of one.uncued) {
      const owner = ownerOf(quote.stretch, { stretches, one, index, last, lastLine: lineOf(read, last) })
      if (owner !== null) {
        extend(owner, quote.stretch, quote)
        last = owner
        continue
      }
      const opening = one.opening ?? openingBefore(one, before)
      const mayGoOn = opening === null && stretches[quote.stretch]?.isDialogue !== true
      const sooner = mayGoOn ? speakerBefore(reports, index, one, before) : null
      const by = opening !== null ? 'quote-opened' : (sooner?.by ?? 'quote-alone')
      const report = newReport(quote, {
        index: quote.stretch,
        sentence: index,
        opening: opening ?? sooner?.opening ?? null,
        by,
      })
      reports.push(report)
      if (report.source !== null) last = report
      else waiting.push(report)
    }
    for (const report of one.reports) {
      reports.push(report)
      if (report.wholes.length === 0) continue
      last = report
      takeEarlier(reports, report, stretches)
      for (const early of waiting) {
        if (!isJustBefore(early, report, read)) continue
        extend(report, early.wholes[0] ?? 0, early.content[0] ?? { start: 0, end: 0 })
        reports.splice(reports.indexOf(early), 1)
      }
      waiting = []
    }
  })
  return reports.sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

/** “One.⏎“Two,” said Ruiz: the paragraphs that were left open before the one with the cue are hers too. */
const takeEarlier = (reports: Report[], report: Report, stretches: readonly QuotedStretch[]): void => {
  for (let first = report.wholes[0] ?? 0; stretches[first]?.continues; first = report.wholes[0] ?? 0) {
    const early = reports
      .slice(-farthestReport)
      .findLast(r => r !== report && r.source === null && r.wholes.includes(first - 1))
    if (early === undefined) return
    report.content = [...early.content, ...report.content]
    report.wholes = [...early.wholes, ...report.wholes]
    reports.splice(reports.indexOf(early), 1)
  }
}

const lineOf = (read: readonly ReadSentence[], report: Report | null): number =>
  report === null ? -1 : (read[report.sentence]?.sentence.line ?? -1)

interface Surroundings {
  readonly stretches: readonly QuotedStretch[]
  readonly one: ReadSentence
  readonly index: number
  readonly last: Report | null
  readonly lastLine: number
}

const ownerOf = (index: number, around: Surroundings): Report | null => {
  const { last, one } = around
  if (last === null) return null
  const previous = last.wholes[last.wholes.length - 1] ?? -1
  if (around.stretches[index]?.continues && previous === index - 1) return last
  const isAlone = one.sentence.words.length <= 1 && one.sentence.quotes.length === 1
  const isNext = previous === index - 1 || last.sentence === around.index - 1
  if (isAlone && one.sentence.line === around.lastLine && isNext) return last
  return null
}

const openingBefore = (one: ReadSentence, before: ReadSentence | undefined): Opening | null => {
  if (before === undefined || before.opening === null) return null
  return one.sentence.words.length <= 2 ? before.opening : null
}

const extend = (report: Report, index: number, stretch: { start: number; end: number }): void => {
  report.content = [...report.content, { start: stretch.start, end: stretch.end }].sort(
    (a, b) => a.start - b.start,
  )
  report.wholes = [...report.wholes, index].sort((a, b) => a - b)
}

const farthestReport = 20 // reports to look back for one with a source

const lastWithSource = (reports: readonly Report[]): number => {
  for (let i = reports.length - 1; i >= Math.max(0, reports.length - farthestReport); i--)
    if (reports[i]?.source !== null) return i
  return -1
}

/** A paragraph that is a quote and no more goes on for whoever spoke in the sentence before it. */
const speakerBefore = (
  reports: readonly Report[],
  index: number,
  one: ReadSentence,
  before: ReadSentence | undefined,
): { opening: Opening; by: string } | null => {
  if (before === undefined || one.sentence.words.length > 1 || one.sentence.quotes.length > 1) return null
  const last = reports[lastWithSource(reports)]
  if (last === undefined || !last.takes.startsWith('q')) return null
  const isLast =
    last.sentence === index - 1 ||
    (last.wholes.length > 0 && before.sentence.quotes.some(q => last.wholes.includes(q.stretch)))
  if (!isLast || /\bask/.test(last.lemma)) return null
  const opening = { cue: null, source: last.source, sourceHead: last.sourceHead, lemma: '' }
  const gap = one.sentence.line - before.sentence.line
  return gap === 0
    ? { opening, by: 'quote-after-report' }
    : gap === 1
      ? { opening, by: 'quote-next-paragraph' }
      : null
}

interface Place {
  readonly index: number
  readonly sentence: number
  readonly opening: Opening | null
  readonly by: string
}

const newReport = (span: Span, { index, sentence, opening, by }: Place): Report => ({
  content: [{ start: span.start, end: span.end }],
  cue: opening?.cue ?? null,
  source: opening?.source ?? null,
  sourceHead: opening?.sourceHead ?? null,
  lemma: opening?.lemma ?? '',
  takes: 'q',
  by,
  assertion: 'asserted',
  wholes: [index],
  sentence,
})

const isJustBefore = (early: Report, report: Report, read: readonly ReadSentence[]): boolean =>
  (early.wholes[0] ?? 0) + 1 === report.wholes[0] &&
  report.sentence - early.sentence === 1 &&
  (read[early.sentence]?.sentence.words.length ?? 9) <= 1
