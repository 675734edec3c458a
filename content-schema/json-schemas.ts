/**
 * JSON Schema (2020-12) for every shape that apps fetch or send, made from the zod schemas.
 *
 *   jsonSchemas()['article.json'] -> '{ "$schema": …, "$id": …/schema/v1/article.json, … }'
 */
import * as z from 'zod'
import { Article } from './article.ts'
import { Correction } from './correction.ts'
import {
  NamesDocument,
  PlacesDocument,
  PublishedArticle,
  QuotesDocument,
  SummaryDocument,
} from './documents.ts'
import { FeedDirectory, FeedEntry } from './feed.ts'
import { JsonFeed } from './json-feed.ts'
import { Media } from './media.ts'
import { Name } from './name.ts'
import { Override } from './override.ts'
import { Place } from './place.ts'
import { PlacesFeed } from './places-feed.ts'
import { Problem } from './problem.ts'
import { Quote, Speaker } from './quote.ts'
import { Span } from './span.ts'
import { Summary } from './summary.ts'
import { Variants } from './variants.ts'

/** File name to schema. A shape that is stored or served belongs here. */
const shapes: Readonly<Record<string, z.ZodType>> = {
  'article.json': Article,
  'article-document.json': PublishedArticle,
  'correction.json': Correction,
  'feed-directory.json': FeedDirectory,
  'feed-entry.json': FeedEntry,
  'json-feed.json': JsonFeed,
  'media.json': Media,
  'name.json': Name,
  'names-document.json': NamesDocument,
  'override.json': Override,
  'place.json': Place,
  'places-document.json': PlacesDocument,
  'places-feed.json': PlacesFeed,
  'problem.json': Problem,
  'quote.json': Quote,
  'quotes-document.json': QuotesDocument,
  'span.json': Span,
  'speaker.json': Speaker,
  'summary.json': Summary,
  'summary-document.json': SummaryDocument,
  'variants.json': Variants,
}

/** File name to file text, ready to be stored under schema/v1/. */
export const jsonSchemas = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => {
      const schema = z.toJSONSchema(shape, { target: 'draft-2020-12' })
      return [name, `${JSON.stringify({ ...schema, title: name.replace('.json', '') }, null, 2)}\n`]
    }),
  )
