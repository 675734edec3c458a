/**
 * How large a feed may become, whatever comes in. Every number is of one published file unless it says otherwise.
 */

/** An index entry, in UTF-8. 10,000 of them at most: 160 MB; those of the fixtures have 6 KB on average. */
export const mostEntryBytes = 16_384
export const mostEntrySentences = 5
export const mostEntryQuotes = 12
export const mostEntryPlaces = 20
export const mostEntryNames = 15
export const mostEntryKeywords = 20
export const mostEntryBylines = 10
export const mostEntryMedia = 4
/** UTF-16 units. Half a page; the article's own documents have the rest. */
export const longestEntryText = 600

/** What a feed reader asks for at once. */
export const mostFeedItems = 50
/** Readers on a phone give up on more. */
export const mostFeedBytes = 524_288
/** Pages behind latest.json and quotes.json: 1,000 articles, 500 quotes. */
export const mostLatestPages = 20
export const mostQuotePages = 10
/** Speakers with a feed of their own: the most quoted; each feed is one more write of every publish. */
export const mostSpeakerFeeds = 150
/** ISO 3166 has 249 codes; GeoNames adds a few of its own. */
export const mostCountryFeeds = 260
/** Features of places.geojson, the most written-about first, and articles that one feature lists. */
export const mostMapPlaces = 1_000
export const mostPlaceArticles = 10
export const mostMapBytes = 2_097_152
/** Google News: 1,000 articles of the last two days. https://www.google.com/schemas/sitemap-news/ */
export const mostSitemapUrls = 1_000
export const sitemapHours = 48
