import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { tagNames } from '../../core/names/tag-names.ts'
import { openTagger } from '../../core/names/tagger.ts'
import { openReading, type Reading } from '../../core/text/reading.ts'

const tagger = openTagger(readFileSync(new URL('../../data/packed/tagger.bin', import.meta.url)))

const read = (text: string): Reading =>
  openReading(
    text,
    [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
      kind: 'paragraph' as const,
      start: index,
      end: index + line.length,
    })),
  )

/** "Ana Ruiz person; Oslo place" */
const namesIn = (text: string): string =>
  tagNames(read(text), tagger)
    .filter(({ kind }) => kind !== 'other')
    .map(({ start, end, kind }) => `${text.slice(start, end)} ${kind}`)
    .join('; ')

describe('any text', () => {
  const words = fc.constantFrom(
    ...'Ana Ruiz said that Jordan of the Bank -- McDonald’s U.S. 3.5 "no" IN OSLO, Mr. von der 北京 🙂 é @ana #tag a\n b\n\n . ?'.split(
      ' ',
    ),
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 80 }).map(some => some.join(' ')),
  )

  test('is survived; names lie on token borders, in order, apart, with a probability', () => {
    fc.assert(
      fc.property(texts, text => {
        const reading = read(text)
        let last = 0
        for (const span of tagNames(reading, tagger)) {
          expect(span.firstToken).toBeGreaterThanOrEqual(last)
          expect(span.endToken).toBeGreaterThan(span.firstToken)
          expect(span.start).toBe(reading.tokens.starts[span.firstToken])
          expect(span.end).toBe(reading.tokens.ends[span.endToken - 1])
          expect(span.score).toBeGreaterThan(0)
          expect(span.score).toBeLessThanOrEqual(1)
          last = span.endToken
        }
      }),
      { numRuns: 300 },
    )
  })

  test('gives the same names again, whatever was read between', () => {
    fc.assert(
      fc.property(texts, texts, (text, other) => {
        const before = tagNames(read(text), tagger)
        tagNames(read(other), tagger)
        expect(tagNames(read(text), tagger)).toEqual(before)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a name that could be another', () => {
  test.each([
    [
      'Michael Jordan told reporters that he would visit Jordan next week.',
      'Michael Jordan person; Jordan place',
    ],
    [
      'Chelsea beat Arsenal 2-0 on Saturday, and Chelsea Clinton watched.',
      'Chelsea organisation; Arsenal organisation; Chelsea Clinton person',
    ],
    ['Larkin Motor Company hired Judge Ana Ruiz.', 'Larkin Motor Company organisation; Ana Ruiz person'],
    [
      'Jean-Claude Juncker and Ursula von der Leyen spoke.',
      'Jean-Claude Juncker person; Ursula von der Leyen person',
    ],
    [
      'President Obama met Chancellor Angela Merkel in Berlin.',
      'Obama person; Angela Merkel person; Berlin place',
    ],
    [
      'The Bank of England and the European Central Bank cut rates in Britain.',
      'Bank of England organisation; European Central Bank organisation; Britain place',
    ],
    [
      '“It was awful,” said Maria O’Neill, 34, of Cork, Ireland.',
      'Maria O’Neill person; Cork place; Ireland place',
    ],
    ['On Monday the minister may go to Paris with Paris Hilton.', 'Paris place; Paris Hilton person'],
    [
      'Abu Bakr al-Baghdadi was killed in Idlib, Syria.',
      'Abu Bakr al-Baghdadi person; Idlib place; Syria place',
    ],
    ['Gov. Andrew Cuomo called the New York Times.', 'Andrew Cuomo person; New York Times organisation'],
    ['Police in Paris, Texas, arrested a man.', 'Paris place; Texas place'],
    ['The man said that nobody knew why the will of the people may change in march.', ''],
  ])('%s', (text, names) => {
    expect(namesIn(text)).toBe(names)
  })
})
