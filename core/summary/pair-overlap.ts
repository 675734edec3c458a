/**
 * What two sentences repeat of each other: content words that both hold, each counted once.
 *
 *   "The ferry sank." "A ferry to Leith sank." -> 2
 */
import type { ContentWords } from './content-words.ts'
import type { StorySentence } from './story-sentences.ts'

const mostWords = 200 // distinct content words of a sentence that are compared
const mostCompared = 60 // sentences that are compared with each other beforehand

export interface Overlaps {
  /** The distinct content words of all sentences, one sentence behind the other: those of k from starts[k] to starts[k + 1]. */
  readonly words: Int32Array
  readonly starts: Int32Array
  /** Of so many first sentences it is known what each two share: shared[i * compared + j]. */
  readonly compared: number
  readonly shared: Uint8Array
}

export const findOverlaps = (content: ContentWords, story: readonly StorySentence[]): Overlaps => {
  const words = new Int32Array(
    story.reduce((sum, { firstToken, endToken }) => sum + endToken - firstToken, 0),
  )
  const starts = new Int32Array(story.length + 1)
  const last = new Int32Array(content.count) // the sentence that had the word last, and 1
  let count = 0
  story.forEach(({ firstToken, endToken }, k) => {
    const most = count + mostWords
    for (let i = firstToken; i < endToken && count < most; i++) {
      const word = content.at[i] ?? -1
      if (word < 0 || last[word] === k + 1) continue
      last[word] = k + 1
      words[count++] = word
    }
    starts[k + 1] = count
  })
  const compared = Math.min(story.length, mostCompared)
  const shared = compareAll(words, starts, compared, last.fill(0))
  return { words, starts, compared, shared }
}

/** @param latest zeros, one a word: which of `words` said it last, and 1. */
const compareAll = (
  words: Int32Array,
  starts: Int32Array,
  compared: number,
  latest: Int32Array,
): Uint8Array => {
  const shared = new Uint8Array(compared * compared)
  const before = new Int32Array(starts[compared] ?? 0) // which said it before that, and 1
  const holder = new Uint8Array(before.length)
  for (let k = 0; k < compared; k++) {
    for (let i = starts[k] ?? 0; i < (starts[k + 1] ?? 0); i++) {
      const word = words[i] ?? 0
      holder[i] = k
      before[i] = latest[word] ?? 0
      latest[word] = i + 1
      for (let at = before[i] ?? 0; at > 0; at = before[at - 1] ?? 0) {
        const cell = k * compared + (holder[at - 1] ?? 0)
        shared[cell] = (shared[cell] ?? 0) + 1
      }
    }
  }
  for (let i = 0; i < compared; i++)
    for (let j = 0; j < i; j++) shared[j * compared + i] = shared[i * compared + j] ?? 0
  return shared
}

/** How many content words two different sentences share. */
export const sharedBy = ({ words, starts, compared, shared }: Overlaps, i: number, j: number): number => {
  if (i < compared && j < compared) return shared[i * compared + j] ?? 0
  const held = new Set(words.subarray(starts[i], starts[i + 1]))
  let count = 0
  for (let at = starts[j] ?? 0; at < (starts[j + 1] ?? 0); at++) if (held.has(words[at] ?? 0)) count++
  return count
}
