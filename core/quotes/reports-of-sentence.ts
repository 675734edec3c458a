/**
 * What a sentence reports: each whole quote with the cue beside it, then the clauses that other cues govern.
 *
 *   “A,” said Ruiz, adding: “B.”   -> “A” by "said Ruiz", “B” by "adding"
 */
import type { Assertion } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import { type Clause, childBy, firstOf, headOf, lastOf, tagAt, wordAt } from './clause.ts'
import { isNegation } from './cue-lexicon.ts'
import { type Content, findContent } from './find-content.ts'
import { type Cue, findCues } from './find-cues.ts'
import type { WordRange } from './noun-phrase.ts'
import type { QuotedStretch } from './quotation-marks.ts'
import type { Opening, Report } from './report.ts'
import type { ReportQuote } from './report-sentences.ts'

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
  const cues = findCues(clause)
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
  for (const cue of inOrder) {
    const own = quotesOf.get(cue)
    if (own !== undefined)
      found.push({ cue, report: reportOf(clause, cue, { own, content: leadIn(clause, cue, own), sentence }) })
  }
  for (const cue of inOrder) {
    if (quotesOf.has(cue)) continue
    const content = findContent(clause, cue)
    if (content !== null)
      addReport(found, { cue, report: reportOf(clause, cue, { own: [], content, sentence }) })
  }
  catchFragments(clause, stretches, { cues, found, sentence })
  return { reports: found.map(f => f.report).sort(byStart), uncued, opening: openingOf(clause, cues) }
}

interface Told {
  readonly report: Report
  readonly cue: Cue | null
}

interface Parts {
  readonly own: readonly ReportQuote[]
  readonly content: Content | null
  readonly sentence: number
}

const reportOf = (clause: Clause, cue: Cue, { own, content, sentence }: Parts): Report => ({
  content: [
    ...(content?.ranges ?? []).map(range => spanOf(clause, range)),
    ...own.map(({ start, end }) => ({ start, end })),
  ].sort((a, b) => a.start - b.start),
  cue: spanOf(clause, cue.span),
  ...sourceSpans(clause, cue.source),
  lemma: cue.lemma,
  takes: cue.takes,
  by: `${cue.takes.includes('w') ? 'weak-' : ''}${own.length > 0 ? 'quote' : (content?.form ?? 'none')}-${cue.sourceBy}`,
  assertion: assertionOf(clause, cue),
  wholes: own.map(quote => quote.stretch),
  sentence,
})

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

interface Found {
  readonly cues: readonly Cue[]
  readonly found: Told[]
  readonly sentence: number
}

/** A fragment that stands behind a report, or behind a cue without content, is part of what that reports. */
const catchFragments = (
  clause: Clause,
  stretches: readonly QuotedStretch[],
  { cues, found, sentence }: Found,
): void => {
  for (const quote of clause.sentence.quotes) {
    const stretch = stretches[quote.stretch]
    if (quote.isWhole || stretch === undefined) continue
    if (
      found.some(({ report }) =>
        report.content.some(span => span.start <= stretch.start && stretch.end <= span.end),
      )
    )
      continue
    const cue = cues.findLast(c => c.span.to <= quote.place)
    if (cue === undefined) {
      if (isLongFragment(clause, stretch)) found.push({ cue: null, report: bareFragment(stretch, sentence) })
      continue
    }
    const owner =
      found.find(f => f.cue === cue) ??
      found.findLast(
        f => lastEnd(f.report) < stretch.end && lastEnd(f.report) > (clause.ends[cue.span.to - 1] ?? 0),
      )
    if (owner !== undefined) {
      const spans = owner.report.content
      const last = spans[spans.length - 1]
      const isWhole = owner.report.wholes.length > 0
      if (isWhole)
        owner.report.content = [...spans, { start: stretch.start, end: stretch.end }].sort(
          (a, b) => a.start - b.start,
        )
      else if (last !== undefined && last.end < stretch.end)
        owner.report.content = [...spans.slice(0, -1), { start: last.start, end: stretch.end }]
      continue
    }
    const from = cue.source !== null && cue.source.from >= cue.span.to ? cue.source.to : cue.span.to
    if (from > quote.place) continue
    const start = from === quote.place ? stretch.start : (clause.starts[from] ?? stretch.start)
    found.push({
      cue,
      report: {
        content: [{ start, end: stretch.end }],
        cue: spanOf(clause, cue.span),
        ...sourceSpans(clause, cue.source),
        lemma: cue.lemma,
        takes: cue.takes,
        by: `${cue.takes.includes('w') ? 'weak-' : ''}fragment-${cue.sourceBy}`,
        assertion: assertionOf(clause, cue),
        wholes: [],
        sentence,
      },
    })
  }
}

const fewestWords = 4 // a shorter fragment that nothing reports is a term or a scare quote more often than somebody's words

const isLongFragment = (clause: Clause, stretch: QuotedStretch): boolean => {
  let words = 0
  for (let i = 0; i < clause.count; i++) {
    const start = clause.starts[i] ?? 0
    if (start >= stretch.start && start < stretch.end && /[\p{L}\p{N}]/u.test(wordAt(clause, i))) words++
  }
  return words >= fewestWords
}

/** Somebody's words, but the sentence does not say whose. */
const bareFragment = (stretch: QuotedStretch, sentence: number): Report => ({
  content: [{ start: stretch.start, end: stretch.end }],
  cue: null,
  source: null,
  sourceHead: null,
  lemma: '',
  takes: '',
  by: 'fragment-alone',
  assertion: 'asserted',
  wholes: [],
  sentence,
})

