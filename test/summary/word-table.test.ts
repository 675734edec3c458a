import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { numberContentWords } from '../../core/summary/content-words.ts'
import { calendarFlag, functionFlag, knownFlags, reportingFlag } from '../../core/summary/known-words.ts'
import {
  addWord,
  findWord,
  foldTaken,
  openWordTable,
  takeToken,
  takeWord,
} from '../../core/summary/word-table.ts'
import { openReading } from '../../core/text/reading.ts'

const numbersOf = (text: string): number[] => [
  ...numberContentWords(openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])).at,
]

describe('content words', () => {
  it('share a number whatever their case and plural', () => {
    expect(numbersOf('Ferries ferry FERRY glass buses bus bus ÎLES îles')).toEqual([
      0, 0, 0, 1, 2, 3, 3, 4, 4,
    ])
  })

  it('are not the words that say little, nor marks', () => {
    expect(numbersOf('The ferries didn’t stop.')).toEqual([-1, 0, -1, 1, 2, -2])
  })

  it('are found again as long as the text is', () => {
    const words = fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 300 })
    fc.assert(
      fc.property(words, list => {
        const table = openWordTable(list.length)
        const numbers = new Map<string, number>()
        for (const word of list) {
          const lower = word.toLowerCase()
          const number = numbers.get(lower) ?? numbers.size
          numbers.set(lower, number)
          takeToken(`<${word}>`, 1, 1 + word.length)
          expect(addWord(table)).toBe(number)
        }
        takeWord('a word that is not there, of more than any forty units')
        foldTaken()
        expect(findWord(table)).toBe(-1)
      }),
      { numRuns: 30 },
    )
  })
})

describe('what is known of a word', () => {
  it.each([
    ['SAID', functionFlag | reportingFlag],
    ['the', functionFlag],
    ['Monday', calendarFlag],
    ['ferry', 0],
  ])('%s', (word, flags) => {
    takeToken(word, 0, word.length)
    expect(knownFlags() & (functionFlag | reportingFlag | calendarFlag)).toBe(flags)
  })
})
