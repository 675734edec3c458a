import { describe, expect, it } from '@jest/globals'
import { figuresOf, isBelow, raiseFloors } from '../../bench/accuracy-figures.ts'

describe('figures of accuracy', () => {
  it('takes shares by F1, scores by how far they lie over the lead, and leaves the rest', () => {
    const answer = {
      articles: 3,
      'quoted speech found': { P: 90, R: 80, F1: 84.7, n: 10 },
      'speaker, of quotes found and named': 94.3,
      'median km off': 12,
      'ROUGE-1 / 2 / Lsum F1': { 'this project': '34.6 / 12.7 / 29.9', 'LEAD-3': '32.7 / 11.8 / 28.5' },
    }
    expect(figuresOf(answer)).toEqual([
      { name: 'quoted speech found', value: 84.7, precision: 90, recall: 80, count: 10 },
      { name: 'speaker, of quotes found and named', value: 94.3 },
      { name: 'ROUGE-1 over LEAD-3', value: 1.9 },
      { name: 'ROUGE-2 over LEAD-3', value: 0.9 },
      { name: 'ROUGE-Lsum over LEAD-3', value: 1.4 },
    ])
  })

  it('raises floors to a little under the figures and lowers none', () => {
    const floors = { set: { up: 50, down: 60 } }
    const raised = raiseFloors(floors, 'set', [
      { name: 'up', value: 55 },
      { name: 'down', value: 58 },
      { name: 'new', value: 40 },
    ])
    expect(raised).toEqual({ set: { up: 54.6, down: 60, new: 39.6 } })
    expect(isBelow(raised, 'set', { name: 'down', value: 58 })).toBe(true)
    expect(isBelow(raised, 'set', { name: 'up', value: 54.6 })).toBe(false)
    expect(isBelow(raised, 'other', { name: 'up', value: 1 })).toBe(false)
  })
})
