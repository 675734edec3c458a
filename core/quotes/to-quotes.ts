/**
 * Reports to the quotes and speakers that are stored: named, given an identity, in the order of the article.
 */
import type { Place } from '../../content-schema/place.ts'
import type { Quote, QuoteSpeaker, Speaker } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import type { Cast } from './cast.ts'
import { confidenceOf } from './confidence.ts'
import { nameSpeaker } from './name-speaker.ts'
import type { Named, SpeakerMemory } from './named-speaker.ts'
import type { QuotedStretch } from './quotation-marks.ts'
import type { Report } from './report.ts'
import { endBeforeProgramme } from './work-titles.ts'

export interface Told {
  readonly cast: Cast
  readonly stretches: readonly QuotedStretch[]
  readonly titles: readonly QuotedStretch[]
  readonly places: readonly Place[]
}

export const toQuotes = (reports: readonly Report[], told: Told): Quote[] => {
  const { text } = told.cast.reading
  const memory: SpeakerMemory = { spoken: [] }
  const taken = new Map<string, number>()
  const placeMentions = told.places
    .flatMap(place => place.mentions.map(({ start, end }) => ({ start, end, id: place.id })))
    .sort((a, b) => a.start - b.start)
  const quotes = reports.map((report): Quote => {
    const named = namedBy(report, told.cast, memory)
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

/** In order, and what overlaps as one. */
const merged = (spans: readonly Span[]): Span[] => {
  const found: Span[] = []
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = found[found.length - 1]
    if (last !== undefined && span.start < last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) }
    else found.push(span)
  }
  return found
}

const namedBy = (report: Report, cast: Cast, memory: SpeakerMemory): Named | null => {
  if (report.source === null || report.sourceHead === null) return null
  const named = nameSpeaker(cast, { span: report.source, head: report.sourceHead }, memory)
  memory.spoken.push({ at: report.source.start, speaker: named.speaker })
  return named
}

const evens = 0.5

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
  if (named === null || kind === 'indirect' || confidence >= evens) return { speaker, confidence, by }
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

/** Whether a span holds half of a stretch in quotation marks: reported in part, and in the speaker's words. */
const holdsHalf = (stretches: readonly QuotedStretch[], { start, end }: Span): boolean => {
  const around = within(stretches, { start: start - longestStretch, end: end + longestStretch })
  return around.some(s => 2 * (Math.min(end, s.end) - Math.max(start, s.start)) >= s.end - s.start)
}
const longestStretch = 600 // units; longer ones are whole quotes, which reports of parts do not cut

const offAir = (text: string, span: Span, titles: readonly QuotedStretch[]): Span => {
  const inside = within(titles, { start: span.start, end: span.end + 1 })
  return { start: span.start, end: endBeforeProgramme(text, span, inside[inside.length - 1]) }
}

/** Ruiz says “whatever they say, [it works” for all]: words that begin or end inside of a fragment take in all of it. */
const uncut = (span: Span, cue: Span | null, stretches: readonly QuotedStretch[]): Span => {
  let { start, end } = span
  for (const s of within(stretches, { start: start - longestStretch, end: end + longestStretch })) {
    if (cue !== null && s.start < cue.end && cue.start < s.end) continue
    if (s.start < start && start < s.end && s.end < end) start = s.start
    if (s.start < end && end < s.end && start < s.open) end = s.end
  }
  return { start, end }
}

/** With both marks of a fragment at its end or begin, or with neither; without a comma at the end. */
const balanced = (text: string, span: Span, stretches: readonly QuotedStretch[]): Span => {
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
const within = <S extends Span>(spans: readonly S[], { start, end }: Span): S[] => {
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

/** FNV-1a of the words, and a count where the same words were said before. */
const idOf = (words: string, taken: Map<string, number>): string => {
  let hash = 0x811c9dc5
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words.charCodeAt(i), 0x01000193)
  const id = `q-${(hash >>> 0).toString(16).padStart(8, '0')}`
  const count = (taken.get(id) ?? 0) + 1
  taken.set(id, count)
  return count === 1 ? id : `${id}-${count}`
}

/** Everybody who is quoted, in the order in which they first speak; two of one name stay two. */
export const toSpeakers = (quotes: readonly Quote[], cast: Cast): Speaker[] => {
  const mentionsOf = new Map<string, Span[]>()
  for (const { name, start, end } of cast.mentions) append(mentionsOf, name.id, { start, end })
  const speakers = new Map<string, Speaker>()
  const ids = new Set<string>()
  for (const { id, speaker } of quotes) {
    if (speaker === null) continue
    const key = speaker.id ?? `${speaker.kind} ${speaker.name.toLowerCase()}`
    const known = speakers.get(key) ?? {
      id: speaker.id ?? freeId(speaker, ids),
      name: speaker.name,
      role: speaker.role,
      kind: speaker.kind,
      mentions: [...(mentionsOf.get(speaker.id ?? '') ?? [])],
      quotes: [],
    }
    speakers.set(key, known)
    known.quotes.push(id)
    if (speaker.mention !== null) known.mentions.push(speaker.mention)
  }
  return [...speakers.values()].map(speaker => ({ ...speaker, mentions: apart(speaker.mentions) }))
}

const append = (lists: Map<string, Span[]>, key: string, span: Span): void => {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [span])
  else list.push(span)
}

/** In order; of two that overlap the shorter one, which is the name itself. */
const apart = (mentions: readonly Span[]): Span[] => {
  const found: Span[] = []
  for (const { start, end } of [...mentions].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found[found.length - 1]
    if (last === undefined || start >= last.end) found.push({ start, end })
    else if (end - start < last.end - last.start) found[found.length - 1] = { start, end }
  }
  return found
}

const freeId = (speaker: QuoteSpeaker, taken: Set<string>): string => {
  const slug = speaker.name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  let id = `${speaker.kind}-${slug || 'source'}`
  for (let n = 2; taken.has(id); n++) id = `${speaker.kind}-${slug}-${n}`
  taken.add(id)
  return id
}
