/** One published feed: what lies at a key, and how it is served. */
export interface FeedFile {
  /** In the content store, and the path apps fetch: "feeds/latest.json". */
  readonly key: string
  readonly contentType: string
  readonly body: string
  readonly cacheControl: string
}

/** What a feed says of itself. */
export interface FeedOptions {
  /** Name of the publication: "The Harbour Gazette". */
  readonly title: string
  /** Where the content store is seen from outside, without a slash at its end: "https://news.example.org". */
  readonly baseUrl: string
  /** The moment of publishing, ISO 8601: it bounds the sitemap, and stands in no other feed that has an entry. */
  readonly now: string
  readonly description?: string
  /** The publication's own site. Absent: baseUrl. */
  readonly homePageUrl?: string
  /** BCP 47 tag. Absent: that of the newest entry. */
  readonly language?: string
}

/** A minute at the edge; a reader may show the last state while the new one is fetched, and for a day if it cannot be. */
export const feedCacheControl = 'public, max-age=60, stale-while-revalidate=300, stale-if-error=86400'

const contentTypes = {
  'json-feed': 'application/feed+json',
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  geojson: 'application/geo+json',
  sitemap: 'application/xml; charset=utf-8',
  opml: 'text/x-opml; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const
export type FeedFormat = keyof typeof contentTypes

export const feedFile = (key: string, format: FeedFormat, body: string): FeedFile => ({
  key,
  contentType: contentTypes[format],
  body,
  cacheControl: feedCacheControl,
})

export const feedUrl = (baseUrl: string, key: string): string =>
  `${baseUrl}/${key.split('/').map(encodeURIComponent).join('/')}`
