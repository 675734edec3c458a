/** Placeholder until the ranker lands: the first three sentences. */
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote } from '../../content-schema/quote.ts'
import type { Summary } from '../../content-schema/summary.ts'
import type { Reading } from '../text/reading.ts'

export interface SummaryContext {
  readonly headline: string
  readonly standfirst: string | null
  readonly names: readonly Name[]
  readonly places: readonly Place[]
  readonly quotes: readonly Quote[]
}

/** What the article says, in sentences of its own. */
export const summarise = (reading: Reading, _context: SummaryContext): Summary => {
  const chosen = reading.sentences.slice(0, 3)
  return {
    sentences: chosen.map((sentence, i) => ({
      start: sentence.start,
      end: sentence.end,
      text: reading.text.slice(sentence.start, sentence.end),
      rank: i + 1,
      score: 1 / (i + 1),
      by: 'lead',
    })),
    oneSentence: chosen[0] ? reading.text.slice(chosen[0].start, chosen[0].end) : '',
    words: reading.tokens.count,
    readingSeconds: Math.round((reading.tokens.count / 238) * 60),
  }
}
