import { describe, expect, it } from '@jest/globals'
import { Variants } from '../content-schema/variants.ts'
import { boundFindings } from '../core/bound-findings.ts'

const most = 20_000
const span = (i: number) => ({ start: i, end: i + 1 })
const spans = (count: number) => Array.from({ length: count }, (_, i) => span(i))

const variants = ({ quotes = 1, mentions = 1 }): Variants => ({
  id: 'a',
  summary: { sentences: [], oneSentence: '', words: 0, readingSeconds: 0 },
  quotes: Array.from({ length: quotes }, (_, i) => ({
    id: `q-${i}`,
    kind: 'direct',
    content: [span(i)],
    text: 'x',
    cue: null,
    speaker: null,
    assertion: 'asserted',
    confidence: 1,
    by: 'test',
    places: [],
  })),
  speakers: ['q-0', `q-${quotes - 1}`].map((quote, i) => ({
    id: `person-${i}`,
    name: 'Ana Ruiz',
    role: null,
    kind: 'person',
    mentions: [span(0)],
    quotes: [quote],
  })),
  places: [],
  names: [
    {
      id: 'person-0',
      kind: 'person',
      name: 'Ana Ruiz',
      role: null,
      mentions: spans(mentions),
      salience: 1,
      confidence: 1,
      by: 'test',
    },
  ],
  limits: ['one'],
})

describe('findings of one article', () => {
  it('are left as they are where a document holds them', () => {
    const all = variants({ quotes: most, mentions: most })
    expect(boundFindings(all)).toBe(all)
    expect(Variants.safeParse(all).success).toBe(true)
  })

  it('are the first ones where there are more, and say so; nobody points at what was left out', () => {
    const all = variants({ quotes: most + 1, mentions: most + 1 })
    expect(Variants.safeParse(all).success).toBe(false)
    const bounded = boundFindings(all)
    expect(Variants.safeParse(bounded).success).toBe(true)
    expect(bounded.quotes).toEqual(all.quotes.slice(0, most))
    expect(bounded.speakers.map(({ id }) => id)).toEqual(['person-0'])
    expect(bounded.names[0]?.mentions).toHaveLength(most)
    expect(bounded.limits).toEqual([
      'one',
      'mentions of one of the names: 20,001 were found; the first 20,000 are kept',
      'quotes: 20,001 were found; the first 20,000 are kept',
    ])
  })
})
