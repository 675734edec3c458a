/**
 * The index of articles as all the feeds that apps fetch. Pure: the same entries give the same bytes, in whatever order
 * they come, so that a feed whose entries did not change keeps its ETag.
 *
 *   feeds/latest.json (+ latest/2.json …) · latest.rss · latest.atom · places.geojson · quotes.json ·
 *   countries/{CC}.json · speakers/{slug}.json · sitemap-news.xml · index.json · index.opml
 *
 * What the answer does not hold is to be deleted under feeds/: a country whose only article was taken back has no feed.
 */
import type { FeedEntry, FeedListing } from '../../content-schema/feed.ts'
import { countryName } from './country-name.ts'
import { schemaUrl } from './document-address.ts'
import { newestFirst, updatedAtOf } from './entry-order.ts'
import { mostLatestPages, mostQuotePages } from './feed-bounds.ts'
import { toFeedDirectory } from './feed-directory.ts'
import { type FeedFile, type FeedOptions, feedUrl } from './feed-file.ts'
import { type EntryQuote, gatherCountries, gatherSpeakers } from './gather-channels.ts'
import { type JsonItem, toJsonFeed } from './json-feed.ts'
import { articleItem, quoteItem } from './json-items.ts'
import { toNewsSitemap } from './news-sitemap.ts'
import { toPlacesFeed } from './places-feed.ts'
import { toAtom, toRss } from './rss-and-atom.ts'

export type { FeedFile, FeedOptions } from './feed-file.ts'

export const variantsToFeed = (entries: readonly FeedEntry[], options: FeedOptions): FeedFile[] => {
  const newest = newestFirst(entries)
  const json = jsonChannels(newest, options)
  const ofAll = json.filter(({ listing }) => listing.group === 'latest')
  const ofSome = json.filter(({ listing }) => listing.group !== 'latest')
  const channels = [...ofAll, ...formatChannels(newest, options), ...ofSome]
  const listings = channels.map(
    ({ listing, first }): FeedListing => ({
      ...listing,
      url: feedUrl(options.baseUrl, first.key),
      contentType: first.contentType,
    }),
  )
  const directory = toFeedDirectory(listings, updatedAtOf(newest) ?? options.now, options)
  return [...channels.flatMap(({ first, rest }) => [first, ...rest]), ...directory]
}

/** A feed as the directory lists it, and its pages. */
interface Channel {
  readonly listing: Omit<FeedListing, 'url' | 'contentType'>
  readonly first: FeedFile
  readonly rest: readonly FeedFile[]
}

/** The newest articles in the formats that have one page. */
const formatChannels = (entries: readonly FeedEntry[], options: FeedOptions): Channel[] => {
  const { title } = options
  const latest = { group: 'latest', key: null, count: entries.length } as const
  return [
    {
      listing: { title, subject: 'articles', format: 'rss', ...latest },
      first: toRss(entries, options),
      rest: [],
    },
    {
      listing: { title, subject: 'articles', format: 'atom', ...latest },
      first: toAtom(entries, options),
      rest: [],
    },
    {
      listing: { title: `${title}: places`, subject: 'places', format: 'geojson', ...latest },
      first: toPlacesFeed(entries, options),
      rest: [],
    },
    {
      listing: { title: `${title}: news sitemap`, subject: 'articles', format: 'sitemap', ...latest },
      first: toNewsSitemap(entries, options),
      rest: [],
    },
  ]
}

/** The JSON feeds: all articles, all quotes, a feed a country, a feed a speaker. */
const jsonChannels = (entries: readonly FeedEntry[], options: FeedOptions): Channel[] => {
  const { title, baseUrl } = options
  const language = options.language ?? languageOf(entries[0])
  const articles = once((entry: FeedEntry) => articleItem(entry, baseUrl))
  const quotes = once(({ entry, quote }: EntryQuote) => quoteItem(entry, quote, baseUrl))
  const said = entries.flatMap(entry => entry.quotes.map(quote => ({ entry, quote })))
  const channel = (
    name: string,
    listing: Omit<Channel['listing'], 'format'>,
    items: Iterable<JsonItem>,
    mostPages = 1,
  ): Channel => {
    const extension = {
      about: schemaUrl(baseUrl, 'json-feed'),
      subject: listing.subject,
      group: listing.group,
      key: listing.key,
    }
    const head = { name, title: listing.title, language, extension, mostPages }
    const described = options.description === undefined ? head : { ...head, description: options.description }
    const [first, ...rest] = toJsonFeed(items, described, options)
    return { listing: { ...listing, format: 'json-feed' }, first, rest }
  }
  return [
    channel(
      'feeds/latest',
      { title, group: 'latest', subject: 'articles', key: null, count: entries.length },
      lazily(entries, articles),
      mostLatestPages,
    ),
    channel(
      'feeds/quotes',
      { title: `${title}: quotes`, group: 'latest', subject: 'quotes', key: null, count: said.length },
      lazily(said, quotes),
      mostQuotePages,
    ),
    ...gatherCountries(entries).map(([country, inCountry]) =>
      channel(
        `feeds/countries/${country}`,
        {
          title: `${title}: ${countryName(country)}`,
          group: 'country',
          subject: 'articles',
          key: country,
          count: inCountry.length,
        },
        lazily(inCountry, articles),
      ),
    ),
    ...gatherSpeakers(said).map(speaker =>
      channel(
        `feeds/speakers/${speaker.slug}`,
        {
          title: `${title}: ${speaker.name}`,
          group: 'speaker',
          subject: 'quotes',
          key: speaker.slug,
          count: speaker.quotes.length,
        },
        lazily(speaker.quotes, quotes),
      ),
    ),
  ]
}

/** Serialises a thing the first time it is asked for: an article stands in several feeds. */
const once = <Thing extends object>(write: (thing: Thing) => JsonItem): ((thing: Thing) => JsonItem) => {
  const written = new Map<Thing, JsonItem>()
  return thing => {
    const known = written.get(thing)
    if (known !== undefined) return known
    const item = write(thing)
    written.set(thing, item)
    return item
  }
}

/** A feed stops at its bounds: what it does not reach is never serialised. */
function* lazily<Thing>(things: readonly Thing[], write: (thing: Thing) => JsonItem): Generator<JsonItem> {
  for (const thing of things) yield write(thing)
}

const languageOf = (entry: FeedEntry | undefined): string | null =>
  entry === undefined || entry.language === 'und' ? null : entry.language
