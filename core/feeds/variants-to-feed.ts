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
import { type EntryQuote, gatherCountries, gatherSpeakers, type SpeakerQuotes } from './gather-channels.ts'
import { type JsonItem, toJsonFeed } from './json-feed.ts'
import { articleItem, quoteItem } from './json-items.ts'
import { toNewsSitemap } from './news-sitemap.ts'
import { toPlacesFeed } from './places-feed.ts'
import { toAtom, toRss } from './rss-and-atom.ts'

export type { FeedFile, FeedOptions } from './feed-file.ts'

export const variantsToFeed = (entries: readonly FeedEntry[], options: FeedOptions): FeedFile[] => {
  const newest = newestFirst(entries)
  const said = newest.flatMap(entry => entry.quotes.map(quote => ({ entry, quote })))
  const press: JsonPress = {
    options,
    language: options.language ?? languageOf(newest[0]),
    article: once((entry: FeedEntry) => articleItem(entry, options.baseUrl)),
    quote: once(({ entry, quote }: EntryQuote) => quoteItem(entry, quote, options.baseUrl)),
  }
  const channels = [
    ...latestChannels(newest, said, press),
    ...formatChannels(newest, options),
    ...gatherCountries(newest).map(([country, inCountry]) => countryChannel(country, inCountry, press)),
    ...gatherSpeakers(said).map(speaker => speakerChannel(speaker, press)),
  ]
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

/** What JSON feeds are made with. An item is serialised once, whatever the number of feeds that it stands in. */
interface JsonPress {
  readonly options: FeedOptions
  readonly language: string | null
  readonly article: (entry: FeedEntry) => JsonItem
  readonly quote: (quote: EntryQuote) => JsonItem
}

/** All articles, and all quotes. */
const latestChannels = (
  entries: readonly FeedEntry[],
  said: readonly EntryQuote[],
  press: JsonPress,
): Channel[] => {
  const { title } = press.options
  const latest = { group: 'latest', key: null } as const
  return [
    jsonChannel(press, {
      name: 'feeds/latest',
      listing: { title, subject: 'articles', count: entries.length, ...latest },
      items: lazily(entries, press.article),
      mostPages: mostLatestPages,
    }),
    jsonChannel(press, {
      name: 'feeds/quotes',
      listing: { title: `${title}: quotes`, subject: 'quotes', count: said.length, ...latest },
      items: lazily(said, press.quote),
      mostPages: mostQuotePages,
    }),
  ]
}

const countryChannel = (country: string, entries: readonly FeedEntry[], press: JsonPress): Channel => {
  const title = `${press.options.title}: ${countryName(country)}`
  return jsonChannel(press, {
    name: `feeds/countries/${country}`,
    listing: { title, group: 'country', subject: 'articles', key: country, count: entries.length },
    items: lazily(entries, press.article),
    mostPages: 1,
  })
}

const speakerChannel = ({ slug, name, quotes }: SpeakerQuotes, press: JsonPress): Channel => {
  const title = `${press.options.title}: ${name}`
  return jsonChannel(press, {
    name: `feeds/speakers/${slug}`,
    listing: { title, group: 'speaker', subject: 'quotes', key: slug, count: quotes.length },
    items: lazily(quotes, press.quote),
    mostPages: 1,
  })
}

interface JsonChannel {
  readonly name: string
  readonly listing: Omit<Channel['listing'], 'format'>
  readonly items: Iterable<JsonItem>
  readonly mostPages: number
}

const jsonChannel = (
  { options, language }: JsonPress,
  { name, listing, items, mostPages }: JsonChannel,
): Channel => {
  const { title, subject, group, key } = listing
  const extension = { about: schemaUrl(options.baseUrl, 'json-feed'), subject, group, key }
  const head = { name, title, language, extension, mostPages }
  const described = options.description === undefined ? head : { ...head, description: options.description }
  const [first, ...rest] = toJsonFeed(items, described, options)
  return { listing: { ...listing, format: 'json-feed' }, first, rest }
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
