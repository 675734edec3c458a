import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { describe, expect, it } from '@jest/globals'
import { check as checkGeoJson } from '@placemarkio/check-geojson'
import { parseAtomFeed, parseJsonFeed, parseOpml, parseRssFeed } from 'feedsmith'
import { parseSitemap } from 'sitemap'
import { FeedDirectory, type FeedEntry } from '../../content-schema/feed.ts'
import { ArticleFeed, QuoteFeed } from '../../content-schema/json-feed.ts'
import { PlacesFeed } from '../../content-schema/places-feed.ts'
import { type FeedFile, variantsToFeed } from '../../core/feeds/variants-to-feed.ts'
import { readArticle } from '../../core/read/read-article.ts'
import { checkXml, readJsonFeed, xmlFeedReaders } from './read-feeds.ts'
import { bodyOf as bodyAmong, entry, options, variants } from './story-feeds.ts'

const strange: FeedEntry = {
  ...entry,
  id: 'strange-2',
  url: null,
  headline: 'Five < six & seven > two: ]]> “Ünïcode” 🗼 \u0001\ud800',
  summary: ['A summary with <b>tags</b>, &amp; entities ]]> and \u0000.'],
  publishedAt: null,
  updatedAt: '2031-03-04T11:00:00+01:00',
  keywords: ['a & b', '<c>'],
  rights: '© Gazette & Sons',
  places: [],
  media: [],
}
const files = variantsToFeed([entry, strange], options)
const bodyOf = (key: string, among: readonly FeedFile[] = files): string => bodyAmong(key, among)

