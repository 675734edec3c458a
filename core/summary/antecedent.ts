/**
 * Who a sentence's "he" or "she" is, where that is sure.
 *
 *   Ana Ruiz left the council in May. She had led it for nine years.      She -> Ana Ruiz
 *
 * Sure are: the speaker that the quotes name, and the one person who opens the sentence before and is alone in it.
 * Everything else is left open: a wrong name is worse than a pronoun.
 */

import type { Name } from '../../content-schema/name.ts'
import type { Quote } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import { mensNames, womensNames } from '../quotes/first-names.ts'
import { isAscii } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import type { StorySentence } from './story-sentences.ts'

export interface Antecedent {
  readonly name: string
  /** Where the article says that name. */
  readonly source: Span
}

export interface People {
  readonly names: readonly Name[]
  readonly quotes: readonly Quote[]
}

const women: ReadonlySet<string> = new Set(womensNames.split(/\s+/))
const men: ReadonlySet<string> = new Set(mensNames.split(/\s+/))

const personalPronouns: ReadonlySet<string> = new Set(['he', 'she', 'his', 'her', 'him'])
export const isPersonalPronoun = (word: string): boolean => personalPronouns.has(word.toLowerCase())

const farthestBack = 3 // sentences that open with the same pronoun are passed over
const subjectTokens = 3 // "Former state senator Ana Ruiz": no more than three words stand before the name

/** @param pronoun where the pronoun stands, in sentence k of the story. */
export const findAntecedent = (
  reading: Reading,
  story: readonly StorySentence[],
  k: number,
  pronoun: Span,
  people: People,
): Antecedent | null => bySpeaker(reading, pronoun, people) ?? bySubject(reading, story, k, pronoun, people)

const surest = 0.7 // of speakers that a pronoun names; a doubtful one is not put into print

const bySpeaker = (reading: Reading, pronoun: Span, { names, quotes }: People): Antecedent | null => {
  for (const { speaker, confidence } of quotes) {
    const mention = confidence >= surest ? speaker?.mention : null
    if (speaker?.kind !== 'person' || !mention) continue
    if (mention.start !== pronoun.start || mention.end !== pronoun.end) continue
    if (isPersonalPronoun(speaker.name)) return null
    const name = names.find(({ id }) => id === speaker.id)
    const source = name ? fullMention(reading, name) : wordsOf(reading, speaker.name)
    return source && ifFits(reading, pronoun, source)
  }
  return null
}

const bySubject = (
  reading: Reading,
  story: readonly StorySentence[],
  k: number,
  pronoun: Span,
  { names }: People,
): Antecedent | null => {
  for (let back = k - 1; back >= Math.max(0, k - farthestBack); back--) {
    const sentence = story[back]
    if (!sentence || sentence.index !== (story[back + 1]?.index ?? 0) - 1) return null
    const found = names.filter(
      name =>
        name.kind === 'person' &&
        name.mentions.some(({ start }) => start >= sentence.start && start < sentence.end),
    )
    const isOpen = opensWithPronoun(reading, sentence)
    if (found.length === 1 && found[0] && !isOpen) return ifSubject(reading, sentence, found[0], pronoun)
    if (found.length > 0 || !isOpen) return null
  }
  return null
}

const ifSubject = (
  reading: Reading,
  sentence: StorySentence,
  name: Name,
  pronoun: Span,
): Antecedent | null => {
  const { starts } = reading.tokens
  const latest = starts[Math.min(sentence.firstToken + subjectTokens, sentence.endToken - 1)] ?? 0
  const mention = name.mentions.find(({ start }) => start >= sentence.start)
  if (
    !mention ||
    mention.start > latest ||
    /^\s?['’]s?\b/.test(reading.text.slice(mention.end, mention.end + 3))
  )
    return null
  const source = fullMention(reading, name)
  return source && ifFits(reading, pronoun, source)
}

/** "Ana Ruiz", "J. R. Moss", "Tony Robinson Jr."; not one word, which may be anything. */
const fullName = /^\p{Lu}[\p{L}.'’-]*(?: [\p{L}.'’-]+){1,4}$/u
const plainFullName = /^[A-Z][A-Za-z.'-]*(?: [A-Za-z.'-]+){1,4}$/
const mostUnitsBack = 1_000 // a name that nobody has said for so long is not who "he" is

/** The name, where it reads like one, its first name is no other's gender, and it was said not long before. */
const ifFits = (reading: Reading, pronoun: Span, source: Span): Antecedent | null => {
  const { text } = reading
  const name = text.slice(source.start, source.end)
  const [first = ''] = name.toLowerCase().split(' ')
  const isHer = /^(?:she|her)$/i.test(text.slice(pronoun.start, pronoun.end))
  const isOther = isHer ? men.has(first) && !women.has(first) : women.has(first) && !men.has(first)
  if (isOther || !(isAscii(name) ? plainFullName : fullName).test(name)) return null
  const surname = name.split(' ').at(-1) ?? name
  const near = text.slice(Math.max(0, pronoun.start - mostUnitsBack), pronoun.start)
  return near.includes(surname) ? { name, source } : null
}

const opensWithPronoun = (reading: Reading, sentence: StorySentence): boolean => {
  const { starts, ends } = reading.tokens
  return isPersonalPronoun(reading.text.slice(starts[sentence.firstToken], ends[sentence.firstToken]))
}

/** The first mention that says the whole name. */
const fullMention = (reading: Reading, name: Name): Span | null =>
  name.mentions.find(({ start, end }) => reading.text.slice(start, end) === name.name) ?? null

const wordsOf = (reading: Reading, words: string): Span | null => {
  const start = reading.text.indexOf(words)
  return start < 0 ? null : { start, end: start + words.length }
}
