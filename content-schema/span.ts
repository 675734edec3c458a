import * as z from 'zod'

/** A stretch of article.text: half-open, in UTF-16 units. `text.slice(start, end)` is the evidence. */
export const Span = z
  .strictObject({
    start: z.int().nonnegative().describe('Where it begins in article.text, in UTF-16 units.'),
    end: z.int().nonnegative().describe('Where it ends in article.text (exclusive), in UTF-16 units.'),
  })
  .describe('A half-open stretch of article.text, in UTF-16 units.')
export type Span = z.infer<typeof Span>
