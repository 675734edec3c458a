import { describe, expect, test } from '@jest/globals'
import { fixtureArticles } from '../../bench/bench-articles.ts'
import { readClause } from '../../core/quotes/clause.ts'
import { findCues } from '../../core/quotes/find-cues.ts'
import { mayHoldCue } from '../../core/quotes/may-hold-cue.ts'
import { readPlainText } from '../../core/read/read-plain-text.ts'
import { pennTags } from '../../core/syntax/inventory.ts'
import { tagWords } from '../../core/syntax/syntax.ts'
import { openReading } from '../../core/text/reading.ts'
import { loadKnowledge } from '../../data/load-knowledge.ts'

const { syntax } = loadKnowledge()

const judge = (sentence: string): boolean => {
  const reading = openReading(sentence, readPlainText(sentence).blocks)
  const { count, starts, ends } = reading.tokens
  const tags = tagWords(reading, 0, count, syntax)
  return mayHoldCue({
    count,
    word: i => sentence.slice(starts[i], ends[i]).toLowerCase(),
    tag: i => (i < count ? (pennTags[tags[i] ?? 0] ?? '') : ''),
  })
}

describe('whether a sentence can hold a cue', () => {
  test.each([
    ['Ana Ruiz said that the bridge is safe.', true],
    ['The bridge is safe, according to Ana Ruiz.', true],
    ['Her claim that the bridge is safe was new.', true],
    ['In her own words, the bridge is safe.', true],
    ['The mayor is convinced that the bridge is safe.', true],
    ['The Claims Board met on the third floor.', false],
    ['The 2031 report has 400 pages.', false],
    ['The bridge is 400 metres long.', false],
  ])('%s -> %p', (sentence, expected) => {
    expect(judge(sentence)).toBe(expected)
  })

  test('says no to no sentence of the fixtures in which a cue is found', () => {
    let checked = 0
    for (const article of fixtureArticles()) {
      const reading = openReading(article.text, article.blocks)
      for (const { start, end, block, firstToken, endToken } of reading.sentences) {
        const words = Array.from({ length: endToken - firstToken }, (_, i) => firstToken + i)
        // A quote of no words makes the sentence be parsed whatever it may hold.
        const forced = {
          stretch: 0,
          isWhole: false,
          place: 0,
          start,
          end: start,
          isLower: false,
          endsInComma: false,
        }
        const parsed = readClause(reading, { start, end, block, line: 0, words, quotes: [forced] }, syntax)
        if (parsed === null || parsed.words.at(-1) === ':' || findCues(parsed).length === 0) continue
        expect(readClause(reading, { start, end, block, line: 0, words, quotes: [] }, syntax)).not.toBeNull()
        checked++
      }
    }
    expect(checked).toBeGreaterThan(20)
  })
})