const lastEnd = (report: Report): number => report.content[report.content.length - 1]?.end ?? 0

const byStart = (a: Report, b: Report): number => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0)
const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end

export const spanOf = (clause: Clause, range: WordRange): Span => ({
  start: clause.starts[range.from] ?? 0,
  end: clause.ends[range.to - 1] ?? 0,
})

/** A source with its head: the last of its words that hangs on a word outside. */
const sourceSpans = (
  clause: Clause,
  range: WordRange | null,
): { source: Span | null; sourceHead: Span | null } => {
  if (range === null) return { source: null, sourceHead: null }
  let head = range.to - 1
  for (let i = range.from; i < range.to; i++) {
    const above = headOf(clause, i)
    if ((above < range.from || above >= range.to) && /^(?:N|PRP|W|DT|CD|FW)/.test(tagAt(clause, i))) {
      head = i
      break
    }
  }
  return { source: spanOf(clause, range), sourceHead: spanOf(clause, { from: head, to: head + 1 }) }
}

const inDepthOrder = (clause: Clause, cues: readonly Cue[]): Cue[] => {
  const depth = (i: number): number => {
    let d = 0
    for (let at = i; at >= 0 && d < 40; at = headOf(clause, at)) d++
    return d
  }
  return [...cues].sort((a, b) => depth(a.head) - depth(b.head) || a.head - b.head)
}

const clauseStart = (cue: Cue): number =>
  cue.source === null ? cue.span.from : Math.min(cue.span.from, cue.source.from)

/** The cue that introduces or follows a whole quote, or null. */
const cueOfQuote = (clause: Clause, cues: readonly Cue[], quote: ReportQuote): Cue | null => {
  const after = cues.find(
    cue =>
      cue.head >= quote.place &&
      clauseStart(cue) >= quote.place &&
      mayQuote(cue) &&
      (cue.sourceBy === 'subject' || cue.sourceBy === 'inverted' || cue.sourceBy === 'phrase'),
  )
  const before = cues.findLast(cue => cue.span.to <= quote.place && mayQuote(cue))
  const isAfterNear = after !== undefined && isNear(clause, quote.place, clauseStart(after))
  if (before !== undefined) {
    const last = wordAt(clause, quote.place - 1)
    const introduces =
      /^[,:]$/.test(last) || quote.place === before.span.to || /^(?:that|as|—|–|--)$/.test(last)
    if (introduces || !isAfterNear)
      return hasOtherHole(clause, before.span.to, quote.place) && isAfterNear ? after : before
  }
  return isAfterNear && after !== undefined ? after : null
}

const mayQuote = (cue: Cue): boolean => /[qcow]/.test(cue.takes) && cue.content === undefined

const isNear = (clause: Clause, place: number, start: number): boolean => {
  for (let i = place; i < start; i++)
    if (!/^[,—–-]+$/.test(wordAt(clause, i)) && start - place > 3) return false
  return true
}

const hasOtherHole = (clause: Clause, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (clause.holes[i] === 1) return true
  return false
}

/** Reported words that lead into a quote: "said it works: “…”". */
const leadIn = (clause: Clause, cue: Cue, own: readonly ReportQuote[]): Content | null => {
  if (own.some(quote => quote.place <= clauseStart(cue))) return null
  const content = findContent(clause, cue)
  if (content === null || content.form !== 'clause') return null
  return content
}

/** "Ruiz had this to say:" opens what stands behind it; so does a last cue with a source. */
const openingOf = (clause: Clause, cues: readonly Cue[]): Opening | null => {
  const colon = clause.count - 1
  if (wordAt(clause, colon) !== ':') return null
  const cue = cues.findLast(c => c.source !== null)
  if (cue?.source) {
    const end = cue.span.to
    return {
      cue: spanOf(clause, { from: cue.span.from, to: end }),
      ...sourceSpans(clause, cue.source),
      lemma: cue.lemma,
    }
  }
  for (let i = 0; i < clause.count; i++) {
    if (headOf(clause, i) >= 0) continue
    const subject = childBy(clause, i, 'nsubj')
    const isBare =
      subject === undefined && i < 12 && /^N/.test(tagAt(clause, i)) && lastOf(clause, i) >= colon
    if (subject === undefined && !isBare) break
    const source =
      subject === undefined
        ? { from: 0, to: colon }
        : { from: firstOf(clause, subject), to: lastOf(clause, subject) }
    return { cue: spanOf(clause, { from: colon, to: colon + 1 }), ...sourceSpans(clause, source), lemma: ':' }
  }
  return null
}

const hypotheticals: ReadonlySet<string> = new Set(
  'would could might may should if unless whether'.split(' '),
)

const assertionOf = (clause: Clause, cue: Cue): Assertion => {
  for (let i = cue.span.from; i < cue.head; i++)
    if (isNegation(wordAt(clause, i)) && wordAt(clause, i + 1) !== 'only') return 'negated'
  if (wordAt(clause, clause.count - 1) === '?' && cue.span.from <= 3) return 'questioned'
  for (let i = cue.span.from; i < cue.head; i++)
    if (hypotheticals.has(wordAt(clause, i))) return 'hypothetical'
  const start = clauseStart(cue)
  return start > 0 && hypotheticals.has(wordAt(clause, start - 1)) ? 'hypothetical' : 'asserted'
}
