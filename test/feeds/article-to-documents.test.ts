import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import jsonld from 'jsonld'
import {
  ArticleDocument,
  NamesDocument,
  PlacesDocument,
  PublishedArticle,
  QuotesDocument,
  SummaryDocument,
} from '../../content-schema/documents.ts'
import { FeedEntry } from '../../content-schema/feed.ts'
import { articleToDocuments, type NamedDocument } from '../../core/feeds/article-to-documents.ts'
import { articleToFeedEntry } from '../../core/feeds/article-to-feed-entry.ts'
import { variantsToFeed } from '../../core/feeds/variants-to-feed.ts'
import { openNinjsSchema } from '../../scripts/ninjs-schema.ts'
import { openVocabulary } from './schema-org.ts'
import { articleOf, harbourStory, quoteOf, speakerOf, variantsOf } from './story.ts'

const baseUrl = 'https://content.gazette.example'
const media = [
  {
    kind: 'image' as const,
    url: 'https://img.gazette.example/wall.jpg',
    contentType: 'image/jpeg',
    width: 1200,
    height: 800,
    caption: 'The wall',
    credit: 'Mia Lund',
  },
]
const { article, variants } = harbourStory({
  media,
  standfirst: 'Storm is near',
  rights: '© Gazette',
  credit: 'TT',
})
const documents = articleToDocuments(article, variants, { baseUrl })
const jsonOf = (name: string, among: readonly NamedDocument[] = documents): unknown =>
  JSON.parse(among.find(document => document.name === name)?.body ?? 'null')
const bare = articleOf('One line.', {
  url: null,
  headline: '',
  bylines: [],
  keywords: [],
  section: null,
  publishedAt: null,
  language: 'und',
})
const bareDocuments = articleToDocuments(bare, variantsOf(bare), { baseUrl })

describe('articleToDocuments', () => {
  it('writes article.json last', () => {
    expect(documents.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['summary.json', 'application/json; charset=utf-8'],
      ['quotes.json', 'application/json; charset=utf-8'],
      ['places.json', 'application/json; charset=utf-8'],
      ['names.json', 'application/json; charset=utf-8'],
      ['article.ninjs.json', 'application/json; charset=utf-8'],
      ['article.jsonld', 'application/ld+json'],
      ['article.json', 'application/json; charset=utf-8'],
    ])
  })

  it.each([
    ['summary.json', SummaryDocument],
    ['quotes.json', QuotesDocument],
    ['places.json', PlacesDocument],
    ['names.json', NamesDocument],
    ['article.json', ArticleDocument],
  ])('%s is of its shape and says which revision of which article it is', (name, schema) => {
    for (const [of, among] of [
      [article, documents],
      [bare, bareDocuments],
    ] as const) {
      const document = schema.parse(jsonOf(name, among))
      expect(document).toMatchObject({ id: of.id, revision: of.revision, schemaVersion: 1 })
    }
  })

  it.each(['summary.json', 'quotes.json', 'places.json', 'names.json', 'article.json'])(
    '%s holds to the JSON Schema that its $schema names',
    name => {
      const document = jsonOf(name)
      const url = Reflect.get(Object(document), '$schema')
      const file = String(url).replace(`${baseUrl}/schema/`, '../../schema/')
      const ajv = new Ajv2020({ strict: false })
      formats.default(ajv)
      const validate = ajv.compile(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')))
      validate(document)
      expect(validate.errors).toBeNull()
      expect(validate({ ...Object(document), revision: 7 })).toBe(false)
    },
  )

  it('tells quotes, places and summary sentences of one another', () => {
    const { quotes, places, summary } = ArticleDocument.parse(jsonOf('article.json'))
    const [rebuilt, asked] = quotes
    const [gothenburg, vinga, kungalv] = places
    expect(rebuilt?.places).toEqual([vinga?.id])
    expect(asked?.places).toEqual([])
    expect(vinga).toMatchObject({ quotes: [rebuilt?.id], summarySentences: [2] })
    expect(gothenburg).toMatchObject({ quotes: [], summarySentences: [] })
    expect(kungalv).toMatchObject({ quotes: [], summarySentences: [] })
    expect(summary.sentences.map(sentence => [sentence.quotes, sentence.places])).toEqual([
      [[], []],
      [[rebuilt?.id], [vinga?.id]],
    ])
  })

  it('keeps the text back where the operator says so', () => {
    const held = articleToDocuments(article, variants, { baseUrl, isTextPublic: false })
    expect(jsonOf('article.json', held)).toMatchObject({ text: null })
    expect(jsonOf('article.ninjs.json', held)).not.toHaveProperty('bodies')
    expect(jsonOf('article.ninjs.json', held)).toMatchObject({ representationType: 'partial' })
    expect(jsonOf('article.jsonld', held)).not.toHaveProperty('articleBody')
    expect(held.map(({ body }) => body).join('')).not.toContain('had ended.')
  })

  it('leaves of a canceled article a tombstone and nothing else', () => {
    const gone = articleToDocuments({ ...article, status: 'canceled' }, variants, { baseUrl })
    expect(gone.map(({ name }) => name)).toEqual(['article.json'])
    expect(PublishedArticle.parse(jsonOf('article.json', gone))).toMatchObject({
      id: 'harbour-1',
      status: 'canceled',
      canceledAt: '2031-03-04T10:00:00Z',
    })
    expect(gone[0]?.body).not.toContain('harbour wall')
  })
})

