import { describe, expect, test } from '@jest/globals'
import { Quote, Speaker } from '../../content-schema/quote.ts'
import { readQuotes } from './read-quotes.ts'

/** "name · role · kind" of each quote's speaker. */
const speakersOf = (text: string): (string | null)[] =>
  readQuotes(text).quotes.map(({ speaker }) =>
    speaker === null ? null : [speaker.name, speaker.role ?? '-', speaker.kind].join(' · '),
  )

describe('who a pronoun or a short form is', () => {
  test.each<[title: string, text: string, speakers: string[]]>([
    [
      'she and the minister are the minister',
      'Foreign Minister Lena Brandt met union leaders in Riverton on Tuesday.\n\n“We will listen,” she said. Brandt later flew home.\n\nThe minister said that talks would go on.',
      ['Lena Brandt · Foreign Minister · person', 'Lena Brandt · Foreign Minister · person'],
    ],
    [
      'he and she are told apart by their names',
      'Tom Hale met Ana Ruiz in London.\n\nShe was late. “The train stopped,” she said.\n\nHale laughed. “I walked,” he said.',
      ['Ana Ruiz · - · person', 'Tom Hale · - · person'],
    ],
    [
      'the trust and it are the trust',
      'The Green Harbour Trust bought the pier in May.\n\nThe trust said it would open in June.\n\n“We are happy,” it said in a statement.',
      ['Green Harbour Trust · - · organisation', 'Green Harbour Trust · - · organisation'],
    ],
    [
      'the prime minister is not her deputy',
      'Prime Minister Carla Moreno opened the bridge. Her deputy, Luis Pardo, was ill.\n\n“I am proud,” the prime minister said.',
      ['Carla Moreno · Prime Minister · person'],
    ],
    [
      'he takes up an unnamed spokesman',
      'A spokesman for the ministry said the pier was shut.\n\n“It is not safe,” he said.',
      ['A spokesman for the ministry · - · unnamed', 'A spokesman for the ministry · - · unnamed'],
    ],
    [
      'a capital speaks for a government',
      'Moscow said on Monday that the talks had failed.',
      ['Moscow · - · organisation'],
    ],
    [
      'a lawyer speaks, not the client',
      "The case opened on Monday.\n\nAna Ruiz's lawyer, Tom Hale, said the claim was false.",
      ['Tom Hale · lawyer · person'],
    ],
    [
      'an institute that no list knows',
      'The storm passed on Monday.\n\nThe think tank Institute for the Study of Storms said it was the worst in years.',
      ['Institute for the Study of Storms · - · organisation'],
    ],
  ])('%s', (_, text, speakers) => {
    expect(speakersOf(text)).toEqual(speakers)
  })

  test('whom nothing tells stays as written', () => {
    expect(speakersOf('The council met on Monday.\n\n“It is over,” she said.')).toEqual(['she · - · unnamed'])
  })
})

describe('speakers of the article', () => {
  const text =
    'Tom Hale, the harbour master, and his sister Rita Hale, a painter, spoke on Monday.\n\n' +
    '“I was there,” Tom Hale said. “I was not,” Rita Hale said.\n\nTom Hale said that he had left at noon.'

  test('two of one surname stay two, each with all that they said', () => {
    const { speakers, quotes } = readQuotes(text)
    expect(speakers.map(({ name, role }) => [name, role])).toEqual([
      ['Tom Hale', 'harbour master'],
      ['Rita Hale', 'painter'],
    ])
    expect(speakers[0]?.quotes).toHaveLength(2)
    expect(speakers.flatMap(speaker => speaker.quotes).sort()).toEqual(quotes.map(quote => quote.id).sort())
  })

  test('have the id of their name and every mention of it', () => {
    const { speakers, names } = readQuotes(text)
    for (const speaker of speakers) {
      const name = names.find(({ id }) => id === speaker.id)
      expect(name?.name).toBe(speaker.name)
      expect(speaker.mentions.map(({ start }) => start)).toEqual(
        expect.arrayContaining(name?.mentions.map(({ start }) => start) ?? ['?']),
      )
    }
  })

  test('and quotes are of the stored shape', () => {
    const { speakers, quotes } = readQuotes(text)
    expect(quotes.length).toBeGreaterThan(2)
    for (const quote of quotes) expect(Quote.safeParse(quote).error).toBeUndefined()
    for (const speaker of speakers) expect(Speaker.safeParse(speaker).error).toBeUndefined()
  })
})
