import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { limitsOf } from '../../core/language-limits.ts'
import { findQuotes } from '../../core/quotes/find-quotes.ts'
import { findBlocks } from '../../core/read/find-blocks.ts'
import { openReading } from '../../core/text/reading.ts'
import { loadKnowledge } from '../../data/load-knowledge.ts'
import { readQuotes } from './read-quotes.ts'

const word = fc.constantFrom(
  ...'Ana Ruiz Mr. the mayor said says told asked that it he she who works “ ” " \' ’ , . : ? — ( ) \n\n Q: A: according to not nobody no furious with critical of • 1. – , , and'.split(
    ' ',
  ),
)
const prose = fc.array(word, { maxLength: 80 }).map(words => words.join(' '))

describe('any text', () => {
  test('is survived; spans slice to what they claim; quotes do not overlap; the same text gives the same quotes', () => {
    fc.assert(
      fc.property(prose, text => {
        const { quotes } = readQuotes(`${text} .`, 0)
        const all = quotes.flatMap(quote => quote.content).sort((a, b) => a.start - b.start)
        for (const quote of quotes) {
          const parts = quote.content.map(({ start, end }) => `${text} .`.slice(start, end))
          expect(quote.text).toBe(parts.join(' '))
          expect(parts.every(part => part.trim() !== '')).toBe(true)
          if (quote.speaker?.mention)
            expect(quote.speaker.mention.end).toBeGreaterThan(quote.speaker.mention.start)
          expect(quote.confidence).toBeGreaterThanOrEqual(0)
          expect(quote.confidence).toBeLessThanOrEqual(1)
        }
        all.forEach((span, i) => {
          expect(span.start).toBeGreaterThanOrEqual(all[i - 1]?.end ?? 0)
        })
        expect(readQuotes(`${text} .`, 0).quotes).toEqual(quotes)
        expect(new Set(quotes.map(quote => quote.id)).size).toBe(quotes.length)
      }),
      { numRuns: 200 },
    )
  })

  test('of any characters is survived', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        expect(() => readQuotes(`a${text}`, 0)).not.toThrow()
      }),
      { numRuns: 200 },
    )
  })
})

const { syntax } = loadKnowledge()
const read = (text: string, language = 'en') =>
  findQuotes(openReading(text, findBlocks(text)), { spans: [], names: [], places: [], syntax, language })

describe('hostile text', () => {
  test.each([
    ['“', 100_000],
    ['“a ', 50_000],
    ['He said “a. ', 5_000],
    ['said ', 50_000],
    ['A: b c\n\n', 10_000],
    ['— Ab c.\n\n', 10_000],
    ['“Ab c.\n\n', 10_000],
    ['“Go,” he said. ', 3_000],
  ])('%j %i times costs no more than a book', (part, times) => {
    const started = performance.now()
    read(part.repeat(times))
    expect(performance.now() - started).toBeLessThan(6_000)
  })
})

describe('another language', () => {
  test('gets what stands in marks, no speakers, and a limit that says so', () => {
    const { quotes } = read(
      'La alcaldesa habló ayer.\n\n«Vamos a reconstruir el muelle», dijo Ana Ruiz.',
      'es',
    )
    expect(quotes.map(({ text, speaker }) => [text, speaker])).toEqual([
      ['Vamos a reconstruir el muelle', null],
    ])
    expect(limitsOf('es').join()).toMatch(/quotes: es is not English/)
    expect(limitsOf('en-GB')).toEqual([])
  })
})