describe('article.ninjs.json', () => {
  const check = openNinjsSchema()

  it.each([
    ['an article with everything', documents],
    ['an article with nothing', bareDocuments],
    [
      'an article whose text is held back',
      articleToDocuments(article, variants, { baseUrl, isTextPublic: false }),
    ],
  ])('holds to the official schema: %s', (_, among) => {
    expect(check(jsonOf('article.ninjs.json', among))).toEqual([])
  })

  it('is refused by that schema with a field too many', () => {
    expect(check({ ...Object(jsonOf('article.ninjs.json')), quotes: [] })).not.toEqual([])
  })

  it('has people, organisations and places with their points', () => {
    expect(jsonOf('article.ninjs.json')).toMatchObject({
      type: 'text',
      pubStatus: 'usable',
      people: [
        { name: 'Ana Ruiz', rel: 'about' },
        { name: 'Per Olsson', rel: 'about' },
      ],
      places: [
        {
          name: 'Gothenburg',
          rel: 'about',
          uri: 'https://sws.geonames.org/2711537/',
          geoJSON: { type: 'Point', coordinates: [11.97, 57.7] },
        },
        { name: 'Vinga', rel: 'mentions' },
        { name: 'Kungälv', rel: 'mentions' },
      ],
      associations: [{ type: 'picture', renditions: [{ href: 'https://img.gazette.example/wall.jpg' }] }],
      headlines: [{ role: 'main', value: 'Harbour wall will hold, engineer says' }],
    })
  })
})

describe('article.jsonld', () => {
  const vocabulary = openVocabulary()
  const expand = (document: unknown) =>
    jsonld.expand(Object(document), { documentLoader: vocabulary.documentLoader })

  it.each([
    ['an article with everything', documents],
    ['an article with nothing', bareDocuments],
  ])('says nothing that schema.org has no word for: %s', async (_, among) => {
    const expanded = await expand(jsonOf('article.jsonld', among))
    expect(expanded).toHaveLength(1)
    expect(vocabulary.problemsOf(expanded)).toEqual([])
  })

  it('would be caught with a property that the type has not', async () => {
    const wrong = { ...Object(jsonOf('article.jsonld')), speaker: 'Ana', geo: 'here' }
    expect(vocabulary.problemsOf(await expand(wrong))).toHaveLength(2)
  })

  it('has quotations with their creators, and the place of the story', async () => {
    const flat = await jsonld.flatten(Object(jsonOf('article.jsonld')), undefined, {
      documentLoader: vocabulary.documentLoader,
    })
    const nodes = Array.isArray(flat) ? flat : []
    const ofType = (type: string) =>
      nodes.filter(node => node['@type']?.includes(`http://schema.org/${type}`))
    expect(ofType('Quotation')).toHaveLength(2)
    expect(ofType('Person').map(person => person['http://schema.org/name']?.[0]?.['@value'])).toEqual(
      expect.arrayContaining(['Ana Ruiz', 'Per Olsson', 'Mia Lund']),
    )
    const [ana] = nodes.filter(node => node['@id']?.endsWith('#name-n-ana-ruiz'))
    const rebuilt = ofType('Quotation').find(quotation =>
      String(quotation['http://schema.org/text']?.[0]?.['@value']).startsWith('We have rebuilt'),
    )
    expect(rebuilt?.['http://schema.org/creator']).toEqual([{ '@id': ana?.['@id'] }])
    expect(ofType('NewsArticle')[0]?.['http://schema.org/contentLocation']).toHaveLength(1)
  })
})

