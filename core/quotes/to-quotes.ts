/**
 * Reports to the quotes and speakers that are stored: named, given an identity, in the order of the article.
 */
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import type { Cast } from './cast.ts'
import { confidenceOf } from './confidence.ts'
import { balanced, holdsHalf, merged, offAir, uncut, within } from './content-spans.ts'
import { intervieweeOf } from './interviewee.ts'
import { nameSpeaker } from './name-speaker.ts'
import { type Named, type SpeakerMemory, toSpeaker } from './named-speaker.ts'
import type { QuotedStretch } from './quotation-marks.ts'
import type { Report } from './report.ts'

export interface Told {
  readonly cast: Cast
  readonly stretches: readonly QuotedStretch[]
  readonly titles: readonly QuotedStretch[]
  readonly places: readonly Place[]
}

export const toQuotes = (reports: readonly Report[], told: Told): Quote[] => {
  const { text } = told.cast.reading
  const memory: SpeakerMemory = { spoken: [] }
  const interviewee = intervieweeFor(reports, told.cast)
  const taken = new Map<string, number>()
  const placeMentions = told.places
    .flatMap(place => place.mentions.map(({ start, end }) => ({ start, end, id: place.id })))
    .sort((a, b) => a.start - b.start)
  const quotes = reports.map((report): Quote => {
    const named = isAnswer(report) ? toNamed(interviewee, report) : namedBy(report, told.cast, memory)
    const content = merged(
      report.content.map(span =>
        balanced(text, uncut(offAir(text, span, told.titles), report.cue, told.stretches), told.stretches),
      ),
    )
    const words = content.map(span => text.slice(span.start, span.end)).join(' ')
    const kind = kindOf(report, content, told.stretches)
    return {
      id: idOf(words, taken),
      kind,
      content,
      text: words,
      cue: report.cue,
      ...worth(text, report, named, { kind, content }),
      assertion: report.assertion,
      places: [...new Set(report.content.flatMap(span => within(placeMentions, span).map(({ id }) => id)))],
    }
  })
  return withoutOverlaps(quotes)
}

/** Of two findings that claim the same words the less certain one goes. */
const withoutOverlaps = (quotes: readonly Quote[]): Quote[] => {
  const spans = quotes
    .flatMap(quote => quote.content.map(({ start, end }) => ({ start, end, quote })))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const dropped = new Set<Quote>()
  let last = spans[0]
  for (const span of spans.slice(1)) {
    if (dropped.has(span.quote)) continue
    if (last !== undefined && span.start < last.end && span.quote !== last.quote) {
      const isLess = span.quote.confidence <= last.quote.confidence
      dropped.add(isLess ? span.quote : last.quote)
      if (isLess) continue
    }
    last = span
  }
  if (dropped.size === 0) return [...quotes]
  return withoutOverlaps(quotes.filter(quote => !dropped.has(quote)))
}

const isAnswer = (report: Report): boolean => report.by === 'transcript-answer'

const intervieweeFor = (reports: readonly Report[], cast: Cast): Name | null => {
  const first = reports.find(({ by }) => by.startsWith('transcript-'))
  return first?.cue == null ? null : intervieweeOf(cast, first.cue.start)
}

const toNamed = (name: Name | null, { source }: Report): Named | null =>
  name === null || source === null
    ? null
    : { speaker: { ...toSpeaker(name, source), mention: null }, by: 'interviewee' } // "A" mentions nobody

const namedBy = (report: Report, cast: Cast, memory: SpeakerMemory): Named | null => {
  if (report.source === null || report.sourceHead === null) return null
  const named = nameSpeaker(cast, { span: report.source, head: report.sourceHead }, memory)
  memory.spoken.push({ at: report.source.start, speaker: named.speaker })
  return named
}

const leastNamed = 0.65 // below two in three nobody is named: a wrong speaker does more harm than none

/** Where somebody's words are certain and whose they are is not, nobody is named. */
const worth = (
  text: string,
  report: Report,
  named: Named | null,
  { kind, content }: Pick<Quote, 'kind' | 'content'>,
): Pick<Quote, 'speaker' | 'confidence' | 'by'> => {
  const finding = { kind, content, cue: report.cue, assertion: report.assertion }
  const by = named === null ? report.by : `${report.by} ${named.by}`
  const speaker = named?.speaker ?? null
  const confidence = confidenceOf(text, { ...finding, by, speaker })
  if (named === null || kind === 'indirect' || confidence >= leastNamed) return { speaker, confidence, by }
  const unsure = `${report.by} unsure`
  return {
    speaker: null,
    confidence: confidenceOf(text, { ...finding, by: unsure, speaker: null }),
    by: unsure,
  }
}

const kindOf = (
  report: Report,
  content: readonly Span[],
  stretches: readonly QuotedStretch[],
): Quote['kind'] => {
  if (/^(?:transcript|blockquote)/.test(report.by)) return 'direct' // set apart without marks
  const inside = report.content.flatMap(span => within(stretches, span))
  if (inside.length === 0) return content.some(span => holdsHalf(stretches, span)) ? 'mixed' : 'indirect'
  const isWhole = (span: Span): boolean => inside.some(s => s.start === span.start && s.end === span.end)
  return report.wholes.length > 0 && report.content.every(isWhole) ? 'direct' : 'mixed'
}

/** FNV-1a of the words, and a count where the same words were said before. */
const idOf = (words: string, taken: Map<string, number>): string => {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193)
  const id = `q-${(hash >>> 0).toString(16).padStart(8, '0')}`
  const count = (taken.get(id) ?? 0) + 1
  taken.set(id, count)
  return count === 1 ? id : `${id}-${count}`
}
