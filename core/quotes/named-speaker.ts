/**
 * A source and the speaker that it was found to be, and what is remembered of those before.
 */
import type { Name } from '../../content-schema/name.ts'
import type { QuoteSpeaker } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'

export interface Source {
  readonly span: Span
  /** Its head word: what the rest belongs to. */
  readonly head: Span
}

export interface Named {
  readonly speaker: QuoteSpeaker
  readonly by: string
}

/** Whom the speakers so far were; grows as quotes are named in the order of the text. */
export interface SpeakerMemory {
  readonly spoken: { readonly at: number; readonly speaker: QuoteSpeaker }[]
}

const farthestSpeaker = 40 // reports back; nobody is taken up from farther

export const recent = (memory: SpeakerMemory): SpeakerMemory['spoken'] =>
  memory.spoken.slice(-farthestSpeaker)

export const toSpeaker = (name: Name, span: Span): QuoteSpeaker => ({
  id: name.id,
  name: name.name,
  role: name.role,
  kind: name.kind,
  mention: span,
})

export const asWritten = (written: string, kind: QuoteSpeaker['kind'], span: Span): QuoteSpeaker => ({
  id: null,
  name: written.replace(/,? (?:which|who|whose)\b.*$/s, ''),
  role: null,
  kind,
  mention: span,
})
