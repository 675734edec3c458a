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
import type { Span } from '../../content-schema/span.ts'
import type { NameSpan } from '../names/tag-names.ts'
import type { Reading } from '../text/reading.ts'
import { mensNames, womensNames } from './first-names.ts'
import { documentNouns, mensTitles, organisationNouns, personNouns, womensTitles } from './speaker-words.ts'

/** A mention by name, in the order of the text. */
interface Mention {
  readonly start: number
  readonly end: number
  readonly name: Name
}

export interface Cast {
  readonly reading: Reading
  readonly mentions: readonly Mention[]
  /** Places by name, in order. */
  readonly places: readonly Span[]
  /** "he" or "she", where the article or the name tells. */
  readonly genders: ReadonlyMap<string, Gender>
  /** Whether the offset stands inside quotation marks. */
  readonly isQuoted: (offset: number) => boolean
}

export interface Source {
  readonly span: Span
  /** Its head word: what the rest belongs to. */
  readonly head: Span
}

type Gender = 'he' | 'she'
const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))
const women = wordSet(womensNames)
const men = wordSet(mensNames)
const titlesOfWomen = wordSet(womensTitles)
const titlesOfMen = wordSet(mensTitles)
const organisations = wordSet(organisationNouns)
const documents = wordSet(documentNouns)
const persons = wordSet(personNouns)

export const openCast = (
  reading: Reading,
  names: readonly Name[],
  spans: readonly NameSpan[],
  isQuoted: (offset: number) => boolean,
): Cast => {
  const mentions = names
    .flatMap(name => name.mentions.map(({ start, end }) => ({ start, end, name })))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const genders = new Map<string, Gender>()
  for (const name of names) {
    const gender = name.kind === 'person' ? genderOf(reading.text, name) : null
    if (gender !== null) genders.set(name.id, gender)
  }
  const places = spans.filter(({ kind }) => kind === 'place')
  return { reading, mentions, places, genders, isQuoted }
}

