import { describe, expect, it } from '@jest/globals'
import { addArticle, emptySums, solveRidge } from '../../bench/summary/ridge.ts'
import { openJudge } from '../../bench/summary/rouge.ts'
import { bootstrapInterval } from '../../bench/summary/show-gain.ts'

describe('rouge', () => {
  const judge = openJudge(
    ['The ferry sank off Leith.', 'All aboard were saved.', 'The ferry sank.'],
    ['The ferry sank. Nobody aboard was hurt.'],
  )

  it('is worked out by hand for one sentence', () => {
    // 3 of 5 words, 3 of 7 in the reference; bigrams 2 of 4 and 2 of 6
    const [one, two, longest] = judge.score([0])
    expect(one).toBeCloseTo((2 * 3) / (5 + 7), 10)
    expect(two).toBeCloseTo((2 * 2) / (4 + 6), 10)
    expect(longest).toBeCloseTo((2 * 3) / (5 + 7), 10)
  })

  it('takes the union of the longest common subsequences of all sentences', () => {
    const [, , longest] = judge.score([0, 1])
    expect(longest).toBeCloseTo((2 * 4) / (9 + 7), 10)
  })

  it('counts no word more often than both have it', () => {
    expect(judge.score([2, 2])[0]).toBeCloseTo((2 * 3) / (6 + 7), 10)
  })

  it('is 0 for nothing, and a mean over references', () => {
    expect(judge.score([])).toEqual([0, 0, 0])
    const two = openJudge(['The ferry sank.'], ['The ferry sank.', 'Rain.'])
    expect(two.score([0])[0]).toBeCloseTo(0.5, 10)
  })
})

describe('ridge', () => {
  const rows = [
    [1, 0, 3],
    [0, 1, 1],
    [1, 1, 2],
    [2, 0, 0],
    [0, 3, 1],
  ].map(row => Float64Array.from(row))
  const target = (row: Float64Array): number => 2 * (row[0] ?? 0) - (row[1] ?? 0)

  it('finds the weights, whatever level each article has', () => {
    const sums = emptySums(3)
    for (const level of [0, 50, -7])
      addArticle(
        sums,
        rows,
        rows.map(row => target(row) + level),
      )
    const weights = solveRidge(sums, 1e-9)
    expect([...weights].map(weight => Number(weight.toFixed(5)) + 0)).toEqual([2, -1, 0])
  })

  it('gives no weight to what is left out, and less to all under a larger lambda', () => {
    const sums = emptySums(3)
    addArticle(sums, rows, rows.map(target))
    expect(solveRidge(sums, 1e-9, new Set([1]))[1]).toBe(0)
    expect(Math.abs(solveRidge(sums, 10)[0] ?? 0)).toBeLessThan(Math.abs(solveRidge(sums, 1e-9)[0] ?? 0))
  })
})

describe('the bootstrap interval', () => {
  it('holds the mean, is the same again, and closes in on more values', () => {
    const values = (count: number): number[] => Array.from({ length: count }, (_, i) => (i % 10) - 4.5)
    const [low, high] = bootstrapInterval(values(50))
    const [lower, higher] = bootstrapInterval(values(1_000))
    expect(low).toBeLessThan(0)
    expect(high).toBeGreaterThan(0)
    expect(higher - lower).toBeLessThan((high - low) / 2)
    expect(bootstrapInterval(values(50))).toEqual([low, high])
  })
})