describe('what somebody did not say', () => {
  const text = 'Ana Ruiz did not say that the wall was safe.'
  const about = { speaker: speakerOf('Ana Ruiz'), kind: 'indirect' as const, assertion: 'negated' as const }
  const silent = articleOf(text)
  const denied = variantsOf(silent, { quotes: [quoteOf(text, 'that the wall was safe', about)] })
  const published = articleToDocuments(silent, denied, { baseUrl })

  it('stands in quotes.json and says so', () =>
    expect(jsonOf('quotes.json', published)).toMatchObject({ quotes: [{ assertion: 'negated' }] }))

  it.each([
    ['Ana Ruiz denied that the wall was safe.', 'denied', 'indirect', 0],
    ['Ana Ruiz has disputed that the wall was safe.', 'has disputed', 'mixed', 0],
    ['“No, that the wall was safe,” Ana Ruiz denied.', 'denied', 'direct', 1],
    ['Ana Ruiz said that the wall was safe.', 'said', 'indirect', 1],
  ] as const)('%s: a cue of denial counts as well', (said, cue, kind, count) => {
    const quote = {
      ...quoteOf(said, 'that the wall was safe', { speaker: speakerOf('Ana Ruiz'), kind }),
      cue: { start: said.indexOf(cue), end: said.indexOf(cue) + cue.length },
    }
    const article = articleOf(said)
    expect(articleToFeedEntry(article, variantsOf(article, { quotes: [quote] })).quotes).toHaveLength(count)
  })

  it('is no quotation of theirs in feeds and linked data', () => {
    expect(articleToFeedEntry(silent, denied).quotes).toEqual([])
    expect(jsonOf('article.jsonld', published)).not.toHaveProperty('hasPart')
  })
})

describe('articleToFeedEntry', () => {
  it('is of its shape', () => {
    expect(FeedEntry.parse(articleToFeedEntry(article, variants))).toMatchObject({
      id: 'harbour-1',
      updatedAt: '2031-03-04T10:00:00Z',
      counts: { quotes: 2, places: 3, names: 2 },
    })
    expect(() => FeedEntry.parse(articleToFeedEntry(bare, variantsOf(bare)))).not.toThrow()
  })

  it('is as new as the last edit', () => {
    const edits = { updatedAt: '2031-03-05T08:00:00Z', applied: 1, stale: [] }
    expect(articleToFeedEntry(article, variants, { edits }).updatedAt).toBe('2031-03-05T08:00:00Z')
  })

  it('stays small however large the article, and keeps what named people said', () => {
    const paragraph = `“${'ä'.repeat(900)}”`
    const text = Array.from({ length: 300 }, () => paragraph).join('\n\n')
    const large = articleOf(text, {
      headline: '\u0001'.repeat(500),
      rights: '\u0002'.repeat(5_000),
      keywords: Array.from({ length: 200 }, (_, i) => `${i}${'ö'.repeat(290)}`),
      bylines: Array.from({ length: 50 }, () => 'é'.repeat(300)),
      media: Array.from({ length: 100 }, () => ({
        ...(media[0] as (typeof media)[0]),
        caption: 'ü'.repeat(5_000),
      })), // `as`: it is there
    })
    const words = paragraph.slice(1, -1)
    const quotes = Array.from({ length: 300 }, (_, i) => ({
      ...quoteOf(text, words),
      id: `q${i}`,
      speaker: i === 299 ? speakerOf('Ana Ruiz') : null,
    }))
    const entry = articleToFeedEntry(large, variantsOf(large, { quotes }))
    expect(Buffer.byteLength(JSON.stringify(entry))).toBeLessThanOrEqual(16_384)
    expect(() => FeedEntry.parse(entry)).not.toThrow()
    expect(entry.quotes.at(-1)).toMatchObject({ isCut: true, speaker: { slug: 'ana-ruiz' } })
    expect(entry.counts.quotes).toBe(300)
    expect(
      variantsToFeed([entry], { title: 'T', baseUrl, now: article.revision.updatedAt }),
    ).not.toHaveLength(0)
  })
})