const genderOf = (text: string, name: Name): Gender | null => {
  for (const { start, end } of name.mentions) {
    const before =
      text
        .slice(Math.max(0, start - 12), start)
        .match(/(\p{L}+)\.?\s*$/u)?.[1]
        ?.toLowerCase() ?? ''
    const first =
      text
        .slice(start, end)
        .match(/^\p{L}+/u)?.[0]
        ?.toLowerCase() ?? ''
    if (titlesOfWomen.has(before) || titlesOfWomen.has(first)) return 'she'
    if (titlesOfMen.has(before) || titlesOfMen.has(first)) return 'he'
  }
  const first = name.name.match(/^\p{L}+/u)?.[0]?.toLowerCase() ?? ''
  if (!/\s/.test(name.name)) return null
  if (women.has(first)) return men.has(first) ? null : 'she'
  return men.has(first) ? 'he' : null
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
const recent = (memory: SpeakerMemory): SpeakerMemory['spoken'] => memory.spoken.slice(-farthestSpeaker)

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

const personPronouns = wordSet('he she they it we i you one him her them us me his hers their my our its')
const relatives = wordSet('who which that whom whose')

const toSpeaker = (name: Name, span: Span): QuoteSpeaker => ({
  id: name.id,
  name: name.name,
  role: name.role,
  kind: name.kind,
  mention: span,
})

const asWritten = (written: string, kind: QuoteSpeaker['kind'], span: Span): QuoteSpeaker => ({
  id: null,
  name: written,
  role: null,
  kind,
  mention: span,
})

/** The name in the source that its head belongs to: not the owner in "Ruiz's lawyer", not the place in "of Leeds". */
const byName = (cast: Cast, source: Source, word: string): Named | null => {
  const inside = mentionsWithin(cast, source.span)
  if (inside.length === 0) return null
  const atHead = inside.find(m => m.start <= source.head.start && source.head.end <= m.end)
  if (atHead !== undefined)
    return { speaker: withRole(cast, toSpeaker(atHead.name, source.span), source, atHead), by: 'name' }
  const { text } = cast.reading
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

/** "the think tank Institute for Peace": a name right behind a common noun, with no preposition between. */
const followsNoun = (text: string, mention: Mention, source: Source): boolean =>
  /(?:^|\s)(?!(?:of|for|to|at|by|from|with|in|on|and|the|a|an)\s)\p{Ll}+ $/u.test(
    text.slice(source.span.start, mention.start),
  )

const mentionsWithin = (cast: Cast, span: Span): Mention[] => {
  const found: Mention[] = []
  for (let i = lowerBound(cast.mentions, span.start - 80); i < cast.mentions.length; i++) {
    const mention = cast.mentions[i]
    if (mention === undefined || mention.start >= span.end) break
    if (mention.end > span.start && mention.start >= span.start - 1) found.push(mention)
  }
  return found
}

const lowerBound = (mentions: readonly Span[], offset: number): number => {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

const isOwner = (text: string, mention: Span): boolean =>
  /^['’]s?(?!\p{L})/u.test(text.slice(mention.end, mention.end + 3))

/** Behind a comma, or right behind the role: "the company's chief, Ana Ruiz,", "lawyer Ana Ruiz". */
const isApart = (text: string, mention: Mention, source: Source): boolean => {
  const before = text.slice(Math.max(source.span.start, mention.start - 4), mention.start)
  return (
    mention.start === source.span.start ||
    /[,—–-]\s*$/.test(before) ||
    (mention.start >= source.head.end &&
      !/\b(?:of|for|to|at|by|from|with|in|on)\s+(?:\p{L}+\s+){0,3}$/u.test(
        text.slice(source.head.end, mention.start),
      ))
  )
}

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

const farthestSentences = 5 // an antecedent stands near; beyond this the guess is worth nothing

const byPronoun = (cast: Cast, source: Source, memory: SpeakerMemory, written: string): Named => {
  const lower = written.toLowerCase()
  const gender = genderOfPronoun(lower)
  if (gender !== null) {
    const person = antecedent(cast, source, gender, memory) ?? unnamedBefore(cast, source, memory)
    if (person !== null) return { speaker: { ...person, mention: source.span }, by: 'pronoun' }
    return { speaker: asWritten(written, 'unnamed', source.span), by: 'pronoun-open' }
  }
  if (lower === 'it' || lower === 'they' || lower === 'its' || lower === 'their') {
    const last = recent(memory).findLast(s => s.at <= source.span.start)
    if (
      last !== undefined &&
      last.speaker.kind !== 'person' &&
      sentencesBetween(cast, last.at, source.span.start) <= 2
    )
      return { speaker: { ...last.speaker, mention: source.span }, by: 'pronoun' }
  }
  return { speaker: asWritten(written, 'unnamed', source.span), by: 'pronoun-open' }
}

const nearUnnamed = 3 // sentences: "a spokesman said … he said"

/** "A spokesman said … “…,” he said": an unnamed person who spoke just before. */
const unnamedBefore = (cast: Cast, source: Source, memory: SpeakerMemory): QuoteSpeaker | null => {
  const last = memory.spoken[memory.spoken.length - 1]
  if (last === undefined || last.speaker.kind !== 'unnamed') return null
  const isPerson = last.speaker.name
    .toLowerCase()
    .split(/[\s-]+/)
    .some(word => persons.has(word))
  return isPerson && sentencesBetween(cast, last.at, source.span.start) <= nearUnnamed ? last.speaker : null
}

const genderOfPronoun = (lower: string): Gender | null =>
  lower === 'he' || lower === 'him' || lower === 'his'
    ? 'he'
    : lower === 'she' || lower === 'her' || lower === 'hers'
      ? 'she'
      : null

const sentenceIndex = ({ sentences }: Reading, offset: number): number => {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

const sentencesBetween = ({ reading }: Cast, from: number, to: number): number =>
  sentenceIndex(reading, to) - sentenceIndex(reading, from)

/**
 * The person whom "he" takes up: the last speaker where no other fitting person was named since, else the first
 * fitting person of the nearest sentence that names one outside quotation marks.
 */
const antecedent = (
  cast: Cast,
  source: Source,
  gender: Gender,
  memory: SpeakerMemory,
): QuoteSpeaker | null => {
  const here = sentenceIndex(cast.reading, source.span.start)
  const last = recent(memory).findLast(
    s => s.at < source.span.start && s.speaker.kind === 'person' && fits(cast, s.speaker.id, gender),
  )
  const lastSentence = last === undefined ? -1 : sentenceIndex(cast.reading, last.at)
  const unnamed = unnamedBefore(cast, source, memory)
  const unnamedSentence =
    unnamed === null ? -1 : sentenceIndex(cast.reading, memory.spoken[memory.spoken.length - 1]?.at ?? 0)
  for (let at = here; at >= Math.max(0, here - farthestSentences); at--) {
    const sentence = cast.reading.sentences[at]
    if (sentence === undefined) break
    if (at === unnamedSentence && at < here) return null // whom unnamedBefore gives
    if (last !== undefined && at === lastSentence && at < here) return last.speaker
    const end = at === here ? source.span.start : sentence.end
    const named = peopleIn(cast, sentence.start, end, gender)
    const first = named[0]
    if (first !== undefined) return toSpeaker(first.name, source.span)
    if (last !== undefined && at === lastSentence) return last.speaker
  }
  return null
}

const fits = (cast: Cast, id: string | null, gender: Gender): boolean => {
  const known = id === null ? undefined : cast.genders.get(id)
  return known === undefined || known === gender
}

/** People named between two offsets, outside quotation marks, not as owners ("Ruiz's son"). */
const peopleIn = (cast: Cast, from: number, to: number, gender: Gender): Mention[] => {
  const found: Mention[] = []
  for (let i = lowerBound(cast.mentions, from); i < cast.mentions.length; i++) {
    const mention = cast.mentions[i]
    if (mention === undefined || mention.end > to) break
    if (mention.name.kind !== 'person' || cast.isQuoted(mention.start)) continue
    if (isOwner(cast.reading.text, mention) || !fits(cast, mention.name.id, gender)) continue
    found.push(mention)
  }
  return found
}

/** "Ana Ruiz, who said": the name that the relative clause hangs on. */
const byRelative = (cast: Cast, source: Source, written: string): Named => {
  const { text } = cast.reading
  const sentence = cast.reading.sentences[sentenceIndex(cast.reading, source.span.start)]
  const from = sentence?.start ?? 0
  for (let i = lowerBound(cast.mentions, source.span.start) - 1; i >= 0; i--) {
    const mention = cast.mentions[i]
    if (mention === undefined || mention.start < from) break
    const between = text.slice(mention.end, source.span.start)
    if (/^[,\s]*(?:\([^)]*\))?[,\s—–-]*$/.test(between))
      return { speaker: toSpeaker(mention.name, source.span), by: 'relative' }
    if (between.length < 80 && /^,[^,]*,\s*$/.test(between))
      return { speaker: toSpeaker(mention.name, source.span), by: 'relative' }
  }
  return { speaker: asWritten(written, 'unnamed', source.span), by: 'relative-open' }
}

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

const byKind = (cast: Cast, source: Source, written: string, word: string): Named => {
  const { span } = source
  const place = cast.places[lowerBound(cast.places, source.head.end) - 1]
  const isPlace = place !== undefined && place.start <= source.head.start && source.head.end <= place.end
  const institution = institutionIn(written)
  if (institution !== null) return { speaker: asWritten(institution, 'organisation', span), by: 'noun' }
  if (organisations.has(word) || documents.has(word) || isPlace)
    return { speaker: asWritten(written, 'organisation', span), by: 'noun' }
  const isCapitalised =
    /^\p{Lu}/u.test(cast.reading.text.slice(source.head.start, source.head.end)) &&
    span.start !== cast.reading.sentences[sentenceIndex(cast.reading, span.start)]?.start
  if (isCapitalised && !personPronouns.has(word))
    return {
      speaker: asWritten(written, /^(?:the|a|an) /i.test(written) ? 'organisation' : 'person', span),
      by: 'capitals',
    }
  return { speaker: asWritten(written, 'unnamed', span), by: 'noun' }
}
