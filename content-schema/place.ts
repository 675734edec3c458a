import * as z from 'zod'
import { longestParagraph, mostMentions } from './bounds.ts'

export const MentionKind = z.enum(['literal', 'metonymic', 'demonym'])
export type MentionKind = z.infer<typeof MentionKind>

export const PlaceMention = z.strictObject({
  start: z.int().nonnegative().describe('Where the mention begins in article.text.'),
  end: z.int().nonnegative().describe('Where it ends (exclusive).'),
  kind: MentionKind.optional().describe(
    'literal: the place itself; metonymic: "Moscow said"; demonym: "Russian".',
  ),
})
export type PlaceMention = z.infer<typeof PlaceMention>

export const PlaceCandidate = z
  .strictObject({
    name: z.string(),
    kind: z.string(),
    geonameId: z.int().positive().nullable(),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    countryCode: z.string().length(2).nullable(),
    admin1: z.string().nullable(),
    score: z.number().describe('Its share of the weight among the candidates, 0..1.'),
  })
  .describe('A place of the same name that was considered and not chosen.')
export type PlaceCandidate = z.infer<typeof PlaceCandidate>

export const Place = z
  .strictObject({
    id: z.string().describe('Stable within the article.'),
    name: z
      .string()
      .max(longestParagraph)
      .describe('As the gazetteer has it, or as written where it is not resolved.'),
    asWritten: z.string().max(longestParagraph).describe('As the article writes it first.'),
    kind: z
      .string()
      .describe(
        'country, region (first-level), county (second-level), city, island, sea, river, mountain, airport, district, continent, area …',
      ),
    geonameId: z.int().positive().nullable().describe('GeoNames id, or null.'),
    lat: z.number().min(-90).max(90).nullable().describe('Degrees north; null where found but not resolved.'),
    lon: z
      .number()
      .min(-180)
      .max(180)
      .nullable()
      .describe('Degrees east; null where found but not resolved.'),
    countryCode: z.string().length(2).nullable().describe('ISO 3166-1 alpha-2, or null.'),
    admin1: z.string().nullable().describe('Name of the first-level area (state, province), or null.'),
    mentions: z
      .array(PlaceMention)
      .min(1)
      .max(mostMentions)
      .describe('Every mention in article.text, in order.'),
    salience: z.number().min(0).max(1).describe('How much of the story it is.'),
    isFocus: z.boolean().describe('Whether the story happens here.'),
    isDateline: z.boolean().describe('Whether the dateline names it.'),
    confidence: z
      .number()
      .min(0)
      .max(1)
      .describe('Share of findings like this one that are right on the visible sets.'),
    by: z.string().describe('The rule that decided.'),
    alternatives: z.array(PlaceCandidate).max(10).describe('Runners-up of the same name, best first.'),
  })
  .describe('A place in the story, on the map where it could be resolved.')
export type Place = z.infer<typeof Place>
