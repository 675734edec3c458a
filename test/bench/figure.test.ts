import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { isWithin, median, quantile } from '../../bench/figure.ts'

describe('figures of the bench', () => {
  it.each([
    [[3, 1, 2], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 3],
    [[5], 0.95, 5],
    [Array.from({ length: 100 }, (_, i) => i), 0.95, 95],
    [[2, 1], 1, 2],
  ])('of %j the quantile %d is %d', (values, q, expected) => {
    expect(quantile(values, q)).toBe(expected)
  })

  it('has no median of nothing', () => {
    expect(median([])).toBeNaN()
  })

  it.each([
    [1, { atMost: 1 }, true],
    [1.1, { atMost: 1 }, false],
    [2, { atLeast: 2 }, true],
    [1.9, { atLeast: 2 }, false],
    [Number.NaN, { atMost: 1 }, false],
    [9, {}, true],
  ])('%d within %j: %s', (value, budget, expected) => {
    expect(isWithin(value, budget)).toBe(expected)
  })

  it('holds each budget by a limit that lies on the near side of its aim', () => {
    const budgets: Record<string, { atMost?: number; atLeast?: number; aim?: number }> = JSON.parse(
      readFileSync(new URL('../../bench/budgets.json', import.meta.url), 'utf8'),
    )
    for (const { atMost, atLeast, aim } of Object.values(budgets)) {
      expect((atMost === undefined) !== (atLeast === undefined)).toBe(true)
      if (aim === undefined) continue
      expect(
        isWithin(aim, {
          ...(atMost === undefined ? {} : { atMost }),
          ...(atLeast === undefined ? {} : { atLeast }),
        }),
      ).toBe(true)
    }
  })
})
