import * as z from 'zod'
import { longestParagraph, mostMentions } from './bounds.ts'
import { Span } from './span.ts'

export const Name = z
  .strictObject({
    id: z.string().describe('Stable within the article; speakers share it.'),
    kind: z.enum(['person', 'organisation']),
    name: z.string().max(longestParagraph).describe('The fullest form in the article.'),
    role: z
      .string()
      .max(longestParagraph)
      .nullable()
      .describe('What the article calls them: "US Defense Secretary", or null.'),
    mentions: z
      .array(Span)
      .min(1)
      .max(mostMentions)
      .describe('Every mention by name in article.text, in order.'),
    salience: z.number().min(0).max(1).describe('How much of the story they are.'),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .describe('Share of findings like this one that are right on the visible sets.'),
    by: z.string().describe('The rule or model that decided.'),
  })
  .describe('A person or an organisation in the story.')
export type Name = z.infer<typeof Name>
