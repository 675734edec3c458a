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
import { chooseSentences } from './choose-sentences.ts'
import { openStory } from './open-story.ts'
import { countWords } from './story-sentences.ts'
import { rankSentence } from './summary-model.ts'
import { summaryModel } from './weights.ts'

export interface SummaryContext {
  readonly headline: string
  readonly standfirst: string | null
  readonly names: readonly Name[]
  readonly places: readonly Place[]
  readonly quotes: readonly Quote[]
}

/** What the article says, in sentences of its own. */
export const summarise = (reading: Reading, context: SummaryContext): Summary => {
  const story = openStory(reading, context)
  const ranked = story.features.map(features => rankSentence(features, summaryModel))
  const { chosen, isLead } = chooseSentences(
    story,
    ranked.map(({ score }) => score),
    summaryModel,
  )
  const order = [...chosen].sort((a, b) => (ranked[b]?.score ?? 0) - (ranked[a]?.score ?? 0) || a - b)
  const sentences = chosen.flatMap((k): SummarySentence[] => {
    const sentence = story.sentences[k]
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
  const total = countWords(reading, story.content, 0, reading.tokens.count)
  return {
    sentences,
    oneSentence: sentences.find(sentence => sentence.rank === 1)?.text ?? '',
    words: total,
    readingSeconds: Math.round((total / wordsAMinute) * 60),
  }
}

/** Silent reading of English non-fiction by adults: Brysbaert, Journal of Memory and Language 109 (2019), 104047. */
export const wordsAMinute = 238
