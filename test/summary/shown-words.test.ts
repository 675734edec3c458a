import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { shownWords } from '../../core/summary/shown-words.ts'

const byExpressions = (text: string): number =>
  text.split(/\s+/).filter(stretch => /[\p{L}\p{N}]/u.test(stretch)).length

describe('the number of shown words', () => {
  it.each([
    ['The ferry – 40 years old – sank.', 6],
    ['“Why?” … “Because,” she said.', 4],
    ['– — …', 0],
    ['', 0],
    ['A naïve\u00a0plan', 3],
    ['½ 𝒜 ٣', 3],
  ])('of %j is %i', (text, words) => {
    expect(shownWords(text)).toBe(words)
  })

  it('is that of the stretches between blanks, whatever stands there', () => {
    const units = fc.constantFrom(...'aZ9 \t\n.,-"“”‘’—…é½\u00a0\u200b\u2028\u202f\u205fØ٣', '𝒜', '😀')
    fc.assert(
      fc.property(fc.array(units), all => {
        const text = all.join('')
        expect(shownWords(text)).toBe(byExpressions(text))
      }),
    )
  })
})
