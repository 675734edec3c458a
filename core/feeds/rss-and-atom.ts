/**
 * RSS 2.0 and Atom 1.0, with GeoRSS for where it happened and Media RSS for pictures.
 *
 * Each holds the newest articles and no further page: readers of these formats know none.
 */
import { generateAtomFeed, generateRssFeed } from 'feedsmith'
import type { FeedEntry, FeedPlace } from '../../content-schema/feed.ts'
import { documentUrl } from './document-address.ts'
import { linkOf, publishedAt, titleOf, updatedAtOf } from './entry-order.ts'
import { toXmlCharacters } from './escape-xml.ts'
import { mostFeedBytes, mostFeedItems } from './feed-bounds.ts'
import { type FeedFile, type FeedOptions, feedFile, feedUrl } from './feed-file.ts'
import { utf8Bytes } from './utf8-bytes.ts'

const rssKey = 'feeds/latest.rss'
const atomKey = 'feeds/latest.atom'
const generator = 'Copydesk'

export const toRss = (entries: readonly FeedEntry[], options: FeedOptions): FeedFile =>
  feedFile(
    rssKey,
    'rss',
    upToBounds(entries, chosen => rssOf(chosen, options)),
  )

export const toAtom = (entries: readonly FeedEntry[], options: FeedOptions): FeedFile =>
  feedFile(
    atomKey,
    'atom',
    upToBounds(entries, chosen => atomOf(chosen, options)),
  )

/** The newest entries, fewer where their text is large. */
const upToBounds = (
  entries: readonly FeedEntry[],
  write: (entries: readonly FeedEntry[]) => string,
): string => {
  for (let count = mostFeedItems; ; count >>= 1) {
    const text = write(entries.slice(0, count))
    if (count === 0 || utf8Bytes(text) <= mostFeedBytes) return text
  }
}

const rssOf = (entries: readonly FeedEntry[], options: FeedOptions): string => {
  const { baseUrl, title, homePageUrl, description, language, now } = options
  const newest = entries[0]
  return generateRssFeed({
    title: clean(title),
    link: homePageUrl ?? baseUrl,
    description: clean(description ?? `Latest articles of ${title}`),
    ...present('language', language ?? languageOf(newest)),
    lastBuildDate: new Date(updatedAtOf(entries) ?? now),
    generator,
    docs: 'https://www.rssboard.org/rss-specification',
    ttl: 5,
    atom: { links: [{ href: feedUrl(baseUrl, rssKey), rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map(entry => ({
      title: clean(titleOf(entry)),
      link: linkOf(entry, baseUrl),
      description: asHtml(clean(bodyOf(entry))),
      guid: { value: documentUrl(baseUrl, entry.id, 'article.json'), isPermaLink: false },
      pubDate: new Date(publishedAt(entry)),
      ...someOf(
        'categories',
        entry.keywords.map(name => ({ name: clean(name) })),
      ),
      ...(entry.bylines.length === 0 ? {} : { dc: { creators: entry.bylines.map(clean) } }),
      atom: { updated: new Date(entry.updatedAt) },
      ...geoOf(entry),
      ...mediaOf(entry),
    })),
  })
}

const atomOf = (entries: readonly FeedEntry[], options: FeedOptions): string => {
  const { baseUrl, title, homePageUrl, description, now } = options
  const self = feedUrl(baseUrl, atomKey)
  return generateAtomFeed({
    id: self,
    title: { value: clean(title) },
    ...(description === undefined ? {} : { subtitle: { value: clean(description) } }),
    updated: new Date(updatedAtOf(entries) ?? now),
    authors: [{ name: clean(title) }],
    generator: { text: generator },
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: homePageUrl ?? baseUrl, rel: 'alternate', type: 'text/html' },
    ],
    entries: entries.map(entry => ({
      id: documentUrl(baseUrl, entry.id, 'article.json'),
      title: { value: clean(titleOf(entry)) },
      updated: new Date(entry.updatedAt),
      published: new Date(publishedAt(entry)),
      ...someOf(
        'authors',
        entry.bylines.map(name => ({ name: clean(name) })),
      ),
      ...someOf(
        'categories',
        entry.keywords.map(term => ({ term: clean(term) })),
      ),
      ...(entry.rights === null ? {} : { rights: { value: clean(entry.rights) } }),
      summary: { value: clean(bodyOf(entry)) },
      links: [
        {
          href: linkOf(entry, baseUrl),
          rel: 'alternate',
          type: entry.url === null ? 'application/json' : 'text/html',
        },
        { href: documentUrl(baseUrl, entry.id, 'article.json'), rel: 'related', type: 'application/json' },
      ],
      ...geoOf(entry),
      ...mediaOf(entry),
    })),
  })
}

const clean = toXmlCharacters

/** Readers take RSS's description for HTML: what looks like an element in a text would vanish there, or run. */
const asHtml = (text: string): string =>
  text.replace(/[&<>]/g, mark => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;'))

const bodyOf = (entry: FeedEntry): string => entry.summary.join(' ') || entry.standfirst || titleOf(entry)

const languageOf = (entry: FeedEntry | undefined): string | undefined =>
  entry === undefined || entry.language === 'und' ? undefined : entry.language

/** GeoRSS Simple has one point an entry: where the story happens, else its most salient place. */
const geoOf = (entry: FeedEntry): object => {
  const place = chooseMapPlace(entry.places)
  if (place === null || place.lat === null || place.lon === null) return {}
  return { georss: { point: { lat: place.lat, lng: place.lon }, featureName: clean(place.name) } }
}

const chooseMapPlace = (places: readonly FeedPlace[]): FeedPlace | null => {
  const resolved = places.filter(place => place.lat !== null)
  return resolved.find(place => place.isFocus) ?? resolved[0] ?? null
}

const mediaOf = (entry: FeedEntry): object =>
  entry.media.length === 0
    ? {}
    : {
        media: {
          contents: entry.media.map(media => ({
            url: media.url,
            medium: media.kind,
            ...present('type', media.contentType ?? undefined),
            ...present('width', media.width ?? undefined),
            ...present('height', media.height ?? undefined),
            ...(media.caption === null
              ? {}
              : { description: { value: clean(media.caption), type: 'plain' } }),
            ...(media.credit === null ? {} : { credits: [{ value: clean(media.credit) }] }),
          })),
        },
      }

const present = <Key extends string, Value>(key: Key, value: Value | undefined): object =>
  value === undefined ? {} : { [key]: value }

const someOf = <Value>(key: string, values: readonly Value[]): object =>
  values.length === 0 ? {} : { [key]: values }