describe('variantsToFeed', () => {
  it('makes every feed that there is', () => {
    expect(files.map(({ key, contentType }) => [key, contentType])).toEqual([
      ['feeds/latest.json', 'application/feed+json'],
      ['feeds/quotes.json', 'application/feed+json'],
      ['feeds/latest.rss', 'application/rss+xml; charset=utf-8'],
      ['feeds/latest.atom', 'application/atom+xml; charset=utf-8'],
      ['feeds/places.geojson', 'application/geo+json'],
      ['feeds/sitemap-news.xml', 'application/xml; charset=utf-8'],
      ['feeds/countries/SE.json', 'application/feed+json'],
      ['feeds/speakers/ana-ruiz.json', 'application/feed+json'],
      ['feeds/speakers/per-olsson.json', 'application/feed+json'],
      ['feeds/index.json', 'application/json; charset=utf-8'],
      ['feeds/index.opml', 'text/x-opml; charset=utf-8'],
    ])
  })

  describe.each(['feeds/latest.rss', 'feeds/latest.atom'])('%s', key => {
    it('is well-formed, whatever the text holds', () => {
      expect(() => checkXml(bodyOf(key))).not.toThrow()
    })

    it.each(xmlFeedReaders)('is read by $name', async ({ read }) => {
      const feed = await read(bodyOf(key))
      expect(feed.title).toBe(options.title)
      expect(feed.items.map(({ url }) => url)).toEqual([
        'https://content.gazette.example/articles/strange-2/article.json',
        'https://gazette.example/harbour-1',
      ])
      expect(feed.items[1]?.title).toBe('Harbour wall will hold, engineer says')
      expect(feed.items[0]?.title).toContain('Five < six & seven > two')
    })
  })

  it('says in RSS where it happened, what it looks like and when it was changed', () => {
    const item = parseRssFeed(bodyOf('feeds/latest.rss')).items?.[1]
    expect(item?.georss).toMatchObject({ point: { lat: 57.7, lng: 11.97 }, featureName: 'Gothenburg' })
    expect(item?.media?.contents?.[0]).toMatchObject({
      url: 'https://img.gazette.example/wall.jpg?w=1&h=2',
      medium: 'image',
      width: 1200,
      description: { value: 'The wall & the "light"' },
    })
    expect(item?.dc?.creators).toEqual(['Mia Lund'])
    expect(item?.atom?.updated).toBe('2031-03-04T10:00:00.000Z')
    expect(item?.guid).toEqual({
      value: 'https://content.gazette.example/articles/harbour-1/article.json',
      isPermaLink: false,
    })
  })

  it('says in RSS what readers that take it for HTML show as it stands', () => {
    const words = 'R&D said <b>no</b> & <script>alert(1)</script> at 5 < 6.'
    const rss = bodyOf('feeds/latest.rss', variantsToFeed([{ ...entry, summary: [words] }], options))
    const html = parseRssFeed(rss).items?.[0]?.description ?? ''
    expect(html).not.toMatch(/<(?:b|script)>/)
    const shown = readArticle(Buffer.from(`<p>${html}</p>`), {
      source: 's',
      sourceId: 'i',
      receivedAt: options.now,
      name: 'a.html',
    })
    expect(shown.ok && shown.article.text).toBe(words)
  })

  it('says the same in Atom', () => {
    const feed = parseAtomFeed(bodyOf('feeds/latest.atom'))
    expect(feed.links).toContainEqual(
      expect.objectContaining({ rel: 'self', href: 'https://content.gazette.example/feeds/latest.atom' }),
    )
    expect(feed.entries?.[1]).toMatchObject({
      published: '2031-03-04T09:30:00.000Z',
      updated: '2031-03-04T10:00:00.000Z',
      georss: { point: { lat: 57.7, lng: 11.97 } },
    })
  })

  it.each([
    'feeds/latest.json',
    'feeds/quotes.json',
    'feeds/countries/SE.json',
    'feeds/speakers/ana-ruiz.json',
  ])('%s is a JSON Feed to others', key => {
    const feed = parseJsonFeed(JSON.parse(bodyOf(key)))
    expect(feed.feed_url).toBe(`https://content.gazette.example/${key}`)
    expect(feed.items?.length).toBeGreaterThan(0)
    expect(readJsonFeed(bodyOf(key)).items).toHaveLength(feed.items?.length ?? 0)
  })

  it('carries in its extension what was found', () => {
    const feed = ArticleFeed.parse(JSON.parse(bodyOf('feeds/latest.json')))
    const item = feed.items[1]
    expect(item?._copydesk).toMatchObject({
      id: 'harbour-1',
      counts: { quotes: 2, places: 3, names: 2 },
      documents: { quotes: 'https://content.gazette.example/articles/harbour-1/quotes.json' },
    })
    expect(item?._copydesk.quotes[0]).toMatchObject({
      speaker: { name: 'Ana Ruiz', role: 'the city engineer', slug: 'ana-ruiz' },
      places: ['p-vinga'],
    })
    expect(item?.image).toBe('https://img.gazette.example/wall.jpg?w=1&h=2')
  })

  it('lists what somebody said, with the places that they spoke of', () => {
    const feed = QuoteFeed.parse(JSON.parse(bodyOf('feeds/speakers/ana-ruiz.json')))
    expect(feed.title).toBe('The Gazette & Sons <Ltd>: Ana Ruiz')
    // The same article stands in the index twice, under two ids.
    expect(feed.items).toHaveLength(2)
    const [, said] = feed.items
    expect(said?.content_text).toBe(
      'We have rebuilt it twice since the flood, and Vinga light will stay lit,',
    )
    expect(said?._copydesk.quote.places.map(({ name }) => name)).toEqual(['Vinga'])
    expect(said?._copydesk.article.id).toBe('harbour-1')
  })

  it('puts places on the map as RFC 7946 has it', () => {
    const body = bodyOf('feeds/places.geojson')
    expect(() => checkGeoJson(body)).not.toThrow()
    const map = PlacesFeed.parse(JSON.parse(body))
    expect(map.bbox).toEqual([11.6, 57.63, 11.97, 57.7])
    expect(map.features.map(({ properties, geometry }) => [properties.name, geometry.coordinates])).toEqual([
      ['Vinga', [11.6, 57.63]],
      ['Gothenburg', [11.97, 57.7]],
    ])
    expect(map.features[0]?.properties.articles[0]).toMatchObject({
      id: 'harbour-1',
      isFocus: false,
      quotes: [variants.quotes[0]?.id],
    })
  })

  it('draws the smallest box, across the 180th meridian where that is it', () => {
    const at = (id: string, lon: number, geonameId: number): FeedEntry => ({
      ...entry,
      id,
      places: entry.places.slice(0, 1).map(place => ({ ...place, lat: 0, lon, geonameId })),
    })
    const map = PlacesFeed.parse(
      JSON.parse(
        bodyOf('feeds/places.geojson', variantsToFeed([at('fiji', 178, 1), at('samoa', -172, 2)], options)),
      ),
    )
    expect(map.bbox).toEqual([178, 0, -172, 0])
  })

  it('tells search engines of articles with a page, of the last two days', async () => {
    const old = { ...entry, id: 'old', publishedAt: '2031-03-02T11:59:59Z' }
    const body = bodyOf('feeds/sitemap-news.xml', variantsToFeed([entry, strange, old], options))
    checkXml(body)
    const urls = await parseSitemap(Readable.from([body]))
    expect(urls.map(({ url }) => url)).toEqual(['https://gazette.example/harbour-1'])
    expect(urls[0]?.news).toMatchObject({
      publication: { name: 'The Gazette & Sons <Ltd>', language: 'en' },
      title: 'Harbour wall will hold, engineer says',
      publication_date: '2031-03-04T09:30:00Z',
    })
  })

  it('lists all feeds, for apps and for readers', () => {
    const directory = FeedDirectory.parse(JSON.parse(bodyOf('feeds/index.json')))
    const served = new Set(files.map(({ key }) => `https://content.gazette.example/${key}`))
    expect(directory.feeds.every(({ url }) => served.has(url))).toBe(true)
    expect(directory.feeds).toHaveLength(files.length - 2)
    expect(directory.updatedAt).toBe('2031-03-04T10:00:00.000Z')
    checkXml(bodyOf('feeds/index.opml'))
    const opml = parseOpml(bodyOf('feeds/index.opml'))
    expect(opml.body?.outlines?.map(({ text }) => text)).toEqual(['Latest', 'Countries', 'Speakers'])
    // The package of OPML's own author; it has no types.
    createRequire(import.meta.url)('opml').parse(
      bodyOf('feeds/index.opml'),
      (error: unknown, read: unknown) => {
        expect(error).toBeUndefined()
        expect(read).toMatchObject({
          opml: { body: { subs: [{ text: 'Latest' }, { text: 'Countries' }, { text: 'Speakers' }] } },
        })
      },
    )
    expect(opml.body?.outlines?.[1]?.outlines?.[0]).toMatchObject({
      text: 'The Gazette & Sons <Ltd>: Sweden',
      xmlUrl: 'https://content.gazette.example/feeds/countries/SE.json',
    })
  })

  it('gives the same bytes at another moment and in another order', () => {
    const again = variantsToFeed([strange, entry, entry], { ...options, now: '2031-03-04T13:00:00Z' })
    expect(again).toEqual(files)
  })

  it('takes the newer state where the index holds an article twice', () => {
    const mended = { ...entry, headline: 'Harbour wall might hold', updatedAt: '2031-03-04T11:30:00Z' }
    const feed = ArticleFeed.parse(
      JSON.parse(bodyOf('feeds/latest.json', variantsToFeed([mended, entry], options))),
    )
    expect(feed.items.map(({ title, date_modified }) => [title, date_modified])).toEqual([
      ['Harbour wall might hold', '2031-03-04T11:30:00Z'],
    ])
  })

  it('makes feeds of nothing, too', async () => {
    const empty = variantsToFeed([], options)
    // One reader takes a feed without entries for no feed at all.
    for (const { read } of xmlFeedReaders.filter(({ name }) => name !== '@extractus/feed-extractor')) {
      expect((await read(bodyOf('feeds/latest.atom', empty))).items).toEqual([])
    }
    expect(ArticleFeed.parse(JSON.parse(bodyOf('feeds/latest.json', empty))).items).toEqual([])
    expect(() => checkGeoJson(bodyOf('feeds/places.geojson', empty))).not.toThrow()
  })
})
