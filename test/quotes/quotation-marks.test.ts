import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { findQuotedStretches } from '../../core/quotes/quotation-marks.ts'

const inside = (text: string): string[] =>
  findQuotedStretches(text).map(({ start, end }) => text.slice(start, end))

describe('what stands between marks', () => {
  test.each<[text: string, found: string[]]>([
    ['She said “yes” and left.', ['yes']],
    ['She said "yes" and left.', ['yes']],
    ["She said ''yes'' and left.", ['yes']],
    ["She said ``yes'' and left.", ['yes']],
    ['Sie sagte „ja“ und ging.', ['ja']],
    ['Elle a dit « oui » hier.', [' oui ']],
    ['Er sagte »ja« und ging.', ['ja']],
    ['She said ‘yes’ and left.', ['yes']],
    ["She said 'yes, of course' and left.", ['yes, of course']],
    ["'I don't mind,' she said.", ["I don't mind,"]],
    ['“I heard ‘no’ twice,” she said.', ['I heard ‘no’ twice,']],
    ['“I would call it “odd”,” she said.', ['I would call it “odd”,']],
    ['"I said, "Never," and left," she said.', ['I said, "Never," and left,']],
    ['She said “yes" and left.', ['yes']],
    ['“One,” and “two,” and “three”.', ['One,', 'two,', 'three']],
  ])('%s', (text, found) => {
    expect(inside(text)).toEqual(found)
  })

  test.each<[text: string, why: string]>([
    ['The plank is 12" long.', 'inches'],
    ['He is 6\'2" tall.', 'feet and inches'],
    ["The workers' club of the '90s isn't there.", 'apostrophes'],
    ['The nurses’ union and the girls’ school met.', 'curly possessives'],
    ['Rock ’n’ roll', 'an elision'],
    ['“ ”', 'nothing between them'],
    ['“…”', 'no letter between them'],
  ])('finds nothing in %s: %s', text => {
    expect(inside(text)).toEqual([])
  })
})

describe('marks that do not pair', () => {
  test('a paragraph that is left open runs to its end, and the next one takes it up', () => {
    const text = '“One pier is enough.\n\n“Two are too many,” she said.'
    expect(findQuotedStretches(text)).toMatchObject([
      { isClosed: false, continues: false },
      { isClosed: true, continues: true },
    ])
    expect(inside(text)).toEqual(['One pier is enough.', 'Two are too many,'])
  })

  test('a closing mark alone opens nothing', () => {
    expect(inside('She left.” Then he left.')).toEqual([])
  })
})

describe('any text', () => {
  const marks = fc.constantFrom('“', '”', '"', "'", '‘', '’', '„', '«', '»', "''", ' a', 'b ', '.', '\n', '5')
  test('is survived; stretches are in order, apart, and lie between their marks', () => {
    fc.assert(
      fc.property(fc.array(marks, { maxLength: 60 }), parts => {
        const text = parts.join('')
        let reach = 0
        for (const { open, start, end, close } of findQuotedStretches(text)) {
          expect(open).toBeGreaterThanOrEqual(reach)
          expect(start).toBeGreaterThan(open)
          expect(end).toBeGreaterThan(start)
          expect(close).toBeGreaterThanOrEqual(end)
          expect(close).toBeLessThanOrEqual(text.length)
          reach = close
        }
      }),
      { numRuns: 300 },
    )
  })

  test.each(['“', '" ', ' "a', " 'a", ' ‘a’s', '“a ', '« '])(
    '100,000 times %j costs time in proportion',
    mark => {
      const few = timeOf(mark.repeat(10_000))
      const many = timeOf(mark.repeat(100_000))
      expect(many).toBeLessThan(few * 60 + 250)
    },
  )
})

const timeOf = (text: string): number => {
  const started = performance.now()
  findQuotedStretches(text)
  return performance.now() - started
}
