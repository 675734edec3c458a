/**
 * Articles of our own wording with hand-made variants: spans are found by their words, so that tests read as prose.
 */
import type { Article } from '../../content-schema/article.ts'
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote, QuoteSpeaker } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import type { Variants } from '../../content-schema/variants.ts'
import { textHash } from '../../core/read/article-id.ts'

export interface Story {
  readonly article: Article
  readonly variants: Variants
}

/** The nth place of words in a text (from 0). */
export const spanOf = (text: string, words: string, nth = 0): Span => {
  let start = text.indexOf(words)
  for (let i = 0; i < nth; i++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`"${words}" is not in the text`)
  return { start, end: start + words.length }
}

/** A paragraph a block; the first line is the headline. */
export const articleOf = (text: string, about: Partial<Article> = {}): Article => {
  let at = 0
  const blocks = text.split('\n\n').map((words, index) => {
    const start = text.indexOf(words, at)
    at = start + words.length
    return { kind: index === 0 ? ('headline' as const) : ('paragraph' as const), start, end: at }
  })
  return {
    schemaVersion: 1,
    id: 'harbour-1',
    source: 'wire',
    sourceId: 'harbour/1',
    url: 'https://gazette.example/harbour-1',
    status: 'usable',
    language: 'en',
    revision: { updatedAt: '2031-03-04T10:00:00Z', textHash: textHash(text) },
    headline: text.split('\n\n')[0] ?? '',
    standfirst: null,
    bylines: ['Mia Lund'],
    dateline: null,
    credit: null,
    section: 'City',
    keywords: ['harbour', 'storm'],
    publishedAt: '2031-03-04T09:30:00Z',
    embargoedUntil: null,
    rights: null,
    text,
    blocks,
    ...about,
  }
}

export const speakerOf = (name: string, about: Partial<QuoteSpeaker> = {}): QuoteSpeaker => ({
  id: `n-${name.toLowerCase().replaceAll(' ', '-')}`,
  name,
  role: null,
  kind: 'person',
  mention: null,
  ...about,
})

export const quoteOf = (text: string, words: string, about: Partial<Quote> = {}): Quote => ({
  id: `q-${words.slice(0, 12).replaceAll(/\W/g, '')}`,
  kind: 'direct',
  content: [spanOf(text, words)],
  text: words,
  cue: null,
  speaker: null,
  assertion: 'asserted',
  confidence: 0.9,
  by: 'test',
  places: [],
  ...about,
})

export const placeOf = (text: string, words: string, about: Partial<Place> = {}): Place => ({
  id: `p-${words.toLowerCase()}`,
  name: words,
  asWritten: words,
  kind: 'city',
  geonameId: 2_700_000 + words.length,
  lat: 57.7,
  lon: 11.97,
  countryCode: 'SE',
  admin1: null,
  mentions: [spanOf(text, words)],
  salience: 0.6,
  isFocus: true,
  isDateline: false,
  confidence: 0.9,
  by: 'test',
  alternatives: [],
  ...about,
})

export const nameOf = (text: string, words: string, about: Partial<Name> = {}): Name => ({
  id: `n-${words.toLowerCase().replaceAll(' ', '-')}`,
  kind: 'person',
  name: words,
  role: null,
  mentions: [spanOf(text, words)],
  salience: 0.5,
  confidence: 0.9,
  by: 'test',
  ...about,
})

/** Sentences by their words, the first one ranking first. */
export const summaryOf = (text: string, ...sentences: string[]): Variants['summary'] => ({
  sentences: sentences
    .map((words, index) => ({
      ...spanOf(text, words),
      text: words,
      rank: index + 1,
      score: 1 - index / 10,
      by: 'test',
    }))
    .sort((a, b) => a.start - b.start),
  oneSentence: sentences[0] ?? '',
  words: text.split(/\s+/).length,
  readingSeconds: 12,
})

export const variantsOf = (article: Article, about: Partial<Variants> = {}): Variants => ({
  id: article.id,
  summary: summaryOf(article.text),
  quotes: [],
  speakers: [],
  places: [],
  names: [],
  limits: [],
  ...about,
})

export const harbourText = `Harbour wall will hold, engineer says

GOTHENBURG — The harbour wall will hold against the spring storm, the city's engineer said on Monday.

"We have rebuilt it twice since the flood, and Vinga light will stay lit," said Ana Ruiz, the city engineer. She added that the work in Kungälv had ended.

"Nobody asked the fishermen," Per Olsson, a fisherman, said.`

/** One that has everything. */
export const harbourStory = (about: Partial<Article> = {}): Story => {
  const article = articleOf(harbourText, { dateline: 'GOTHENBURG', ...about })
  const { text } = article
  const ruiz = speakerOf('Ana Ruiz', { role: 'the city engineer', mention: spanOf(text, 'Ana Ruiz') })
  const olsson = speakerOf('Per Olsson', { role: 'a fisherman', mention: spanOf(text, 'Per Olsson') })
  const rebuilt = quoteOf(text, 'We have rebuilt it twice since the flood, and Vinga light will stay lit,', {
    cue: spanOf(text, 'said', 1),
    speaker: ruiz,
  })
  const asked = quoteOf(text, 'Nobody asked the fishermen,', {
    cue: spanOf(text, 'said', 2),
    speaker: olsson,
  })
  return {
    article,
    variants: variantsOf(article, {
      summary: summaryOf(
        text,
        "The harbour wall will hold against the spring storm, the city's engineer said on Monday.",
        '"We have rebuilt it twice since the flood, and Vinga light will stay lit," said Ana Ruiz, the city engineer.',
      ),
      quotes: [rebuilt, asked],
      speakers: [
        {
          id: ruiz.id ?? '',
          name: ruiz.name,
          role: ruiz.role,
          kind: 'person',
          mentions: [spanOf(text, 'Ana Ruiz')],
          quotes: [rebuilt.id],
        },
        {
          id: olsson.id ?? '',
          name: olsson.name,
          role: olsson.role,
          kind: 'person',
          mentions: [spanOf(text, 'Per Olsson')],
          quotes: [asked.id],
        },
      ],
      places: [
        placeOf(text, 'GOTHENBURG', {
          name: 'Gothenburg',
          isDateline: true,
          geonameId: 2_711_537,
          admin1: 'Västra Götaland',
        }),
        placeOf(text, 'Vinga', {
          kind: 'island',
          isFocus: false,
          salience: 0.2,
          lat: 57.63,
          lon: 11.6,
          geonameId: 2_664_203,
        }),
        placeOf(text, 'Kungälv', {
          isFocus: false,
          salience: 0.2,
          lat: null,
          lon: null,
          geonameId: null,
          countryCode: null,
        }),
      ],
      names: [
        nameOf(text, 'Ana Ruiz', { role: 'the city engineer' }),
        nameOf(text, 'Per Olsson', { role: 'a fisherman' }),
      ],
    }),
  }
}
