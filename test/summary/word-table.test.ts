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

describe('words made to get the same hash', () => {
  /** FNV-1a as the table has it, so that the test can look for words that collide. */
  const slotOfWord = (word: string): number => {
    let hash = 0x811c9dc5 | 0
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193)
    return (hash ^ (hash >>> 15)) & 1023
  }

  it('take no more than a bounded number of tries each, and the rest have no number', () => {
    const crowd: string[] = []
    for (let i = 0; crowd.length < 300; i++) {
      const word = `w${i.toString(36)}`
      if (slotOfWord(word) === 17) crowd.push(word)
    }
    const table = openWordTable(400)
    const numbers = crowd.map(word => {
      takeWord(word)
      return addWord(table)
    })
    expect(numbers.slice(0, 256)).toEqual(crowd.slice(0, 256).map((_, i) => i))
    expect(new Set(numbers.slice(256))).toEqual(new Set([-1]))
    takeWord(crowd[299] ?? '')
    expect(findWord(table)).toBe(-1)
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
