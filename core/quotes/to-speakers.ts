/**
 * Who is quoted: each with all that is known by name of them, where they stand, and all their quotes.
 */
import type { Quote, QuoteSpeaker, Speaker } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import type { Cast } from './cast.ts'

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
