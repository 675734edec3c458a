import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { packLexicon, wordClasses } from '../../core/names/lexicon.ts'
import { tagNames } from '../../core/names/tag-names.ts'
import { openTagger } from '../../core/names/tagger.ts'
import { openReading } from '../../core/text/reading.ts'
import { learnTagger, packModel } from '../../data/tagger/learn-tagger.ts'
import { inTexts, makeReadings } from '../../data/tagger/make-readings.ts'
import { makeRandom } from '../../data/tagger/random.ts'
import { readSentences } from '../../data/tagger/read-training.ts'
import type { NamePool } from '../../data/tagger/swap-names.ts'

const sentences = readSentences(readFileSync(new URL('./tiny-sentences.jsonl', import.meta.url), 'utf8'))
const packed = new URL('./tiny-tagger.bin', import.meta.url)
const pool: NamePool = {
  firstNames: ['Vera', 'Paul', 'Aki'],
  lastNames: ['Stone', 'Novak', 'Marsh'],
  towns: ['Elmton', 'Harrow'],
  byTag: new Map([
    [
      'ORG',
      [
        ['Westbank', 'Mills'],
        ['Elmton', 'Rovers'],
      ],
    ],
  ]),
}

const seed = 7
const train = (): Uint8Array => {
  const lexicon = packLexicon([
    [['leeds'], wordClasses.town],
    [['port', 'ellis'], wordClasses.town],
    [['tom'], wordClasses.firstName],
    [['mayor'], wordClasses.common | wordClasses.role],
  ])
  const readingsOf = (round: number) =>
    makeReadings(inTexts(sentences), { swapped: 1, recased: 0.1 }, pool, makeRandom(seed + round))
  const plan = { rounds: 1, epochs: 4, refitEpochs: 1, mostRows: 600, seed }
  return packModel(learnTagger(readingsOf, lexicon, plan), [])
}

describe('training from a tiny sample', () => {
  const bytes = train()

  test('gives the committed bytes', () => {
    if (process.env.UPDATE) writeFileSync(packed, bytes)
    expect(Buffer.compare(Buffer.from(bytes), readFileSync(packed))).toBe(0)
  })

  test('learns what the sample says', () => {
    const text = 'Tom Hale said the mayor of Leeds was safe.'
    const reading = openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])
    const found = tagNames(reading, openTagger(bytes))
    expect(found.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ['Tom Hale', 'person'],
      ['Leeds', 'place'],
    ])
  })
})
