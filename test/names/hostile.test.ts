import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { findNames } from '../../core/names/find-names.ts'
import { mendNames } from '../../core/names/mend-names.ts'
import { tagNames } from '../../core/names/tag-names.ts'
import { openTagger } from '../../core/names/tagger.ts'
import { openReading } from '../../core/text/reading.ts'

const tagger = openTagger(readFileSync(new URL('../../data/packed/tagger.bin', import.meta.url)))

const syllables = ['ka', 'lo', 'mi', 'ne', 'ru', 'sa', 'ti', 'vo', 'we', 'zu']
const madeName = (n: number): string => {
  const digits = [...String(n).padStart(5, '0')].map(digit => syllables[Number(digit)] ?? 'ka').join('')
  return digits.charAt(0).toUpperCase() + digits.slice(1)
}
const count = 2_000

/** Texts that no newsroom sends; the time is bounded far above what they need, far below what a square would. */
describe('a hostile text is read in time linear in its length', () => {
  test.each([
    ['namesakes', Array.from({ length: count }, (_, i) => `Anna ${madeName(i)} spoke.`).join(' ')],
    ['short forms', `Anna Moore spoke. ${'Moore spoke. '.repeat(count)}`],
    ['one run of capitals', 'Anna Moore '.repeat(count)],
    ['capitals without end', 'A'.repeat(20 * count)],
    ['organisations', Array.from({ length: count }, (_, i) => `The Bank of ${madeName(i)} paid.`).join(' ')],
    ['newspapers', 'He told Le Figaro, the towns of Le Monde and '.repeat(count)],
    ['titles', `${'French Foreign Minister '.repeat(count)} Anna Moore`],
    ['commas after names', `Anna Moore, ${'the old, the new, '.repeat(count)}`],
  ])('%s', (_, text) => {
    const reading = openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])
    const started = performance.now()
    const spans = mendNames(reading, tagNames(reading, tagger), tagger.lexicon)
    const names = findNames(reading, spans, tagger)
    expect(names.length).toBeLessThanOrEqual(count * 2)
    expect(performance.now() - started).toBeLessThan(4000)
  })
})
