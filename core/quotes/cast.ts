/**
 * Who is in the article, for finding out who a speaker is: mentions by name in order, places, and who is "he" or "she".
 *
 *   "Mrs Lee … Ana Ruiz" -> she, she; a name that men and women bear tells nothing
 */
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Span } from '../../content-schema/span.ts'
import type { NameSpan } from '../names/tag-names.ts'
import { isLetterAt, isSpaceAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { mensNames, womensNames } from './first-names.ts'
import { lettersEnd, lettersStart } from './letter-runs.ts'
import { roleInClause } from './role-in-clause.ts'
import { documentNouns, mensTitles, organisationNouns, personNouns, womensTitles } from './speaker-words.ts'

/** A mention by name, in the order of the text. */
export interface Mention {
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

export type Gender = 'he' | 'she'

export const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const women = wordSet(womensNames)

const men = wordSet(mensNames)

const titlesOfWomen = wordSet(womensTitles)

const titlesOfMen = wordSet(mensTitles)

export const organisations = wordSet(organisationNouns)

export const documents = wordSet(documentNouns)

export const persons = wordSet(personNouns)

/** example: "Jan.", which a tagger may take for a man */
const month = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$/

export const openCast = (
  reading: Reading,
  {
    names,
    spans,
    places: found,
  }: { names: readonly Name[]; spans: readonly NameSpan[]; places: readonly Place[] },
  isQuoted: (offset: number) => boolean,
): Cast => {
  const mentions = names
    .map(name => (name.kind === 'person' && name.role === null ? withRole(reading.text, name) : name))
    .flatMap(name => name.mentions.map(({ start, end }) => ({ start, end, name })))
    .filter(({ start, end }) => !month.test(reading.text.slice(start, end)))
    .sort((a, b) => a.start - b.start || b.end - a.end)
  const genders = new Map<string, Gender>()
  for (const name of names) {
    const gender = name.kind === 'person' ? genderOf(reading.text, name) : null
    if (gender !== null) genders.set(name.id, gender)
  }
  const places = [
    ...spans.filter(({ kind }) => kind === 'place'),
    ...found.flatMap(place => place.mentions),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  return { reading, mentions, places, genders, isQuoted }
}

const withRole = (text: string, name: Name): Name => ({ ...name, role: roleInClause(text, name) })

const genderOf = (text: string, name: Name): Gender | null => {
  for (const { start, end } of name.mentions) {
    const before = wordBefore(text, start)
    const first = text.slice(start, Math.min(end, lettersEnd(text, start))).toLowerCase()
    if (titlesOfWomen.has(before) || titlesOfWomen.has(first)) return 'she'
    if (titlesOfMen.has(before) || titlesOfMen.has(first)) return 'he'
  }
  if (!/\s/.test(name.name)) return null
  const first = name.name.slice(0, lettersEnd(name.name, 0)).toLowerCase()
  if (women.has(first)) return men.has(first) ? null : 'she'
  return men.has(first) ? 'he' : null
}

const farthestTitle = 12 // units of "Congresswoman" before a name, or their end

/** "Mrs. | Ruiz" -> "mrs" */
const wordBefore = (text: string, start: number): string => {
  const from = Math.max(0, start - farthestTitle)
  let end = start
  while (end > from && isSpaceAt(text, end - 1)) end--
  if (end > from && text.charAt(end - 1) === '.') end--
  return text.slice(lettersStart(text, end, from), end).toLowerCase()
}

export const mentionsWithin = (cast: Cast, span: Span): Mention[] => {
  const found: Mention[] = []
  for (let i = lowerBound(cast.mentions, span.start - 80); i < cast.mentions.length; i++) {
    const mention = cast.mentions[i]
    if (mention === undefined || mention.start >= span.end) break
    if (mention.end > span.start && mention.start >= span.start - 1) found.push(mention)
  }
  return found
}

export const lowerBound = (mentions: readonly Span[], offset: number): number => {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** "Ruiz's son", "the workers' pay" */
export const isOwner = (text: string, { end }: Span): boolean => {
  const mark = text.charAt(end)
  if (mark !== "'" && mark !== '’') return false
  return !isLetterAt(text, end + 1) || (text.charAt(end + 1) === 's' && !isLetterAt(text, end + 2))
}

export const sentenceIndex = ({ sentences }: Reading, offset: number): number => {
  let low = 0
  let high = sentences.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sentences[middle]?.start ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}

export const sentencesBetween = ({ reading }: Cast, from: number, to: number): number =>
  sentenceIndex(reading, to) - sentenceIndex(reading, from)

export const fits = (cast: Cast, id: string | null, gender: Gender): boolean => {
  const known = id === null ? undefined : cast.genders.get(id)
  return known === undefined || known === gender
}

/** People named between two offsets, outside quotation marks, not as owners ("Ruiz's son"). */
export const peopleIn = (cast: Cast, from: number, to: number, gender: Gender): Mention[] => {
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
