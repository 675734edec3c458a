/**
 * Every token as the number of a content word, so that sentences can be compared without touching strings.
 *
 *   "The ferries left." -> -1, 0, 1, -1      "ferry" and "ferries" share a number
 *
 * Not a stemmer: only plurals and case are folded.
 */
import { classOf, digitClass, letterClass } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { functionWords } from './function-words.ts'

export interface ContentWords {
  /** Number of the content word at each token; notContent for marks, functionWord for the words that say little. */
  readonly at: Int32Array
  /** How often each content word stands in the text. */
  readonly counts: Int32Array
  /** The number of a word, by its folded form. */
  readonly numbers: ReadonlyMap<string, number>
}

export const notWord = -2
export const functionWord = -1

const longestWord = 40 // longer ones are addresses and noise

/** Lower case, without the plural's ending: "Ferries" -> "ferry", "buses" -> "buse", "glass" -> "glass". */
export const foldWord = (word: string): string => {
  const lower = word.toLowerCase()
  const length = lower.length
  if (length < 4 || lower.charCodeAt(length - 1) !== 115) return lower
  if (lower.endsWith('ies') && length > 4) return `${lower.slice(0, -3)}y`
  if (lower.endsWith('ss') || lower.endsWith('us') || lower.endsWith('is')) return lower
  return lower.slice(0, -1)
}

export const numberContentWords = (reading: Reading): ContentWords => {
  const { text, tokens } = reading
  const at = new Int32Array(tokens.count)
  const numbers = new Map<string, number>()
  const counts: number[] = []
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] ?? 0
    const end = tokens.ends[i] ?? 0
    at[i] = notWord
    if (!isWordAt(text, start, end)) continue
    at[i] = functionWord
    if (end - start > longestWord) continue
    const lower = text.slice(start, end).toLowerCase()
    if (functionWords.has(lower)) continue
    const folded = foldWord(lower)
    const known = numbers.get(folded)
    const number = known ?? numbers.size
    if (known === undefined) numbers.set(folded, number)
    counts[number] = (counts[number] ?? 0) + 1
    at[i] = number
  }
  return { at, counts: Int32Array.from(counts), numbers }
}

/** Whether a token is a word or a number: its first or second unit is a letter or a digit. */
const isWordAt = (text: string, start: number, end: number): boolean => {
  const kind = classOf(text, start)
  if (kind === letterClass || kind === digitClass) return true
  if (end - start < 2) return false
  const second = classOf(text, start + 1)
  return second === letterClass || second === digitClass
}
