/** Training readings to one flat set of hashed features. */

import { readWords } from '../../core/names/article-words.ts'
import { mayFollow } from '../../core/names/chain.ts'
import { findFeatures } from '../../core/names/features.ts'
import type { Lexicon } from '../../core/names/lexicon.ts'
import type { TrainingSet } from './learn-weights.ts'
import type { TaggedReading } from './read-training.ts'

/** Sources that do not mark names of other kinds. */
const partialSources: ReadonlySet<string> = new Set(['btc', 'uner_ewt_by-sa'])

export const buildSet = (readings: readonly TaggedReading[], lexicon: Lexicon): TrainingSet => {
  const tokenCount = readings.reduce((sum, { reading }) => sum + reading.tokens.count, 0)
  const sentenceCount = readings.reduce((sum, { reading }) => sum + reading.sentences.length, 0)
  let rows = new Int32Array(tokenCount * 24)
  const firsts = new Int32Array(tokenCount + 1)
  const labels = new Uint8Array(tokenCount)
  const starts = new Int32Array(sentenceCount + 1)
  const isPartial = new Uint8Array(sentenceCount)
  let token = 0
  let row = 0
  let sentence = 0
  for (const { reading, labels: known, source } of readings) {
    const words = readWords(reading, lexicon)
    for (const cut of reading.sentences) {
      const { firstToken, endToken } = cut
      const table = findFeatures(reading, cut, words)
      isPartial[sentence] = partialSources.has(source) ? 1 : 0
      starts[sentence++] = token
      for (let i = firstToken; i < endToken; i++) {
        const from = table.firsts[i - firstToken] ?? 0
        const to = table.firsts[i - firstToken + 1] ?? from
        if (row + to - from > rows.length) rows = grown(rows)
        rows.set(table.rows.subarray(from, to), row)
        firsts[token] = row
        row += to - from
        const label = known[i] ?? 0
        const before = i === firstToken ? 0 : (labels[token - 1] ?? 0)
        labels[token++] = mayFollow(before, label) ? label : label - 1 // a sentence that was cut within a name
      }
    }
  }
  starts[sentence] = token
  firsts[token] = row
  return {
    rows: rows.subarray(0, row),
    firsts: firsts.subarray(0, token + 1),
    labels,
    starts,
    isPartial,
  }
}

const grown = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}
