/**
 * feeds/places.geojson: a FeatureCollection of points (RFC 7946), each a place with the articles that mention it.
 */
import * as z from 'zod'
import { ArticleId } from './article.ts'
import { FeedEntry, FeedPlace } from './feed.ts'

const position = z
  .tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])
  .describe('Longitude, latitude.')

export const PlaceFeature = z.object({
  type: z.literal('Feature'),
  id: z.int().positive().optional().describe('GeoNames id.'),
  geometry: z.object({ type: z.literal('Point'), coordinates: position }),
  properties: z.object({
    name: FeedPlace.shape.name,
    kind: FeedPlace.shape.kind,
    geonameId: FeedPlace.shape.geonameId,
    countryCode: FeedPlace.shape.countryCode,
    admin1: FeedPlace.shape.admin1,
    articleCount: z.int().positive().describe('How many articles of the index mention it.'),
    articles: z
      .array(
        z.object({
          id: ArticleId,
          headline: FeedEntry.shape.headline,
          url: FeedEntry.shape.url,
          document: z.string().describe('URL of article.json.'),
          publishedAt: z.iso.datetime({ offset: true }),
          isFocus: z.boolean().describe('Whether the story happens there.'),
          quotes: z.array(z.string()).describe('Ids of the quotes of that article that speak of the place.'),
        }),
      )
      .describe('The newest of them.'),
  }),
})
export type PlaceFeature = z.infer<typeof PlaceFeature>

export const PlacesFeed = z
  .object({
    type: z.literal('FeatureCollection'),
    bbox: z
      .array(z.number())
      .length(4)
      .optional()
      .describe('West, south, east, north; west is the larger where the box crosses the 180th meridian.'),
    features: z.array(PlaceFeature),
  })
  .describe('feeds/places.geojson')
export type PlacesFeed = z.infer<typeof PlacesFeed>
