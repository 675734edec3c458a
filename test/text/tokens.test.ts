import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findTokens } from '../../core/text/tokens.ts'

const cut = (text: string): string[] => {
  const { count, starts, ends } = findTokens(text)
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]))
}

describe('tokens', () => {
  const cases: readonly (readonly [string, string])[] = [
    ["Gov. O'Neill didn't say", "Gov. | O'Neill | did | n't | say"],
    ['can’t won’t it’s they’re', 'ca | n’t | wo | n’t | it | ’s | they | ’re'],
    ["the boys' school", "the | boys | ' | school"],
    ['US-backed al-Sha’ab', 'US | - | backed | al | - | Sha’ab'],
    ['U.S. a.m. J.R.R. Moss', 'U.S. | a.m. | J.R.R. | Moss'],
    ['Mobile, Ala., and Flint, Mich.', 'Mobile | , | Ala. | , | and | Flint | , | Mich.'],
    ['he was ill. No 3', 'he | was | ill | . | No | 3'],
    ['$1,000.50 at 12:30, 3%', '$ | 1,000.50 | at | 12:30 | , | 3 | %'],
    ['see https://a.example/x?y=1. Or a@b', 'see | https://a.example/x?y=1 | . | Or | a | @b'],
    ['AT&T and R&D', 'AT&T | and | R&D'],
    ['wait... what -- no', 'wait | ... | what | -- | no'],
    ['the end.The start', 'the | end | . | The | start'],
    ['example.com rose', 'example.com | rose'],
    ['@ana_ruiz #Flood2031', '@ana_ruiz | #Flood2031'],
    ['São Tomé, Łódź', 'São | Tomé | , | Łódź'],
    ['good 👍🏽 day', 'good | 👍 | 🏽 | day'],
    ['', ''],
  ]
  it.each(cases)('cuts %j', (text, expected) => {
    expect(cut(text).join(' | ')).toBe(expected)
  })

  it('survives any string: tokens are in order, hold no blank, and nothing but blanks is left between them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const { count, starts, ends } = findTokens(text)
        let last = 0
        for (let i = 0; i < count; i++) {
          const start = starts[i] ?? -1
          const end = ends[i] ?? -1
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(last, start)).toMatch(/^[\s\u200b\u2060\ufeff]*$/)
          last = end
        }
        expect(text.slice(last)).toMatch(/^[\s\u200b\u2060\ufeff]*$/)
      }),
    )
  })

  it.each([
    ['a million letters', 'a'.repeat(1_000_000)],
    ['a million apostrophes between letters', "a'".repeat(500_000)],
    ['a million full stops', 'a.'.repeat(500_000)],
    ['half a million addresses that are none', 'http:/'.repeat(160_000)],
  ])('takes time in proportion on %s', (_what, text) => {
    const few = text.slice(0, text.length / 10)
    const time = (sample: string): number => {
      const started = performance.now()
      findTokens(sample)
      return performance.now() - started
    }
    time(few)
    expect(time(text)).toBeLessThan(2_000)
    expect(findTokens(text).count).toBeGreaterThan(0)
  })
})
