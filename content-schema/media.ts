import * as z from 'zod'
import { longestLine, longestParagraph, longestUrl } from './bounds.ts'

export const Media = z
  .strictObject({
    kind: z.enum(['image', 'video', 'audio']),
    url: z
      .url({ protocol: /^https?$/ })
      .max(longestUrl)
      .describe('Where the file lies; it is never copied.'),
    contentType: z
      .string()
      .max(longestLine)
      .regex(/^[\w.+-]+\/[\w.+-]+$/)
      .nullable()
      .describe('Its media type, "image/jpeg", or null.'),
    width: z.int().positive().nullable().describe('Pixels, or null.'),
    height: z.int().positive().nullable().describe('Pixels, or null.'),
    caption: z.string().max(longestParagraph).nullable().describe('As the source has it, or null.'),
    credit: z.string().max(longestParagraph).nullable().describe('Who made it, or null.'),
  })
  .describe('A picture, film or recording that belongs to the article.')
export type Media = z.infer<typeof Media>
