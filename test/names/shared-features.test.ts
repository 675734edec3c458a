import { expect, test } from '@jest/globals'
import { readWords } from '../../core/names/article-words.ts'
import { findFeatures, findOwnFeatures } from '../../core/names/features.ts'
import { openLexicon, packLexicon, wordClasses } from '../../core/names/lexicon.ts'
import {
  afterGroup,
  beforeGroup,
  caseGroup,
  findSharedFeatures,
  nextShapeGroup,
  pairShapes,
  selfGroup,
  shapeGroup,
} from '../../core/names/shared-features.ts'
import { findBlocks } from '../../core/read/find-blocks.ts'
import { openReading } from '../../core/text/reading.ts'

const lexicon = openLexicon(
  packLexicon([
    [['ana'], wordClasses.firstName],
    [['mayor'], wordClasses.role | wordClasses.common],
    [['lemon', 'bay'], wordClasses.town],
  ]),
)
const text = `MAYOR OPENS HARBOUR IN LEMON BAY

The mayor, Ana Ruiz, said: “Lemon Bay is ours.” The mayor of Lemon Bay left; so did Ana, 41. Ana-Maria stayed, the mayor too.`

test('what is found once for all places of a word, and what is found for one place, are together all features of it', () => {
  const reading = openReading(text, findBlocks(text))
  const words = readWords(reading, lexicon)
  const shapes = pairShapes(words, reading.sentences, reading.tokens.count)
  const shared = findSharedFeatures(words, shapes)
  const groupRows = Array.from({ length: nextShapeGroup(words, shapes.count - 1) + 1 }, (_, group) =>
    shared.rows.slice(shared.firsts[group], shared.firsts[group + 1]),
  )
  const rowsOf = (find: typeof findFeatures): number[][] =>
    reading.sentences.flatMap(sentence => {
      const { rows, firsts } = find(reading, sentence, words)
      return Array.from({ length: sentence.endToken - sentence.firstToken }, (_, i) => [
        ...rows.slice(firsts[i], firsts[i + 1]),
      ])
    })
  const all = rowsOf(findFeatures)
  const own = rowsOf(findOwnFeatures)
  const form = (i: number, isInside: boolean): number => (isInside ? (words.form[i] ?? 0) : 0)
  const together = reading.sentences.flatMap(({ firstToken, endToken }) =>
    Array.from({ length: endToken - firstToken }, (_, k) => {
      const i = firstToken + k
      const groups = [
        caseGroup(words.letterCase[i] ?? 0),
        selfGroup(form(i, true)),
        beforeGroup(form(i - 1, i > firstToken)),
        afterGroup(form(i + 1, i + 1 < endToken)),
        shapeGroup(words, shapes.left[i] ?? 0),
        nextShapeGroup(words, shapes.right[i] ?? 0),
      ]
      return [...(own[i] ?? []), ...groups.flatMap(group => [...(groupRows[group] ?? [])])]
    }),
  )
  const sorted = (rows: readonly number[]): number[] => [...rows].sort((a, b) => a - b)
  expect(all.length).toBe(reading.tokens.count)
  expect(together.map(sorted)).toEqual(all.map(sorted))
})
