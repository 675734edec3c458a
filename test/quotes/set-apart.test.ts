import { describe, expect, test } from '@jest/globals'
import { articleToVariants } from '../../core/article-to-variants.ts'
import { readArticle } from '../../core/read/read-article.ts'
import { loadKnowledge } from '../../data/load-knowledge.ts'
import { readQuotes } from './read-quotes.ts'

const knowledge = loadKnowledge()

/** "who | what" of each quote of a page of HTML. */
const quotesOfPage = (body: string): string[] => {
  const page = `<article><h1>Pier closes</h1><p>The council met on Monday night to talk about the old harbour and its pier.</p>${body}</article>`
  const read = readArticle(new TextEncoder().encode(page), {
    source: 't',
    sourceId: 't',
    receivedAt: '2031-03-04T09:30:00Z',
    contentType: 'text/html',
  })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return articleToVariants(read.article, knowledge)
    .quotes.filter(({ confidence }) => confidence >= 0.5)
    .map(({ speaker, text }) => `${speaker?.name ?? '-'} | ${text}`)
}

describe('statements and posts set apart as a block', () => {
  test.each<[title: string, body: string, quotes: string[]]>([
    [
      'are led in by a colon',
      '<p>Mayor Ana Ruiz said in a statement:</p><blockquote><p>We will rebuild the pier.</p></blockquote>',
      ['Ana Ruiz | We will rebuild the pier.'],
    ],
    [
      'are signed behind a dash',
      '<p>Many wrote to us.</p><blockquote><p>We loved that pier. — Rita Lee, Leeds</p></blockquote>',
      ['Rita Lee | We loved that pier.'],
    ],
    [
      'have nobody where nothing tells',
      '<p>The pier stood empty.</p><blockquote><p>We will rebuild the pier.</p></blockquote>',
      ['- | We will rebuild the pier.'],
    ],
  ])('%s', (_, body, quotes) => {
    expect(quotesOfPage(body)).toEqual(quotes)
  })
})

describe('lines of a live blog', () => {
  const text =
    'Pier fire: as it happened\n\n10:42\n\nMayor Ana Ruiz says the pier is safe. “There is no danger,” she tells reporters.\n\n' +
    '10:50\n\nFire chief Tom Hale tweets: “All clear on the pier.”\n\n11:05 The ferry company says it will sail at noon.'

  test('each have their own speaker', () => {
    expect(readQuotes(text).quotes.map(({ speaker, text }) => `${speaker?.name ?? '-'} | ${text}`)).toEqual([
      'Ana Ruiz | the pier is safe',
      'Ana Ruiz | There is no danger',
      'Tom Hale | All clear on the pier.',
      'The ferry company | it will sail at noon',
    ])
  })
})

describe('interviews', () => {
  const answersOf = (introduction: string): (string | null)[] =>
    readQuotes(`${introduction}\n\nQ: When will it open?\n\nA: In May, if all goes well.`)
      .quotes.filter(({ by }) => by.startsWith('transcript-answer'))
      .map(({ speaker }) => speaker?.name ?? null)

  test('the one person of the introduction answers', () => {
    expect(answersOf('Ana Ruiz has led the harbour board for nine years. We met her on the pier.')).toEqual([
      'Ana Ruiz',
    ])
  })

  test('the person of the headline answers where the introduction names two', () => {
    const headline = 'Ana Ruiz on the pier\n\nBy Tom Hale\n\n'
    expect(
      answersOf(
        `${headline}Ana Ruiz has led the harbour board for nine years. Its founder, Rita Lee, died in May.`,
      ),
    ).toEqual(['Ana Ruiz'])
  })

  test('of two nobody answers', () => {
    expect(answersOf('Ana Ruiz and Rita Lee lead the harbour board. They met us on Monday.')).toEqual([null])
  })
})

describe('roles that only a relative clause tells', () => {
  test.each<[text: string, role: string | null]>([
    [
      'Ana Ruiz, who chairs the harbour committee, said the pier would close.',
      'chairs the harbour committee',
    ],
    ['Ana Ruiz, who has led the union since 2019, said that talks had failed.', 'led the union'],
    ["“It will close,” said Ana Ruiz, who is a nurse at St. Mary's.", "nurse at St. Mary's"],
    ['Ana Ruiz, who was late for the ferry, said the pier would close.', null],
  ])('%s', (text, role) => {
    expect(
      readQuotes(`The council met on Monday.\n\n${text}`).quotes.map(quote => quote.speaker?.role ?? null),
    ).toEqual([role])
  })
})
