import { z } from 'zod'
import { mostFindings } from './bounds.ts'

export const SummarySentence = z
  .strictObject({
    start: z.int().nonnegative().describe('Where the sentence begins in article.text.'),
    end: z.int().nonnegative().describe('Where the sentence ends in article.text (exclusive).'),
    text: z.string().describe('article.text.slice(start, end), verbatim.'),
    rank: z.int().positive().describe('1 for the most telling sentence.'),
    score: z.number().describe('What the ranker gave it; comparable within one article only.'),
    by: z.string().describe('The rule or model that chose it.'),
  })
  .describe('One sentence of the summary, as it stands in the article.')
export type SummarySentence = z.infer<typeof SummarySentence>

export const Summary = z
  .strictObject({
    sentences: z.array(SummarySentence).max(mostFindings).describe('In the order of the article.'),
    oneSentence: z.string().describe('The one sentence that tells most; "" where there is none.'),
    words: z.int().nonnegative().describe('Words of the article (not of the summary).'),
    readingSeconds: z.int().nonnegative().describe('How long an adult reads the article silently.'),
  })
  .describe('What the article says, in sentences of its own.')
export type Summary = z.infer<typeof Summary>
