/**
 * JSON Feed 1.1 as we write it, with the extension `_copydesk`. Another publisher's feed may hold more.
 */
import * as z from 'zod'
import { ArticleId, Revision } from './article.ts'
import { FeedEntry, FeedListing, FeedPlace, FeedQuote } from './feed.ts'

const dateTime = z.iso.datetime({ offset: true })
const entry = FeedEntry.shape

const documents = z
  .object({
    article: z.string(),
    summary: z.string(),
    quotes: z.string(),
    places: z.string(),
    names: z.string(),
  })
  .describe('URLs of the documents of the article.')

export const ArticleExtension = z
  .object({
    id: ArticleId,
    source: entry.source,
    section: entry.section,
    standfirst: entry.standfirst,
    rights: entry.rights,
    revision: Revision,
    words: entry.words,
    readingSeconds: entry.readingSeconds,
    summary: entry.summary,
    quotes: entry.quotes,
    places: entry.places,
    names: entry.names,
    counts: entry.counts,
    documents,
  })
  .describe('What was found in the article; its documents hold all of it.')
export type ArticleExtension = z.infer<typeof ArticleExtension>

export const QuoteExtension = z
  .object({
    quote: FeedQuote.extend({ places: z.array(FeedPlace).describe('Places that the quote speaks of.') }),
    article: z.object({
      id: ArticleId,
      headline: entry.headline,
      url: entry.url,
      source: entry.source,
      documents,
    }),
  })
  .describe('A quote and the article that it stands in.')
export type QuoteExtension = z.infer<typeof QuoteExtension>

const item = {
  id: z.string().describe('URL of article.json; of a quote, with its id behind "#quote-".'),
  url: z.string().describe('Where readers find the article.'),
  title: z.string(),
  content_text: z.string().describe('Sentences of the summary, or the words of the quote.'),
  summary: z.string().optional().describe('The one sentence that tells most.'),
  image: z.string().optional(),
  date_published: dateTime,
  date_modified: dateTime.describe('When the source or an editor changed it last.'),
  authors: z
    .array(z.object({ name: z.string() }))
    .optional()
    .describe('Who wrote the article, or who said the quote.'),
  tags: z.array(z.string()).optional(),
  language: z.string().optional(),
  attachments: z
    .array(z.object({ url: z.string(), mime_type: z.string(), title: z.string().optional() }))
    .optional(),
}

export const ArticleItem = z.object({ ...item, _copydesk: ArticleExtension })
export type ArticleItem = z.infer<typeof ArticleItem>

export const QuoteItem = z.object({ ...item, _copydesk: QuoteExtension })
export type QuoteItem = z.infer<typeof QuoteItem>

const feed = {
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string(),
  home_page_url: z.string(),
  feed_url: z.string(),
  description: z.string().optional(),
  next_url: z.string().optional().describe('The next, older page.'),
  language: z.string().optional(),
  _copydesk: z.object({
    about: z.string().describe('Where the extension is described.'),
    subject: FeedListing.shape.subject,
    group: FeedListing.shape.group,
    key: FeedListing.shape.key,
  }),
}

export const ArticleFeed = z
  .object({ ...feed, items: z.array(ArticleItem) })
  .describe('feeds/latest.json and feeds/countries/{CC}.json')
export type ArticleFeed = z.infer<typeof ArticleFeed>

export const QuoteFeed = z
  .object({ ...feed, items: z.array(QuoteItem) })
  .describe('feeds/quotes.json and feeds/speakers/{slug}.json')
export type QuoteFeed = z.infer<typeof QuoteFeed>

export const JsonFeed = z
  .union([ArticleFeed, QuoteFeed])
  .describe('JSON Feed 1.1 with the extension _copydesk: articles or quotes.')
export type JsonFeed = z.infer<typeof JsonFeed>
