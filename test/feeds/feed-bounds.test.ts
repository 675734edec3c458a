import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { FeedEntry } from '../../content-schema/feed.ts'
import { ArticleFeed } from '../../content-schema/json-feed.ts'
import { mostFeedBytes, mostFeedItems, mostLatestPages, mostMapBytes } from '../../core/feeds/feed-bounds.ts'
import { variantsToFeed } from '../../core/feeds/variants-to-feed.ts'
import { checkXml } from './read-feeds.ts'
import { bodyOf, entry, options } from './story-feeds.ts'

describe('a thousand articles and more', () => {
  const many = Array.from({ length: 1_300 }, (_, i) => ({
    ...entry,
    id: `a-${i}`,
    publishedAt: new Date(Date.parse('2031-03-04T09:00:00Z') - i * 60_000).toISOString(),
    quotes: entry.quotes.map(quote => ({
      ...quote,
      speaker: quote.speaker && { ...quote.speaker, slug: `speaker-${i % 400}` },
    })),
  }))
  const feeds = variantsToFeed(many, options)
  const pages = [...Array(mostLatestPages).keys()].map(page =>
    ArticleFeed.parse(
      JSON.parse(bodyOf(page === 0 ? 'feeds/latest.json' : `feeds/latest/${page + 1}.json`, feeds)),
    ),
  )

  it('are paged, newest first, each page pointing at the next', () => {
    expect(pages.flatMap(({ items }) => items.map(item => item._copydesk.id))).toEqual(
      many.slice(0, mostFeedItems * mostLatestPages).map(({ id }) => id),
    )
    expect(pages.map(page => page.next_url)).toEqual([
      ...pages.slice(1).map(page => page.feed_url),
      undefined,
    ])
  })

  it('leave no more countries than there are, whatever codes come in', () => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
    const coded = many.map((one, i) => ({
      ...one,
      places: one.places.map(place => ({
        ...place,
        countryCode: `${letters.charAt(i % 26)}${letters.charAt(Math.floor(i / 26) % 26)}`,
      })),
    }))
    const countries = variantsToFeed(coded, options).filter(({ key }) => key.startsWith('feeds/countries/'))
    expect(countries).toHaveLength(260)
  })

  it('leave no page beyond the bound, and no more speakers than are listed', () => {
    expect(feeds.some(({ key }) => key === `feeds/latest/${mostLatestPages + 1}.json`)).toBe(false)
    expect(feeds.filter(({ key }) => key.startsWith('feeds/speakers/'))).toHaveLength(150)
  })
})

describe('whatever comes in', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 600 })
  const anyEntry = fc
    .record({
      id: fc.stringMatching(/^[a-z0-9]{1,12}$/),
      headline: fc.string({ unit: 'binary', maxLength: 500 }),
      words,
    })
    .map(
      ({ id, headline, words: text }): FeedEntry => ({
        ...entry,
        id,
        headline,
        standfirst: text,
        summary: [text, text, text, text, text],
        keywords: Array.from({ length: 20 }, () => text.slice(0, 300)),
        quotes: Array.from({ length: 12 }, (_, i) => ({
          ...(entry.quotes[0] as FeedEntry['quotes'][0]),
          id: `q${i}`,
          text,
        })), // `as`: the story has quotes
      }),
    )

  it('feeds keep to their bounds, and are read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEntry, { minLength: 1, maxLength: 80 }), async entries => {
        for (const { key, body } of variantsToFeed(entries, options)) {
          const bytes = Buffer.byteLength(body)
          expect(bytes).toBeLessThan(key.endsWith('.geojson') ? mostMapBytes + 1_000 : mostFeedBytes + 20_000)
          if (/\.(rss|atom|xml|opml)$/.test(key)) checkXml(body)
          else JSON.parse(body)
        }
      }),
      { numRuns: 15 },
    )
  })
})
