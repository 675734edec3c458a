/**
 * Spans of what was said as they are stored: with both marks of a fragment or with neither, whole fragments only, without
 * the programme on which it was said.
 */
import type { Span } from '../../content-schema/span.ts'
import type { QuotedStretch } from './quotation-marks.ts'
import { endBeforeProgramme } from './work-titles.ts'

/** In order, and what overlaps as one. */
export const merged = (spans: readonly Span[]): Span[] => {
  const found: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found[found.length - 1]
    if (last !== undefined && span.start < last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else found.push(span)
  }
  return found
}

/** Whether a span holds half of a stretch in quotation marks: reported in part, and in the speaker's words. */
export const holdsHalf = (stretches: readonly QuotedStretch[], { start, end }: Span): boolean => {
  const around = within(stretches, { start: start - longestStretch, end: end + longestStretch })
  return around.some(s => 2 * (Math.min(end, s.end) - Math.max(start, s.start)) >= s.end - s.start)
}
const longestStretch = 600 // units; longer ones are whole quotes, which reports of parts do not cut

export const offAir = (text: string, span: Span, titles: readonly QuotedStretch[]): Span => {
  const inside = within(titles, { start: span.start, end: span.end + 1 })
  return { start: span.start, end: endBeforeProgramme(text, span, inside[inside.length - 1]) }
}

/** Ruiz says “whatever they say, [it works” for all]: words that begin or end inside of a fragment take in all of it. */
export const uncut = (span: Span, cue: Span | null, stretches: readonly QuotedStretch[]): Span => {
  let { start, end } = span
  for (const s of within(stretches, { start: start - longestStretch, end: end + longestStretch })) {
    if (cue !== null && s.start < cue.end && cue.start < s.end) continue
    if (s.start < start && start < s.end && s.end < end) start = s.start
    if (s.start < end && end < s.end && start < s.open) end = s.end
  }
  return { start, end }
}

/** With both marks of a fragment at its end or begin, or with neither; without a comma at the end. */
export const balanced = (text: string, span: Span, stretches: readonly QuotedStretch[]): Span => {
  const inside = within(stretches, span)
  const first = inside[0]
  const last = inside[inside.length - 1]
  let { start, end } = span
  if (last !== undefined && last.end === end && last.open > start) end = last.close
  if (first !== undefined && first.start === start && first.close < end) start = first.open
  if (text.charAt(end - 1) === ',') end--
  return end > start ? { start, end } : span
}

/** Those of the spans, which are in order, that lie inside another. */
export const within = <S extends Span>(spans: readonly S[], { start, end }: Span): S[] => {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: S[] = []
  for (let i = low; i < spans.length; i++) {
    const span = spans[i]
    if (span === undefined || span.start >= end) break
    if (span.end <= end) found.push(span)
  }
  return found
}
