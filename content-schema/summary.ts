import * as z from 'zod'
import { mostFindings } from './bounds.ts'
import { Span } from './span.ts'

export const DeletionReason = z.enum(['dateline', 'timestamp', 'link', 'attribution', 'clause', 'capital'])
export type DeletionReason = z.infer<typeof DeletionReason>

export const DisplayEdit = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('delete'),
      start: z.int().nonnegative().describe('Where the stretch that is left out begins in article.text.'),
      end: z.int().nonnegative().describe('Where it ends (exclusive).'),
      why: DeletionReason.describe(
        'dateline, timestamp; link: "However,"; attribution: a second "he said"; clause: cut for length; capital: the letter that an insertion replaces.',
      ),
    }),
    z.strictObject({
      kind: z.literal('insert'),
      at: z.int().nonnegative().describe('Before which unit of article.text it is put.'),
      text: z.string().describe('What is put there: " [Ana Ruiz]", a capital letter, or a full stop.'),
      source: Span.nullable().describe(
        'Where the article itself says these words; null for a capital letter or a full stop.',
      ),
      why: z.enum(['name', 'capital', 'stop']),
    }),
  ])
  .describe('One change from the sentence as it stands to the sentence as it is shown.')
export type DisplayEdit = z.infer<typeof DisplayEdit>

export const SentenceDisplay = z
  .strictObject({
    text: z.string().describe('The sentence with all edits applied.'),
    edits: z.array(DisplayEdit).max(mostFindings).describe('In the order of the article.'),
  })
  .describe('The sentence as it is best shown alone: deletions and insertions only, all of them listed.')
export type SentenceDisplay = z.infer<typeof SentenceDisplay>

export const ScorePart = z.strictObject({
  name: z.string().describe('A feature of the sentence: "position", "introduces", "central" …'),
  value: z.number().describe('What it adds to the score, or takes from it.'),
})
export type ScorePart = z.infer<typeof ScorePart>

export const SummarySentence = z
  .strictObject({
    start: z.int().nonnegative().describe('Where the sentence begins in article.text.'),
    end: z.int().nonnegative().describe('Where the sentence ends in article.text (exclusive).'),
    text: z.string().describe('article.text.slice(start, end), verbatim.'),
    rank: z.int().positive().describe('1 for the most telling sentence.'),
    score: z.number().describe('What the ranker gave it; comparable within one article only.'),
    by: z.string().describe('The rule or model that chose it.'),
    words: z.int().nonnegative().optional().describe('Words of the sentence, without its dateline.'),
    parts: z
      .array(ScorePart)
      .max(mostFindings)
      .optional()
      .describe(
        'What the score is made of, largest first; they add up to it but for rounding. Absent for an editor’s choice.',
      ),
    display: SentenceDisplay.optional().describe('How to show it. Absent: as it stands.'),
  })
  .describe('One sentence of the summary, as it stands in the article.')
export type SummarySentence = z.infer<typeof SummarySentence>

export const SummaryExtract = z
  .strictObject({
    sentences: z
      .array(
        z.strictObject({
          start: z.int().nonnegative().describe('Where the sentence begins in article.text.'),
          end: z.int().nonnegative().describe('Where it ends (exclusive).'),
          display: SentenceDisplay,
        }),
      )
      .max(mostFindings)
      .describe('In the order of the article.'),
    text: z.string().describe('The displayed sentences, joined by a blank.'),
    words: z.int().nonnegative().describe('Words of text.'),
  })
  .describe('A summary of another length.')
export type SummaryExtract = z.infer<typeof SummaryExtract>

export const SummaryLengths = z
  .strictObject({
    one: SummaryExtract.describe('The one sentence that tells most and stands alone.'),
    three: SummaryExtract.describe('Three sentences.'),
    push: SummaryExtract.nullable().describe(
      'At most 60 words, for a push message; cut only at clause borders and outside quotes. null where that cannot be.',
    ),
    budget: SummaryExtract.optional().describe('As many words as were asked for, at most.'),
  })
  .describe('The same article in other lengths. Absent where an editor chose the sentences.')
export type SummaryLengths = z.infer<typeof SummaryLengths>

export const ArticleForm = z
  .strictObject({
    kind: z
      .enum(['report', 'short', 'list', 'live', 'interview', 'table'])
      .describe('What kind of text it is, as far as the summary treats it differently.'),
    why: z.string().describe('What told, and what the summary makes of it.'),
  })
  .describe('The form of the article.')
export type ArticleForm = z.infer<typeof ArticleForm>

export const Summary = z
  .strictObject({
    sentences: z.array(SummarySentence).max(mostFindings).describe('In the order of the article.'),
    oneSentence: z.string().describe('The one sentence that tells most, verbatim; "" where there is none.'),
    words: z.int().nonnegative().describe('Words of the article (not of the summary).'),
    readingSeconds: z
      .int()
      .nonnegative()
      .describe('How long an adult reads the article silently, at 238 words a minute (Brysbaert 2019).'),
    lengths: SummaryLengths.optional(),
    form: ArticleForm.optional(),
  })
  .describe('What the article says, in sentences of its own.')
export type Summary = z.infer<typeof Summary>
