/**
 * What is known of each sentence of a story, as named numbers near 0..1. Only what generalises: no words, no capitals.
 *
 *   "Ana Ruiz, the mayor, resigned on Monday." -> position 1, depth 0, introduces 0.8, central 0.5, dates 1, …
 *
 * Chosen by dropping, one at a time, what did not help on articles of a collection that the weights had not seen.
 */
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import { isAscii, isDigitAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { centralSentences } from './central-sentences.ts'
import { type ContentWords, notWord } from './content-words.ts'
import { calendarFlag, personalFlag } from './known-words.ts'
import type { Overlaps } from './pair-overlap.ts'
import type { StorySentence } from './story-sentences.ts'

export const featureNames = [
  'position',
  'depth',
  'introduces',
  'central',
  'repeats',
  'numbers',
  'dates',
  'personal',
  'length',
  'brief',
  'headline',
  'people',
  'places',
] as const
export type FeatureName = (typeof featureNames)[number]
export type SentenceFeatures = Readonly<Record<FeatureName, number>>

/** What of the article besides its text helps to rank. */
export interface FeatureContext {
  readonly headline: string
  readonly standfirst: string | null
  readonly names: readonly Name[]
  readonly places: readonly Place[]
}

const mostRecurrences = 5 // a word that recurs more often introduces no more than that
const briefWords = 12

/** In how many sentences each content word stands, and in which first. */
interface Spread {
  readonly sentences: Int32Array
  readonly first: Int32Array
}

export const sentenceFeatures = (
  reading: Reading,
  content: ContentWords,
  story: readonly StorySentence[],
  overlaps: Overlaps,
  context: FeatureContext,
): SentenceFeatures[] => {
  const spread = spreadOfWords(content, story)
  const central = centralSentences(overlaps, story.length)
  const headline = headlineWords(content, context)
  const people = mentionWeights(story, context.names)
  const places = mentionWeights(
    story,
    context.places.filter(place => place.isFocus),
  )
  const seenIn = new Int32Array(content.count).fill(-1)
  return story.map((sentence, k) => {
    const counts = countIn(reading, content, sentence, { k, spread, headline, seenIn })
    const words = Math.max(1, counts.words)
    return {
      position: 1 / (1 + k),
      depth: k / story.length,
      introduces: (2 * counts.introduced) / words,
      central: ((central[k] ?? 0) * story.length) / 3,
      repeats: (2 * counts.repeated) / words,
      numbers: Math.min(1, (5 * counts.numbers) / words),
      dates: Math.min(1, counts.dates),
      personal: Math.min(1, (8 * counts.personal) / words),
      length: Math.log(sentence.words) / 3,
      brief: Math.max(0, briefWords - sentence.words) / briefWords,
      headline:
        headline.size === 0 ? 0 : counts.inHeadline / Math.sqrt(headline.size * Math.max(1, counts.distinct)),
      people: people[k] ?? 0,
      places: places[k] ?? 0,
    }
  })
}

const spreadOfWords = (content: ContentWords, story: readonly StorySentence[]): Spread => {
  const sentences = new Int32Array(content.count)
  const first = new Int32Array(content.count).fill(-1)
  const last = new Int32Array(content.count).fill(-1)
  story.forEach((sentence, k) => {
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const word = content.at[i] ?? notWord
      if (word < 0 || last[word] === k) continue
      if (first[word] === -1) first[word] = k
      last[word] = k
      sentences[word] = (sentences[word] ?? 0) + 1
    }
  })
  return { sentences, first }
}

interface Counts {
  words: number
  distinct: number
  introduced: number
  repeated: number
  numbers: number
  dates: number
  personal: number
  inHeadline: number
}

const countIn = (
  reading: Reading,
  content: ContentWords,
  sentence: StorySentence,
  known: { k: number; spread: Spread; headline: ReadonlySet<number>; seenIn: Int32Array },
): Counts => {
  const { text, tokens } = reading
  const counts: Counts = {
    words: 0,
    distinct: 0,
    introduced: 0,
    repeated: 0,
    numbers: 0,
    dates: 0,
    personal: 0,
    inHeadline: 0,
  }
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const word = content.at[i] ?? notWord
    if (word === notWord) continue
    const flags = content.flags[i] ?? 0
    counts.words++
    if (word < 0) {
      if (flags & personalFlag) counts.personal++
      continue
    }
    if (isDigitAt(text, tokens.starts[i] ?? 0)) counts.numbers++
    if (flags & calendarFlag) counts.dates++
    if (known.seenIn[word] === known.k) continue
    known.seenIn[word] = known.k
    counts.distinct++
    if (known.headline.has(word)) counts.inHeadline++
    if ((known.spread.first[word] ?? 0) < known.k) counts.repeated++
    else counts.introduced += Math.min(mostRecurrences, (known.spread.sentences[word] ?? 1) - 1)
  }
  return counts
}

/** The content words of headline and standfirst that the text has too. */
const headlineWords = (content: ContentWords, context: FeatureContext): Set<number> => {
  const found = new Set<number>()
  const line = `${context.headline} ${context.standfirst ?? ''}`.toLowerCase()
  for (const word of line.match(isAscii(line) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []) {
    const number = content.numberOf(word)
    if (number >= 0) found.add(number)
  }
  return found
}

/** For each sentence, the salience of the most salient one that it mentions. */
const mentionWeights = (
  story: readonly StorySentence[],
  named: readonly { readonly salience: number; readonly mentions: readonly { start: number }[] }[],
): Float64Array => {
  const weights = new Float64Array(story.length)
  for (const { salience, mentions } of named) {
    for (const { start } of mentions) {
      const k = sentenceAt(story, start)
      if (k >= 0) weights[k] = Math.max(weights[k] ?? 0, salience)
    }
  }
  return weights
}

/** The sentence that holds a place in the text, by binary search; -1 where none does. */
const sentenceAt = (story: readonly StorySentence[], at: number): number => {
  let low = 0
  let high = story.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const sentence = story[middle]
    if (!sentence) return -1
    if (at < sentence.start) high = middle - 1
    else if (at >= sentence.end) low = middle + 1
    else return middle
  }
  return -1
}
