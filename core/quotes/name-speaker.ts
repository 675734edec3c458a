/**
 * Who a source is: the fullest name that the article has for it, or what it is called where it has none.
 *
 *   "Carter" -> Ash Carter    "he" -> the person last spoken of    "the minister" -> the one whose role says so
 *   "a senior official" -> unnamed    "Moscow" -> an organisation
 *
 * Where two people fit equally, the source is left as it is written: a wrong name is worse than "he".
 */
import type { Name } from '../../content-schema/name.ts'
import type { QuoteSpeaker } from '../../content-schema/quote.ts'
import { isUpperAt } from '../text/character-class.ts'
import {
  type Cast,
  documents,
  isOwner,
  lowerBound,
  type Mention,
  mentionsWithin,
  organisations,
  persons,
  sentenceIndex,
  sentencesBetween,
} from './cast.ts'
import { isLowerAt, lettersEnd } from './letter-runs.ts'
import { asWritten, type Named, recent, type Source, type SpeakerMemory, toSpeaker } from './named-speaker.ts'
import { byPronoun, byRelative, personPronouns, relatives } from './speaker-by-pronoun.ts'

export const nameSpeaker = (cast: Cast, source: Source, memory: SpeakerMemory): Named => {
  const { text } = cast.reading
  const { span } = source
  const written = text.slice(span.start, span.end).replace(/[,\s]+$/, '')
  const lower = written.toLowerCase()
  const word = text.slice(source.head.start, source.head.end).toLowerCase()
  if (personPronouns.has(lower)) return byPronoun(cast, source, memory, written)
  if (relatives.has(lower)) return byRelative(cast, source, written)
  const named = byName(cast, source, word)
  if (named !== null) return named
  const definite = /^(?:the|this|that|his|her|its|their) /i.test(written)
  if (definite && !/\d/.test(written)) {
    const known = byRole(cast, source, word, memory)
    if (known !== null) return known
  }
  return byKind(cast, source, written, word)
}

/** The name in the source that its head belongs to: not the owner in "Ruiz's lawyer", not the place in "of Leeds". */
const byName = (cast: Cast, source: Source, word: string): Named | null => {
  const { text } = cast.reading
  const inside = mentionsWithin(cast, source.span)
  if (inside.length === 0) return null
  const atHead = inside.find(m => m.start <= source.head.start && source.head.end <= m.end)
  if (atHead !== undefined && isMemberOf(text, atHead, source)) return null
  if (atHead !== undefined)
    return { speaker: withRole(cast, toSpeaker(atHead.name, source.span), source, atHead), by: 'name' }
  const isOrganisation = organisations.has(word) || documents.has(word)
  const apart = inside.find(m => m.name.kind === 'person' && !isOwner(text, m) && isApart(text, m, source))
  if (apart !== undefined && !isOrganisation)
    return { speaker: withRole(cast, toSpeaker(apart.name, source.span), source, apart), by: 'apposition' }
  const closing = inside[inside.length - 1]
  const isApposed = closing !== undefined && closing.name.kind === 'organisation' && !isOwner(text, closing)
  if (isApposed && closing.end >= source.span.end && followsNoun(text, closing, source))
    return { speaker: toSpeaker(closing.name, source.span), by: 'apposition' }
  return null
}

/** "a Harbour Board member": the organisation only tells whose. */
const isMemberOf = (text: string, mention: Mention, source: Source): boolean => {
  const from = mention.end + 1
  if (mention.name.kind !== 'organisation' || text.charAt(mention.end) !== ' ' || !isLowerAt(text, from))
    return false
  return persons.has(text.slice(from, Math.min(source.span.end, lettersEnd(text, from))))
}

/** "the think tank Institute for Peace": a name right behind a common noun, with no preposition between. */
const followsNoun = (text: string, mention: Mention, source: Source): boolean =>
  /(?:^|\s)(?!(?:of|for|to|at|by|from|with|in|on|and|the|a|an)\s)\p{Ll}+ $/u.test(
    text.slice(source.span.start, mention.start),
  )

/** Behind a comma, or right behind the role: "the company's chief, Ana Ruiz,", "lawyer Ana Ruiz". */
const isApart = (text: string, mention: Mention, source: Source): boolean => {
  const before = text.slice(Math.max(source.span.start, mention.start - 4), mention.start)
  return (
    mention.start === source.span.start ||
    /[,—–-]\s*$/.test(before) ||
    (mention.start >= source.head.end && !isGoverned(text.slice(source.head.end, mention.start)))
  )
}

/** " of the | Ruiz": a preposition stands before, with three words at most between */
const isGoverned = (between: string): boolean => preposition.test(between) && behindPreposition.test(between)
const preposition = /\b(?:of|for|to|at|by|from|with|in|on)\s/
const behindPreposition = /\b(?:of|for|to|at|by|from|with|in|on)\s+(?:\p{L}+\s+){0,3}$/u

