/**
 * Every token as the number of a content word, so that sentences can be compared without touching strings.
 *
 *   "The ferries left." -> -1, 0, 1, -1      "ferry" and "ferries" share a number
 *
 * Not a stemmer: only plurals and case are folded.
 */
import { classOf, digitClass, letterClass } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { functionFlag, knownFlags } from './known-words.ts'
import { addWord, findWord, foldTaken, openWordTable, takeToken, takeWord } from './word-table.ts'

export interface ContentWords {
  /** Number of the content word at each token; notContent for marks, functionWord for the words that say little. */
  readonly at: Int32Array
  /** What is known of each token's word (known-words.ts). */
  readonly flags: Uint16Array
  /** How many different content words there are. */
  readonly count: number
  /** The number of a word in lower case; functionWord where it says little or the text does not have it. */
  readonly numberOf: (lower: string) => number
}

export const notWord = -2
export const functionWord = -1

const longestWord = 40 // longer ones are addresses and noise

export const numberContentWords = (reading: Reading): ContentWords => {
  const { text, tokens } = reading
  const at = new Int32Array(tokens.count).fill(notWord)
  const flags = new Uint16Array(tokens.count)
  const table = openWordTable(tokens.count)
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] ?? 0
    const end = tokens.ends[i] ?? 0
    if (!isWordAt(text, start, end)) continue
    at[i] = functionWord
    if (end - start > longestWord) continue
    takeToken(text, start, end)
    const known = knownFlags()
    flags[i] = known
    if (known & functionFlag) continue
    foldTaken()
    at[i] = addWord(table) // functionWord where its hash is crowded
  }
  const numberOf = (lower: string): number => {
    takeWord(lower)
    if (knownFlags() & functionFlag) return functionWord
    foldTaken()
    return findWord(table)
  }
  return { at, flags, count: table.count, numberOf }
}

/** Whether a token is a word or a number: its first or second unit is a letter or a digit. */
const isWordAt = (text: string, start: number, end: number): boolean => {
  const kind = classOf(text, start)
  if (kind === letterClass || kind === digitClass) return true
  if (end - start < 2) return false
  const second = classOf(text, start + 1)
  return second === letterClass || second === digitClass
}
