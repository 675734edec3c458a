import { beforeAll, describe, expect, it } from '@jest/globals'
import { check as checkGeoJson } from '@placemarkio/check-geojson'
import jsonld from 'jsonld'
import * as z from 'zod'
import {
  ArticleDocument,
  NamesDocument,
  PlacesDocument,
  QuotesDocument,
  SummaryDocument,
} from '../../content-schema/documents.ts'
import { FeedDirectory, FeedEntry } from '../../content-schema/feed.ts'
import { JsonFeed } from '../../content-schema/json-feed.ts'
import { PlacesFeed } from '../../content-schema/places-feed.ts'
import { verifyArticle } from '../../core/verify/verify-article.ts'
import { openNinjsSchema } from '../../scripts/ninjs-schema.ts'
import { type PublishedFile, publishFixtures } from '../../scripts/publish-fixtures.ts'
import { checkXml, readJsonFeed, xmlFeedReaders } from './read-feeds.ts'
import { openVocabulary } from './schema-org.ts'

let files: readonly PublishedFile[] = []
beforeAll(async () => {
  files = await publishFixtures()
}, 30_000)
const matching = (pattern: RegExp): readonly PublishedFile[] => {
  const found = files.filter(({ key }) => pattern.test(key))
  if (found.length === 0) throw new Error(`nothing is published at ${pattern}`)
  return found
}

/** Where it lies, and the shape that it has. */
const shapes: readonly (readonly [RegExp, z.ZodType])[] = [
  [/\/summary\.json$/, SummaryDocument],
  [/^articles\/.*\/quotes\.json$/, QuotesDocument],
  [/\/places\.json$/, PlacesDocument],
  [/\/names\.json$/, NamesDocument],
  [/\/article\.json$/, ArticleDocument],
  [/^index\//, FeedEntry],
  [/^feeds\/(?:latest|quotes|countries\/.*|speakers\/.*)\.json$/, JsonFeed],
  [/^feeds\/index\.json$/, FeedDirectory],
  [/\.geojson$/, PlacesFeed],
]

describe('of the fixtures, published through the handlers', () => {
  it.each(shapes)('what lies at %s has its shape', (pattern, shape) => {
    for (const { key, body } of matching(pattern)) {
      const parsed = shape.safeParse(JSON.parse(body))
      expect([key, parsed.success ? null : z.prettifyError(parsed.error)]).toEqual([key, null])
    }
  })

  it('every article is verbatim', () => {
    for (const { body } of matching(/\/article\.json$/)) {
      const { text, revision, ...findings } = ArticleDocument.parse(JSON.parse(body))
      expect(verifyArticle({ text: text ?? '', revision }, findings)).toEqual([])
    }
  })

  it('every link between findings holds both ways', () => {
    for (const { body } of matching(/\/article\.json$/)) {
      const { quotes, places, summary } = ArticleDocument.parse(JSON.parse(body))
      const fromQuotes = quotes.flatMap(quote => quote.places.map(place => `${quote.id} ${place}`))
      const toQuotes = places.flatMap(place => place.quotes.map(quote => `${quote} ${place.id}`))
      expect([...fromQuotes].sort()).toEqual([...toQuotes].sort())
      const fromSentences = summary.sentences.flatMap(({ rank, places: named }) =>
        named.map(id => `${rank} ${id}`),
      )
      const toSentences = places.flatMap(place => place.summarySentences.map(rank => `${rank} ${place.id}`))
      expect([...fromSentences].sort()).toEqual([...toSentences].sort())
    }
  })

  it('the official schema takes every article.ninjs.json', () => {
    const check = openNinjsSchema()
    for (const { key, body } of matching(/article\.ninjs\.json$/)) {
      expect([key, check(JSON.parse(body))]).toEqual([key, []])
    }
  })

  it('a JSON-LD processor finds nothing in article.jsonld that schema.org has no word for', async () => {
    const { documentLoader, problemsOf } = openVocabulary()
    for (const { body } of matching(/\.jsonld$/)) {
      expect(problemsOf(await jsonld.expand(JSON.parse(body), { documentLoader }))).toEqual([])
    }
  })

  it('others read every feed', async () => {
    const { length } = matching(/\/article\.json$/)
    for (const { body } of matching(/\.(?:rss|atom)$/)) {
      checkXml(body)
      for (const { read } of xmlFeedReaders) expect((await read(body)).items).toHaveLength(length)
    }
    for (const { body } of matching(/^feeds\/.*\.(?:xml|opml)$/)) checkXml(body)
    for (const { body } of matching(/^feeds\/(?:latest|quotes|countries\/.*|speakers\/.*)\.json$/)) {
      expect(readJsonFeed(body).items.length).toBeGreaterThan(0)
    }
    for (const { body } of matching(/\.geojson$/)) expect(() => checkGeoJson(body)).not.toThrow()
  })
})
