import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { choiceAt, tableOf } from '../../core/syntax/habits.ts'
import { addClasses, buildModel, scoreRoom } from '../../core/syntax/linear-model.ts'
import { buildMoveModel, scoreMoves } from '../../core/syntax/move-model.ts'
import { placeOf, placeRows, type Row } from '../../core/syntax/row-places.ts'
import { hashTemplates, readTemplates } from '../../core/syntax/templates.ts'

const hash = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
const rowsOf = (classes: number): fc.Arbitrary<Row[]> =>
  fc.uniqueArray(
    fc.record({
      hash,
      weights: fc
        .array(fc.integer({ min: -127, max: 127 }), { minLength: classes, maxLength: classes })
        .map(weights =>
          Int8Array.from(weights, (weight, c) => (c === 0 && weights.every(w => w === 0) ? 1 : weight)),
        ),
    }),
    { selector: row => row.hash, maxLength: 300 },
  )

/** The plain sums that the models must give. */
const sumsOf = (rows: readonly Row[], hashes: readonly number[], classes: number): number[] =>
  Array.from({ length: classes }, (_, c) =>
    rows.reduce(
      (sum, row) => sum + hashes.filter(each => each === row.hash).length * (row.weights[c] ?? 0),
      0,
    ),
  )

describe('rows', () => {
  test('have each a place of their own', () => {
    fc.assert(
      fc.property(rowsOf(1), rows => {
        const { mask, displacements, placed } = placeRows(rows)
        for (const row of rows) expect(placed[placeOf(row.hash, displacements, mask)]).toBe(row)
        expect(placed.filter(Boolean)).toHaveLength(rows.length)
      }),
    )
  })

  test('of a hundred thousand features fit into a table that is two thirds full', () => {
    const rows = Array.from({ length: 90_000 }, (_, i) => ({
      hash: Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(i, 0x85ebca6b),
      weights: new Int8Array(0),
    }))
    const { mask, placed } = placeRows([...new Map(rows.map(row => [row.hash, row])).values()])
    expect(mask + 1).toBe(131_072)
    expect(placed.filter(Boolean).length).toBeGreaterThan(89_000)
  })
})

describe('a model adds up the weights of its features', () => {
  const some = { maxLength: 40 }
  test.each([1, 2, 7, 43, 71])('for %i classes', classes => {
    fc.assert(
      fc.property(rowsOf(classes), fc.array(fc.nat(), some), (rows, picks) => {
        const hashes = rows.length === 0 ? [] : picks.map(pick => rows[pick % rows.length]?.hash ?? 0)
        const scores = new Int32Array(scoreRoom)
        addClasses(buildModel(classes, rows), Int32Array.from(hashes), hashes.length, scores)
        expect([...scores.subarray(0, classes)]).toEqual(sumsOf(rows, hashes, classes))
      }),
      { numRuns: 30 },
    )
  })

  test('for moves', () => {
    fc.assert(
      fc.property(rowsOf(2), fc.array(fc.nat(), some), (rows, picks) => {
        const hashes = rows.length === 0 ? [] : picks.map(pick => rows[pick % rows.length]?.hash ?? 0)
        const scores = new Int32Array(3)
        scoreMoves(buildMoveModel(rows), Int32Array.from(hashes), hashes.length, scores)
        expect([...scores]).toEqual([0, ...sumsOf(rows, hashes, 2)])
      }),
    )
  })

  test('and an empty one gives nothing to any feature', () => {
    fc.assert(
      fc.property(fc.array(hash, some), hashes => {
        const scores = new Int32Array(scoreRoom)
        addClasses(buildModel(5, []), Int32Array.from(hashes), hashes.length, scores)
        expect([...scores.subarray(0, 5)]).toEqual([0, 0, 0, 0, 0])
      }),
    )
  })
})

describe('a table of habits', () => {
  const bits = 6
  const key = fc.integer({ min: 0, max: 2 ** 24 - 1 })
  const choice = fc.integer({ min: 0, max: 2 ** bits - 2 })
  test('gives each key its choice, and none to any other', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.tuple(key, choice), { selector: ([k]) => k }),
        fc.array(key),
        (rows, others) => {
          const choices = new Map(rows)
          const table = tableOf(choices, bits)
          for (const each of [...choices.keys(), ...others])
            expect(choiceAt(table, each, bits)).toBe(choices.get(each) ?? -1)
        },
      ),
    )
  })
})

describe('templates', () => {
  const templates = readTemplates(
    ['word', 'tag', 'next'],
    [
      [1, 'word'],
      [2, 'word', 'tag', 'next'],
      [3, 'tag', 'word'],
      [4, 'word', 'tag'],
    ],
  )
  const hashesOf = (...values: number[]): number[] => {
    const out = new Int32Array(8)
    const count = hashTemplates(templates, Int32Array.from(values), out)
    return [...out.subarray(0, count)]
  }
  test('give a feature each, in their order, and the same for the same values', () => {
    expect(hashesOf(5, 6, 7)).toHaveLength(4)
    expect(new Set(hashesOf(5, 6, 7)).size).toBe(4)
    expect(hashesOf(5, 6, 7)).toEqual(hashesOf(5, 6, 7))
  })
  test('depend on the values that they name, and on no other', () => {
    const [one, two, three, four] = hashesOf(5, 6, 7)
    expect(hashesOf(5, 6, 8)).toEqual([one, expect.any(Number), three, four])
    expect(hashesOf(5, 6, 8)[1]).not.toBe(two)
    expect(hashesOf(5, 9, 7)[0]).toBe(one)
  })
})
