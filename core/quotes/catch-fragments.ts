/**
 * Words in marks that no report has taken yet: part of what the cue before them reports, or somebody's words unsaid whose.
 *
 *   Ruiz told leaders that it was run by those “who put money first.”   -> part of what Ruiz told
 */

import { type Clause, wordAt } from './clause.ts'
import type { Cue } from './cue.ts'
import { isMark } from './noun-phrase.ts'
import type { QuotedStretch } from './quotation-marks.ts'
import type { Report } from './report.ts'
import { assertionOf, sourceSpans, spanOf } from './spans-of-clause.ts'

export interface Told {
  readonly report: Report
  readonly cue: Cue | null
}

interface Found {
  readonly cues: readonly Cue[]
  readonly found: Told[]
  readonly sentence: number
}

/** A fragment that stands behind a report, or behind a cue without content, is part of what that reports. */
export const catchFragments = (
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
      if (isFree(found, stretch) && isLongFragment(clause, stretch))
        found.push({ cue: null, report: bareFragment(stretch, sentence) })
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
    let from = cue.source !== null && cue.source.from >= cue.span.to ? cue.source.to : cue.span.to
    while (from < quote.place && /^[,:—–-]+$/.test(wordAt(clause, from))) from++
    for (let i = from; i < quote.place; i++) if (wordAt(clause, i) === 'that') from = i
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

const isFree = (found: readonly Told[], { start, end }: QuotedStretch): boolean =>
  found.every(({ report }) => report.content.every(span => span.end <= start || end <= span.start))

const fewestWords = 4 // a shorter fragment that nothing reports is a term or a scare quote more often than somebody's words

const isLongFragment = (clause: Clause, stretch: QuotedStretch): boolean => {
  let words = 0
  for (let i = 0; i < clause.count; i++) {
    const start = clause.starts[i] ?? 0
    if (start >= stretch.start && start < stretch.end && !isMark(wordAt(clause, i))) words++
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
