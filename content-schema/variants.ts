/**
 * The structured readings of one article, and the documents they are stored as.
 */
import * as z from 'zod'
import { longestLine, mostFindings } from './bounds.ts'
import { Name } from './name.ts'
import { Place } from './place.ts'
import { Quote, Speaker } from './quote.ts'
import { Summary } from './summary.ts'

export const Variants = z
  .strictObject({
    id: z.string().max(longestLine).describe('The id of the article they were read from.'),
    summary: Summary,
    quotes: z.array(Quote).max(mostFindings).describe('In the order of the article.'),
    speakers: z.array(Speaker).max(mostFindings).describe('Who is quoted, and with what.'),
    places: z.array(Place).max(mostFindings).describe('Most salient first.'),
    names: z.array(Name).max(mostFindings).describe('Most salient first.'),
    limits: z
      .array(z.string())
      .describe('What was left out and why, in words: "places: not English, names only".'),
  })
  .describe('Structured readings of one article; every span points into article.text.')
export type Variants = z.infer<typeof Variants>
