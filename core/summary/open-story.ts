/**
 * An article made ready for choosing: the sentences that tell its story, what is known of each, and what each two of
 * them share.
 */
import type { Quote } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import type { Reading } from '../text/reading.ts'
import { findAntecedent, isPersonalPronoun } from './antecedent.ts'
import { type ContentWords, numberContentWords } from './content-words.ts'
import { type Dependence, findDependence } from './dependence.ts'
import { findOverlaps, sharedBy } from './pair-overlap.ts'
import { type FeatureContext, type SentenceFeatures, sentenceFeatures } from './sentence-features.ts'
import { findStorySentences, type StorySentence } from './story-sentences.ts'

export interface StoryContext extends FeatureContext {
  readonly quotes: readonly Quote[]
}

export interface Story {
  readonly content: ContentWords
  readonly sentences: readonly StorySentence[]
  readonly features: readonly SentenceFeatures[]
  readonly dependence: readonly Dependence[]
  /** How many content words two different sentences share. */
  readonly shared: (i: number, j: number) => number
}

export const mostCandidates = 40 // sentences that may be chosen out of order: what comes later hardly ever tells most

export const openStory = (reading: Reading, context: StoryContext): Story => {
  const content = numberContentWords(reading)
  const sentences = findStorySentences(reading, content)
  const overlaps = findOverlaps(content, sentences)
  return {
    content,
    sentences,
    features: sentenceFeatures(reading, content, sentences, overlaps, context),
    dependence: findDependence(reading, content, sentences, context.quotes).map((dependence, k) =>
      dependence.leans && k < mostCandidates && opensWithNamed(reading, sentences, k, context)
        ? { ...dependence, leans: false }
        : dependence,
    ),
    shared: (i, j) => sharedBy(overlaps, i, j),
  }
}

/** Whether a sentence opens with a pronoun that will be shown with a name. */
const opensWithNamed = (
  reading: Reading,
  sentences: readonly StorySentence[],
  k: number,
  people: StoryContext,
): boolean => {
  const sentence = sentences[k]
  if (!sentence) return false
  const pronoun = openingPronoun(reading, sentence)
  return pronoun !== null && findAntecedent(reading, sentences, k, pronoun, people) !== null
}

/** "She …", "But she …" */
const openingPronoun = (reading: Reading, { firstToken, endToken }: StorySentence): Span | null => {
  for (let i = firstToken; i < Math.min(endToken, firstToken + 2); i++) {
    const span = { start: reading.tokens.starts[i] ?? 0, end: reading.tokens.ends[i] ?? 0 }
    if (isPersonalPronoun(reading.text.slice(span.start, span.end))) return span
  }
  return null
}
