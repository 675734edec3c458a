/**
 * What an article says, in sentences of its own: those that the ranker finds to tell most, or the lead.
 *
 *   60 words of 600: the first sentence, one further down that introduces what the rest is about, one with the figures
 *
 * Nothing is rewritten: each sentence stands in the article, between start and end.
 */
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote } from '../../content-schema/quote.ts'
import type { Summary, SummarySentence } from '../../content-schema/summary.ts'
import type { Reading } from '../text/reading.ts'
import { type Candidate, type ChoiceRules, chooseSentences } from './choose-sentences.ts'
import { numberContentWords } from './content-words.ts'
import { findDependence } from './dependence.ts'
import { distinctWords, sharedCount } from './pair-overlap.ts'
import { rankSentence } from './rank-sentences.ts'
import { sentenceFeatures } from './sentence-features.ts'
import { countWords, findStorySentences } from './story-sentences.ts'
import { choiceConstants, pairWeights } from './weights.ts'

export interface SummaryContext {
  readonly headline: string
  readonly standfirst: string | null
  readonly names: readonly Name[]
  readonly places: readonly Place[]
  readonly quotes: readonly Quote[]
}

/** What the article says, in sentences of its own. */
export const summarise = (reading: Reading, context: SummaryContext): Summary => {
  const content = numberContentWords(reading)
  const story = findStorySentences(reading, content)
  const dependence = findDependence(reading, content, story, context.quotes)
  const ranked = sentenceFeatures(reading, content, story, context).map(rankSentence)
  const candidates: Candidate[] = story.map((sentence, k) => ({
    words: sentence.words,
    score: ranked[k]?.score ?? 0,
    leans: dependence[k]?.leans ?? false,
    isBarred: dependence[k]?.isBarred ?? false,
  }))
  const words: Int32Array[] = []
  const wordsOf = (k: number): Int32Array => {
    const sentence = story[k]
    if (!sentence) return new Int32Array()
    words[k] ??= distinctWords(content, sentence)
    return words[k]
  }
  const rules: ChoiceRules = {
    ...choiceConstants,
    pairWorth: (i, j) =>
      (pairWeights.overlap * 4 * sharedCount(wordsOf(i), wordsOf(j))) / choiceConstants.targetWords +
      (i + 1 === j ? pairWeights.adjacent : 0),
  }
  const { chosen, isLead } = chooseSentences(candidates, rules)
  const order = [...chosen].sort((a, b) => (ranked[b]?.score ?? 0) - (ranked[a]?.score ?? 0) || a - b)
  const sentences = chosen.flatMap((k): SummarySentence[] => {
    const sentence = story[k]
    if (!sentence) return []
    return [
      {
        start: sentence.start,
        end: sentence.end,
        text: reading.text.slice(sentence.start, sentence.end),
        rank: order.indexOf(k) + 1,
        score: ranked[k]?.score ?? 0,
        by: isLead ? 'lead' : 'ranker',
      },
    ]
  })
  const total = countWords(reading, content, 0, reading.tokens.count)
  return {
    sentences,
    oneSentence: sentences.find(sentence => sentence.rank === 1)?.text ?? '',
    words: total,
    readingSeconds: Math.round((total / wordsAMinute) * 60),
  }
}

/** Silent reading of English non-fiction by adults: Brysbaert, Journal of Memory and Language 109 (2019), 104047. */
export const wordsAMinute = 238
