import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { indexOf, openKeys, packKeys } from '../../core/names/key-set.ts'
import { classesOf, openLexicon, packLexicon, wordClasses } from '../../core/names/lexicon.ts'
import { openTagger } from '../../core/names/tagger.ts'
import { lowerHash } from '../../core/names/word-hashes.ts'

import { listCredits, trainingSources, writeLicence } from '../../data/tagger/credits.ts'

const packed = new URL('../../data/packed/tagger.bin', import.meta.url)

describe('the packed tagger', () => {
  const bytes = new Uint8Array(readFileSync(packed))

  test('takes at most a megabyte', () => {
    expect(bytes.length).toBeLessThanOrEqual(1_000_000)
  })

  test('says under which licence it is, and of whom it learned', () => {
    const licence = readFileSync(new URL('../../data/packed/tagger.LICENSE.md', import.meta.url), 'utf8')
    expect(licence).toMatch('CC BY-SA 4.0')
    expect(licence).toBe(writeLicence())
  })

  test('credits its sources in NOTICE', () => {
    const notice = readFileSync(new URL('../../NOTICE', import.meta.url), 'utf8').replace(/\s+/g, ' ')
    for (const credit of [...trainingSources.map(source => source.credit), ...listCredits]) {
      expect(notice).toContain(credit)
    }
  })

  test.each([
    ['nothing', () => new Uint8Array(), /not the bytes of a packed tagger/],
    ['other bytes', () => new Uint8Array(4096), /not the bytes of a packed tagger/],
    ['another version', () => withByte(bytes, 4, 99), /version 3 is read, got version 99/],
    ['a file cut short', () => bytes.slice(0, bytes.length - 1), /bytes expected/],
    ['a file with more behind it', () => new Uint8Array([...bytes, 0]), /bytes expected/],
  ])('refuses %s', (_, make, message) => {
    expect(() => openTagger(make())).toThrow(message)
  })

  test('opens from the middle of a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 3)
    larger.set(bytes, 3)
    const opened = openTagger(larger.subarray(3))
    expect(opened.rows).toEqual(openTagger(bytes).rows)
    expect(opened.weights).toEqual(openTagger(bytes).weights)
  })
})

const withByte = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const copy = bytes.slice()
  copy[at] = value
  return copy
}

describe('a set of keys', () => {
  test('finds what it holds, at its place, and only that', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat({ max: (1 << 16) - 1 }), { maxLength: 200 }),
        fc.nat({ max: (1 << 16) - 1 }),
        (some, other) => {
          const keys = [...some].sort((a, b) => a - b)
          const set = openKeys(packKeys(keys, 16), 16)
          expect(set.count).toBe(keys.length)
          keys.forEach((key, i) => {
            expect(indexOf(set, key)).toBe(i)
          })
          expect(indexOf(set, other)).toBe(keys.indexOf(other))
        },
      ),
    )
  })

  test('refuses a key that is too large', () => {
    expect(() => packKeys([1 << 16], 16)).toThrow(/16 bits/)
  })
})

describe('the lexicon', () => {
  test('knows the classes of words and phrases, in any case', () => {
    const lexicon = openLexicon(
      packLexicon([
        [['jordan'], wordClasses.firstName],
        [['jordan'], wordClasses.region],
        [['port', 'ellis'], wordClasses.town],
      ]),
    )
    expect(classesOf(lexicon, lowerHash('JORDAN', 0, 6))).toBe(wordClasses.firstName | wordClasses.region)
    expect(classesOf(lexicon, lowerHash('Port', 0, 4))).toBe(wordClasses.beginsPhrase)
    expect(classesOf(lexicon, lowerHash('Ellis', 0, 5))).toBe(0)
  })
})
