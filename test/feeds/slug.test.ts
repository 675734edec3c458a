import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { slugOf } from '../../core/feeds/slug.ts'

describe('slugOf', () => {
  it.each([
    ['Ana Ruiz', 'ana-ruiz'],
    ['Recep Tayyip Erdoğan', 'recep-tayyip-erdogan'],
    ["Conan O'Brien", 'conan-obrien'],
    ['Conan O’Brien', 'conan-obrien'],
    ['Søren Łukasiewicz-Großmann', 'soren-lukasiewicz-grossmann'],
    ['U.N. Security Council', 'u-n-security-council'],
    ['  “AC/DC”  ', 'ac-dc'],
    ['Владимир Путин', 'владимир-путин'],
    ['İstanbul', 'istanbul'],
    ['Ǿrsted Ǽsir', 'orsted-aesir'],
    ['मीरा मोरे', 'मीरा-मोरे'],
    ['ガザ', 'ガザ'],
    ['سَلْمَان', 'سلمان'],
    ['שָׁלוֹם', 'שלום'],
    ['\u0940', null],
    ['!!!', null],
    ['', null],
  ])('of %j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  it('stands in a path as it is, and is its own slug', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), name => {
        const slug = slugOf(name)
        if (slug === null) return
        expect(slug).toMatch(/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u)
        expect(slugOf(slug)).toBe(slug)
        expect(encodeURIComponent(slug)).toBeTruthy()
      }),
    )
  })
})
