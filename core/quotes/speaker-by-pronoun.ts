/**
 * Whom "he", "she", "it" and "who" take up.
 *
 *   Tom Hale met Ana Ruiz. “The train stopped,” she said.   -> Ana Ruiz
 *   Ana Ruiz, who said …                                    -> Ana Ruiz
 *
 * Not done: "they" for several people, and a pronoun whose name comes later.
 */
import type { QuoteSpeaker } from '../../content-schema/quote.ts'
import {
  type Cast,
  fits,
  type Gender,
  lowerBound,
  peopleIn,
  persons,
  sentenceIndex,
  sentencesBetween,
  wordSet,
} from './cast.ts'
import { asWritten, type Named, recent, type Source, type SpeakerMemory, toSpeaker } from './named-speaker.ts'

export const personPronouns = wordSet(
  'he she they it we i you one him her them us me his hers their my our its',
)

export const relatives = wordSet('who which that whom whose')

const farthestSentences = 5 // an antecedent stands near; beyond this the guess is worth nothing

export const byPronoun = (cast: Cast, source: Source, memory: SpeakerMemory, written: string): Named => {
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
  // a last speaker who is known to be a woman is "she" before a name that may be anybody's
  const isKnownLast =
    last !== undefined &&
    last.speaker.id !== null &&
    cast.genders.get(last.speaker.id) === gender &&
    here - lastSentence <= nearUnnamed
  for (let at = here; at >= Math.max(0, here - farthestSentences); at--) {
    const sentence = cast.reading.sentences[at]
    if (sentence === undefined) break
    if (at === unnamedSentence && at < here) return null // whom unnamedBefore gives
    if (last !== undefined && at === lastSentence && at < here) return last.speaker
    const end = at === here ? source.span.start : sentence.end
    const named = peopleIn(cast, sentence.start, end, gender)
    const first = named[0]
    if (first !== undefined && isKnownLast && !cast.genders.has(first.name.id)) return last.speaker
    if (first !== undefined) return toSpeaker(first.name, source.span)
    if (last !== undefined && at === lastSentence) return last.speaker
  }
  return null
}

/** "Ana Ruiz, who said": the name that the relative clause hangs on. */
export const byRelative = (cast: Cast, source: Source, written: string): Named => {
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
