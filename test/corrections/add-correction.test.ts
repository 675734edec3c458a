import { describe, expect, it } from '@jest/globals'
import type { Article } from '../../content-schema/article.ts'
import { ArticleDocument } from '../../content-schema/documents.ts'
import type { Variants } from '../../content-schema/variants.ts'
import { articleToDocuments } from '../../core/feeds/article-to-documents.ts'
import { textHash } from '../../core/read/article-id.ts'
import { harbourStory } from '../feeds/story.ts'

const baseUrl = 'https://content.gazette.example'
type Edits = NonNullable<ArticleDocument['edits']>

const publish = (
  article: Article,
  variants: Variants,
  previous: ArticleDocument | null = null,
  edits: Edits | null = null,
): ArticleDocument => {
  const documents = articleToDocuments(article, variants, { baseUrl, previous, edits })
  return ArticleDocument.parse(JSON.parse(documents.at(-1)?.body ?? ''))
}

const { article, variants } = harbourStory()
const first = publish(article, variants)
const later = (about: Partial<Article> = {}): Article => ({
  ...article,
  revision: { updatedAt: '2031-03-04T12:00:00Z', textHash: textHash('another text') },
  ...about,
})
const [rebuilt, asked] = variants.quotes as [Variants['quotes'][0], Variants['quotes'][0]] // `as`: the story has two
const [gothenburg, ...otherPlaces] = variants.places as [Variants['places'][0], ...Variants['places']] // `as`: it has three

describe('corrections', () => {
  it('are none when an article is published first', () => {
    expect(first.corrections).toEqual([])
  })

  const changes: readonly (readonly [string, Partial<Variants>, object])[] = [
    [
      'a quote that was taken out',
      { quotes: [rebuilt] },
      { subject: 'quote', kind: 'removed', id: asked.id, before: asked.text, after: null },
    ],
    [
      'a quote in other words',
      { quotes: [rebuilt, { ...asked, text: 'Nobody asked the fishermen of Vinga,' }] },
      {
        subject: 'quote',
        kind: 'reworded',
        before: asked.text,
        after: 'Nobody asked the fishermen of Vinga,',
      },
    ],
    [
      'a quote put in',
      { quotes: [rebuilt, asked, { ...asked, id: 'q-new', text: 'It is what it is,' }] },
      { subject: 'quote', kind: 'added', id: 'q-new', before: null, after: 'It is what it is,' },
    ],
    [
      'another speaker',
      { quotes: [rebuilt, { ...asked, speaker: rebuilt.speaker }] },
      { subject: 'quote', kind: 'reattributed', id: asked.id, before: 'Per Olsson', after: 'Ana Ruiz' },
    ],
    [
      'a place that is somewhere else',
      {
        places: [
          {
            ...gothenburg,
            geonameId: 4_156_210,
            lat: 38.3,
            lon: -75.6,
            countryCode: 'US',
            admin1: 'Delaware',
          },
          ...otherPlaces,
        ],
      },
      { subject: 'place', kind: 'moved', after: 'Gothenburg, Delaware, US, 38.3,-75.6' },
    ],
    [
      'a place that went',
      { places: otherPlaces },
      { subject: 'place', kind: 'removed', before: 'Gothenburg', after: null },
    ],
    [
      'a name that went',
      { names: variants.names.slice(1) },
      { subject: 'name', kind: 'removed', before: 'Ana Ruiz', after: null },
    ],
    [
      'a summary sentence that went',
      { summary: { ...variants.summary, sentences: variants.summary.sentences.slice(0, 1) } },
      { subject: 'summary', kind: 'removed', after: null },
    ],
  ]
  it.each(changes)('tell of %s', (_, about, change) => {
    const { corrections } = publish(later(), { ...variants, ...about }, first)
    expect(corrections).toEqual([
      {
        at: '2031-03-04T12:00:00Z',
        by: 'source',
        replaces: '2031-03-04T10:00:00Z',
        changes: [expect.objectContaining(change)],
        more: 0,
      },
    ])
  })

  it('tell of another headline', () => {
    const { corrections } = publish(later({ headline: 'Harbour wall may hold' }), variants, first)
    expect(corrections[0]?.changes).toEqual([
      {
        subject: 'headline',
        kind: 'reworded',
        id: null,
        before: 'Harbour wall will hold, engineer says',
        after: 'Harbour wall may hold',
      },
    ])
  })

  it('are none where findings only stand elsewhere in the text', () => {
    const moved = variants.quotes.map(quote => ({
      ...quote,
      content: quote.content.map(({ start, end }) => ({ start: start + 9, end: end + 9 })),
    }))
    expect(publish(later(), { ...variants, quotes: moved }, first).corrections).toEqual([])
  })

  it('are none where a place is only written in another way', () => {
    const places = [{ ...gothenburg, asWritten: 'Gothenburger' }, ...otherPlaces]
    expect(publish(later(), { ...variants, places }, first).corrections).toEqual([])
  })

  it('are none where the same text is only read better', () => {
    expect(publish(article, { ...variants, quotes: [] }, first).corrections).toEqual([])
  })

  it('are none where the same text is sent again, later, and read better', () => {
    const again = { ...article, revision: { ...article.revision, updatedAt: '2031-03-04T15:00:00Z' } }
    expect(publish(again, { ...variants, quotes: [] }, first).corrections).toEqual([])
  })

  it('stay the same, however often a revision is written', () => {
    const second = publish(later(), { ...variants, quotes: [rebuilt] }, first)
    expect(publish(later(), { ...variants, quotes: [rebuilt] }, second)).toEqual(second)
  })

  it('are kept from revision to revision, latest first', () => {
    const second = publish(later(), { ...variants, quotes: [rebuilt] }, first)
    const third = publish(
      later({ revision: { updatedAt: '2031-03-04T13:00:00Z', textHash: textHash('a third') } }),
      variants,
      second,
    )
    expect(third.corrections.map(({ at, changes: [change] }) => [at, change?.kind])).toEqual([
      ['2031-03-04T13:00:00Z', 'added'],
      ['2031-03-04T12:00:00Z', 'removed'],
    ])
  })

  it('name the editor where an override made the change, and when', () => {
    const edits = { updatedAt: '2031-03-04T11:00:00Z', applied: 1, stale: [] }
    const edited = publish(article, { ...variants, quotes: [rebuilt] }, first, edits)
    expect(edited.corrections).toMatchObject([{ at: '2031-03-04T11:00:00Z', by: 'editor' }])
    const undone = publish(article, variants, edited)
    expect(undone.corrections).toMatchObject([
      { by: 'editor', changes: [{ kind: 'added' }] },
      { by: 'editor', changes: [{ kind: 'removed' }] },
    ])
  })

  it('are bounded, and count what they do not list', () => {
    const many = Array.from({ length: 130 }, (_, i) => ({
      ...asked,
      id: `q${i}`,
      text: `Words of ${'abcdefghij'.charAt(i % 10)}${i}`,
    }))
    const { corrections } = publish(later(), { ...variants, quotes: many }, first)
    expect(corrections[0]?.changes).toHaveLength(100)
    expect(corrections[0]?.more).toBe(32)
  })
})
