/** The text of client/shapes.ts: the shapes of all that the client reads. */
import type { z } from 'zod'
import {
  ArticleDocument,
  NamesDocument,
  PlacesDocument,
  QuotesDocument,
  SummaryDocument,
  Tombstone,
} from '../content-schema/documents.ts'
import { FeedDirectory } from '../content-schema/feed.ts'
import { ArticleFeed, QuoteFeed } from '../content-schema/json-feed.ts'
import { PlacesFeed } from '../content-schema/places-feed.ts'
import { schemaToShape } from './json-schema-to-shape.ts'

const schemas: Readonly<Record<string, z.ZodType>> = {
  article: ArticleDocument,
  tombstone: Tombstone,
  summary: SummaryDocument,
  quotes: QuotesDocument,
  places: PlacesDocument,
  names: NamesDocument,
  articleFeed: ArticleFeed,
  quoteFeed: QuoteFeed,
  placesFeed: PlacesFeed,
  feedDirectory: FeedDirectory,
}

export const clientShapes = (): string => {
  const lines = Object.entries(schemas).map(
    ([name, schema]) => `  ${name}: ${JSON.stringify(schemaToShape(schema))},`,
  )
  return `// Made by "npm run schema" from the zod schemas. Do not edit.
// biome-ignore format: generated
export const shapes = {
${lines.join('\n')}
} as const
`
}
