/**
 * A typed client for what Copydesk publishes. It needs `fetch` and nothing else: Node, browsers, edge runtimes.
 *
 *   const desk = createClient('https://news.example.org')
 *   for await (const story of desk.latest()) console.log(story.title, story._copydesk.places)
 *   const article = await desk.article('harbour-1')
 *
 * It validates what it gets, remembers entity tags, and follows pages as far as you read.
 */
import type {
  ArticleDocument,
  NamesDocument,
  PlacesDocument,
  PublishedArticle,
  QuotesDocument,
  SummaryDocument,
  Tombstone,
} from '../content-schema/documents.ts'
import type { FeedDirectory } from '../content-schema/feed.ts'
import type { ArticleFeed, ArticleItem, QuoteFeed, QuoteItem } from '../content-schema/json-feed.ts'
import type { PlacesFeed } from '../content-schema/places-feed.ts'
import { CopydeskError } from './copydesk-error.ts'
import { type FetchOptions, rememberingFetch } from './remembering-fetch.ts'
import { checkShape, type Shape } from './shape.ts'
import { shapes } from './shapes.ts'

export type { Name } from '../content-schema/name.ts'
export type { Place } from '../content-schema/place.ts'
export type { Problem } from '../content-schema/problem.ts'
export type { Quote, Speaker } from '../content-schema/quote.ts'
export type { Span } from '../content-schema/span.ts'
export { CopydeskError } from './copydesk-error.ts'
export type { FetchOptions } from './remembering-fetch.ts'
export { type Finding, type Segment, segments } from './segments.ts'
export { verify } from './verify.ts'
export type {
  ArticleDocument,
  ArticleItem,
  FeedDirectory,
  NamesDocument,
  PlacesDocument,
  PlacesFeed,
  PublishedArticle,
  QuoteItem,
  QuotesDocument,
  SummaryDocument,
  Tombstone,
}

export interface ClientOptions {
  /** Absent: the global one. */
  readonly fetch?: typeof fetch
  /** Answers kept for 304s. Absent: 200; 0 keeps none. */
  readonly mostRemembered?: number
}

/** Every document is null where there is none. Every method throws CopydeskError where the server or its answer fails. */
export interface Client {
  /** The article and all that was found in it; where it was taken back, a tombstone (status "canceled"). */
  article(id: string, options?: FetchOptions): Promise<PublishedArticle | null>
  summary(id: string, options?: FetchOptions): Promise<SummaryDocument | null>
  quotes(id: string, options?: FetchOptions): Promise<QuotesDocument | null>
  places(id: string, options?: FetchOptions): Promise<PlacesDocument | null>
  names(id: string, options?: FetchOptions): Promise<NamesDocument | null>
  /** Newest articles first; further pages are fetched as you read on. */
  latest(options?: FetchOptions): AsyncGenerator<ArticleItem, void>
  /** Quotes of the newest articles first. */
  latestQuotes(options?: FetchOptions): AsyncGenerator<QuoteItem, void>
  /** Articles about a country, by its ISO 3166 code: "UA". */
  country(countryCode: string, options?: FetchOptions): AsyncGenerator<ArticleItem, void>
  /** What somebody said, by the slug that quotes carry: "ana-ruiz". */
  speaker(slug: string, options?: FetchOptions): AsyncGenerator<QuoteItem, void>
  /** The places of the news as GeoJSON. */
  map(options?: FetchOptions): Promise<PlacesFeed | null>
  /** All feeds that there are. */
  feeds(options?: FetchOptions): Promise<FeedDirectory | null>
}

/** @param baseUrl where the content is served: "https://news.example.org" */
export const createClient = (baseUrl: string, options: ClientOptions = {}): Client => {
  const read = openReader(baseUrl.replace(/\/+$/, ''), options)
  const document =
    <Document>(name: string, shape: ShapeOf) =>
    (id: string, about?: FetchOptions): Promise<Document | null> =>
      read(`articles/${encodeURIComponent(id)}/${name}.json`, shape, about)
  const articles = (path: string, about?: FetchOptions) =>
    pages<ArticleItem, ArticleFeed>(read, path, shapes.articleFeed, about)
  const quotes = (path: string, about?: FetchOptions) =>
    pages<QuoteItem, QuoteFeed>(read, path, shapes.quoteFeed, about)

  return {
    article: document<PublishedArticle>('article', shapeOfArticle),
    summary: document<SummaryDocument>('summary', shapes.summary),
    quotes: document<QuotesDocument>('quotes', shapes.quotes),
    places: document<PlacesDocument>('places', shapes.places),
    names: document<NamesDocument>('names', shapes.names),
    latest: about => articles('feeds/latest.json', about),
    latestQuotes: about => quotes('feeds/quotes.json', about),
    country: (code, about) =>
      articles(`feeds/countries/${encodeURIComponent(code.toUpperCase())}.json`, about),
    speaker: (slug, about) => quotes(`feeds/speakers/${encodeURIComponent(slug)}.json`, about),
    map: about => read<PlacesFeed>('feeds/places.geojson', shapes.placesFeed, about),
    feeds: about => read<FeedDirectory>('feeds/index.json', shapes.feedDirectory, about),
  }
}

const shapeOfArticle = (found: unknown): Shape =>
  Reflect.get(Object(found), 'status') === 'usable' ? shapes.article : shapes.tombstone

/** The shape of what was found, where it hangs on it. */
type ShapeOf = Shape | ((found: unknown) => Shape)

/** The document at a path below the base, or at an address of its own. */
type Read = <Document>(path: string, shape: ShapeOf, about?: FetchOptions) => Promise<Document | null>

const openReader = (base: string, options: ClientOptions): Read => {
  // A bare `fetch` would be called with the options as `this`, which browsers refuse.
  const doFetch = options.fetch ?? ((input, init) => fetch(input, init))
  const fetchJson = rememberingFetch(doFetch, options.mostRemembered ?? 200)
  return async <Document>(path: string, shape: ShapeOf, about?: FetchOptions) => {
    const url = path.includes('://') ? path : `${base}/${path}`
    const found = await fetchJson(url, about)
    if (found === null) return null
    const problems = checkShape(found, typeof shape === 'function' ? shape(found) : shape)
    if (problems[0]) throw new CopydeskError(problems[0].message, url, { problems })
    // Its shape was checked the line before; the shapes are made from the schemas that the types come from.
    return found as Document
  }
}

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next_url?: string | undefined
}

/** No page twice: a feed that points at itself ends. */
async function* pages<Item, Feed extends Page<Item>>(
  read: Read,
  path: string,
  shape: Shape,
  about?: FetchOptions,
): AsyncGenerator<Item, void> {
  const seen = new Set<string>()
  for (let next: string | undefined = path; next && !seen.has(next); ) {
    seen.add(next)
    const feed: Feed | null = await read<Feed>(next, shape, about)
    yield* feed?.items ?? []
    next = feed?.next_url
  }
}
