/**
 * What the feeds are made of: one entry an article in the index, and the shapes of the feeds that are ours.
 */
import * as z from 'zod'
import { ArticleId, Revision, schemaVersion } from './article.ts'
import { longestHeadline, longestLine, longestUrl } from './bounds.ts'
import { Media } from './media.ts'
import { Name } from './name.ts'
import { Place } from './place.ts'
import { Quote, SpeakerKind } from './quote.ts'

const dateTime = z.iso.datetime({ offset: true })

export const FeedSpeaker = z
  .strictObject({
    name: z.string(),
    role: z.string().nullable(),
    kind: SpeakerKind,
    slug: z
      .string()
      .nullable()
      .describe('Names the feed of this speaker: feeds/speakers/{slug}.json; null where unnamed.'),
  })
  .describe('Who said it.')
export type FeedSpeaker = z.infer<typeof FeedSpeaker>

export const FeedQuote = z
  .strictObject({
    id: Quote.shape.id,
    kind: Quote.shape.kind,
    text: z.string().describe('Verbatim; the beginning of it where isCut.'),
    isCut: z.boolean().describe('Whether the quote goes on in quotes.json of the article.'),
    speaker: FeedSpeaker.nullable(),
    places: z.array(z.string()).describe('Ids of the places that it speaks of.'),
    confidence: Quote.shape.confidence,
  })
  .describe('A quote, as feeds carry it.')
export type FeedQuote = z.infer<typeof FeedQuote>

export const FeedPlace = Place.pick({
  id: true,
  name: true,
  kind: true,
  geonameId: true,
  lat: true,
  lon: true,
  countryCode: true,
  admin1: true,
  salience: true,
  isFocus: true,
  confidence: true,
}).describe('A place, as feeds carry it.')
export type FeedPlace = z.infer<typeof FeedPlace>

export const FeedName = Name.pick({ kind: true, name: true, role: true, salience: true }).describe(
  'A person or an organisation, as feeds carry it.',
)
export type FeedName = z.infer<typeof FeedName>

/** index/{yyyy-mm-dd}/{id}.json: all that feeds need of an article, small whatever the article is. */
export const FeedEntry = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    id: ArticleId,
    source: z.string(),
    url: z.string().max(longestUrl).nullable(),
    language: z.string(),
    headline: z.string().max(longestHeadline),
    standfirst: z.string().nullable(),
    bylines: z.array(z.string().max(longestLine)),
    section: z.string().nullable(),
    keywords: z.array(z.string().max(longestLine)),
    rights: z.string().nullable(),
    publishedAt: dateTime.nullable(),
    updatedAt: dateTime.describe('When the source or an editor changed it last.'),
    revision: Revision.describe('State of the article that the entry was made of.'),
    media: z.array(Media),
    summary: z.array(z.string()).describe('Sentences of the summary, in the order of the article.'),
    oneSentence: z.string(),
    words: z.int().nonnegative(),
    readingSeconds: z.int().nonnegative(),
    quotes: z.array(FeedQuote),
    places: z.array(FeedPlace),
    names: z.array(FeedName),
    counts: z
      .strictObject({
        quotes: z.int().nonnegative(),
        places: z.int().nonnegative(),
        names: z.int().nonnegative(),
      })
      .describe('How many the article has in all.'),
  })
  .describe('An article, as the index holds it for the feeds.')
export type FeedEntry = z.infer<typeof FeedEntry>

export const FeedListing = z
  .strictObject({
    title: z.string(),
    url: z.string(),
    group: z.enum(['latest', 'country', 'speaker']),
    subject: z.enum(['articles', 'quotes', 'places']).describe('What its entries are.'),
    format: z.enum(['json-feed', 'rss', 'atom', 'geojson', 'sitemap']),
    contentType: z.string(),
    key: z
      .string()
      .nullable()
      .describe('Country code or slug of the speaker: what the client asks by; null for the latest.'),
    count: z.int().nonnegative().describe('How many entries qualify; a feed may hold fewer.'),
  })
  .describe('One feed.')
export type FeedListing = z.infer<typeof FeedListing>

/** feeds/index.json */
export const FeedDirectory = z
  .strictObject({
    $schema: z.string().describe('URL of the JSON Schema of this document.'),
    schemaVersion: z.literal(schemaVersion),
    title: z.string(),
    updatedAt: dateTime.describe('When anything in any of the feeds changed last.'),
    feeds: z.array(FeedListing),
  })
  .describe('All feeds that there are.')
export type FeedDirectory = z.infer<typeof FeedDirectory>