/** Where the article's names give no role, the words beside the name in the source do. */
const withRole = (cast: Cast, speaker: QuoteSpeaker, source: Source, mention: Mention): QuoteSpeaker => {
  if (speaker.role !== null || speaker.kind !== 'person') return speaker
  const { text } = cast.reading
  const before = text
    .slice(source.span.start, mention.start)
    .replace(/^(?:the|a|an)\s+/i, '')
    .replace(/[,\s]+$/, '')
  if (before !== '' && before.length < 80 && hasPersonNoun(before)) return { ...speaker, role: before }
  const after = text
    .slice(mention.end, source.span.end)
    .match(/^,\s*(?:\d+,\s*)?(?:the |a |an )?(?!who\b|which\b|whose\b)([^,]{3,80})/)?.[1]
  return after !== undefined && hasPersonNoun(after) ? { ...speaker, role: after.trim() } : speaker
}

const hasPersonNoun = (words: string): boolean =>
  words
    .toLowerCase()
    .split(/[\s-]+/)
    .some(w => persons.has(w))

/** "the minister", "the group": somebody whose role or name has that word, the one last spoken of first. */
const byRole = (cast: Cast, source: Source, word: string, memory: SpeakerMemory): Named | null => {
  if (!persons.has(word) && !organisations.has(word)) return null
  const kind = persons.has(word) ? 'person' : 'organisation'
  const before = cast.mentions.filter(m => m.start < source.span.start && m.name.kind === kind)
  const fitting = new Map(before.filter(m => says(m.name, word)).map(m => [m.name.id, m.name]))
  const last = recent(memory).findLast(s => s.at < source.span.start)
  if (fitting.size === 1) {
    const [name] = fitting.values()
    if (name !== undefined) return { speaker: toSpeaker(name, source.span), by: 'role' }
  }
  if (last?.speaker.id != null && fitting.has(last.speaker.id))
    return { speaker: { ...last.speaker, mention: source.span }, by: 'role' }
  const isNear = last !== undefined && sentencesBetween(cast, last.at, source.span.start) <= 3
  if (
    fitting.size === 0 &&
    isNear &&
    last.speaker.kind === kind &&
    last.speaker.id !== null &&
    kind === 'person'
  )
    return null
  return null
}

const says = (name: Name, word: string): boolean =>
  name.kind === 'person'
    ? (name.role ?? '')
        .toLowerCase()
        .split(/[\s-]+/)
        .includes(word)
    : name.name.toLowerCase().split(/\s+/).includes(word)

/** example: "the think tank Institute for the Study of Peace" holds "Institute for the Study of Peace" */
const capitalRun = /\p{Lu}[\p{L}.&'’-]*(?: (?:(?:of|for|the|and|on|in|at) ){0,2}\p{Lu}[\p{L}.&'’-]*)*/gu

/** A name in capitals with a word for an organisation, where the tagger saw none. */
const institutionIn = (written: string): string | null => {
  if (!hasOrganisationWord(written)) return null
  for (const [run] of written.matchAll(capitalRun)) {
    const words = run.split(' ')
    if (
      words.length > 1 &&
      words.some(w => organisations.has(w.toLowerCase())) &&
      !/['’]s$/.test(words[0] ?? '')
    )
      return run
  }
  return null
}

const hasOrganisationWord = (written: string): boolean => {
  for (let at = 0; at < written.length; ) {
    const end = lettersEnd(written, at)
    if (end > at && organisations.has(written.slice(at, end).toLowerCase())) return true
    at = end + 1
  }
  return false
}

const byKind = (cast: Cast, source: Source, written: string, word: string): Named => {
  const { span } = source
  const place = cast.places[lowerBound(cast.places, source.head.end) - 1]
  const isPlace = place !== undefined && place.start <= source.head.start && source.head.end <= place.end
  const institution = persons.has(word) ? null : institutionIn(written) // "a spokeswoman for the Harbour Board" is somebody
  if (institution !== null) return { speaker: asWritten(institution, 'organisation', span), by: 'noun' }
  if (organisations.has(word) || documents.has(word) || isPlace)
    return { speaker: asWritten(written, 'organisation', span), by: 'noun' }
  const isCapitalised =
    isUpperAt(cast.reading.text, source.head.start) &&
    span.start !== cast.reading.sentences[sentenceIndex(cast.reading, span.start)]?.start
  if (isCapitalised && !personPronouns.has(word))
    return {
      speaker: asWritten(written, /^(?:the|a|an) /i.test(written) ? 'organisation' : 'person', span),
      by: 'capitals',
    }
  return { speaker: asWritten(written, 'unnamed', span), by: 'noun' }
}
