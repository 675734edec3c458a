/**
 * What the models see of a word: hashes of its form, its lower case, its ends and its shape, and what the lexicon knows.
 *
 *   "Sanders" -> form Sanders · lower sanders · suffixes s rs ers ders · shape Xx
 *
 * Digits count as 0 and curly quotation marks as straight ones. In a line that is all capitals (a headline) the form says
 * nothing, so the lower case stands for it and the shape says only that it is such a line.
 */
import type { Tokens } from '../text/tokens.ts'
import { foldCode, roll, spread, two } from './hashes.ts'
import { findWord, type Lexicon, unknownWord } from './lexicon.ts'

/** Places before the first and behind the last word that a feature may look at. */
export const margin = 3

/** Word i of the stretch is at [i + margin]. Grown as needed, used again for every sentence. */
export interface WordForms {
  capacity: number
  form: Int32Array
  lower: Int32Array
  shape: Int32Array
  /** The last 1, 2, 3 and 4 characters at [4 * (i + margin)], and the first 1 to 3 likewise. */
  suffixes: Int32Array
  prefixes: Int32Array
  /** The row of the lexicon; 0 for a word it does not know. */
  entry: Int32Array
  /** How many commas, and how many quotation marks, stand before word i. */
  commas: Int32Array
  quotes: Int32Array
}

export const emptyWordForms = (): WordForms => ({
  capacity: 0,
  form: new Int32Array(0),
  lower: new Int32Array(0),
  shape: new Int32Array(0),
  suffixes: new Int32Array(0),
  prefixes: new Int32Array(0),
  entry: new Int32Array(0),
  commas: new Int32Array(0),
  quotes: new Int32Array(0),
})

const grow = (words: WordForms, count: number): void => {
  if (count + 2 * margin <= words.capacity) return
  const capacity = Math.max(256, 2 * (count + 2 * margin))
  words.capacity = capacity
  for (const name of ['form', 'lower', 'shape', 'entry', 'commas', 'quotes'] as const) {
    words[name] = new Int32Array(capacity)
  }
  words.suffixes = new Int32Array(4 * capacity)
  words.prefixes = new Int32Array(4 * capacity)
}

/** Reads tokens [first, end) of a text into `words`. */
export const readWordForms = (
  words: WordForms,
  text: string,
  tokens: Tokens,
  { first, end, lexicon }: { first: number; end: number; lexicon: Lexicon },
): void => {
  const count = end - first
  grow(words, count)
  const lineCase = caseOfLine(text, tokens, first, end)
  clear(words, 0, margin, spread(1))
  const word = { text, start: 0, end: 0, isFirst: true, lineCase } // one for all words
  for (let i = 0; i < count; i++) {
    word.start = tokens.starts[first + i] ?? 0
    word.end = tokens.ends[first + i] ?? 0
    word.isFirst = i === 0
    readWord(words, i + margin, word)
    words.entry[i + margin] = findWord(lexicon, words.lower[i + margin] ?? 0)
  }
  clear(words, count + margin, count + 2 * margin, spread(2))
  countMarks(words, count)
}

/** Beyond the ends of the stretch stands a word of its own. */
const clear = (words: WordForms, from: number, to: number, value: number): void => {
  words.form.fill(value, from, to)
  words.lower.fill(value, from, to)
  words.shape.fill(value, from, to)
  words.entry.fill(unknownWord, from, to)
  words.suffixes.fill(value, 4 * from, 4 * to)
  words.prefixes.fill(value, 4 * from, 4 * to)
}

interface WordPlace {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly isFirst: boolean
  readonly lineCase: LineCase
}

const readWord = (words: WordForms, place: number, word: WordPlace): void => {
  const { text, start, end, lineCase } = word
  let form = 0x811c9dc5 | 0
  let lower = form
  let kinds = 0 // what characters are in it: 1 upper, 2 lower, 4 digit, 8 hyphen or stop, 16 other
  for (let k = start; k < end; k++) {
    const code = text.charCodeAt(k)
    const folded = foldCode(code)
    const isUpper = folded !== code && folded !== 48 && folded !== 39
    lower = roll(lower, folded)
    form = roll(form, isUpper ? code : folded)
    if (k - start < 4) words.prefixes[4 * place + (k - start)] = lower
    kinds |= kindOf(folded, isUpper)
  }
  for (let k = end - start; k < 4; k++) words.prefixes[4 * place + k] = 0
  let suffix = 0x811c9dc5 | 0
  for (let k = 0; k < 4; k++) {
    if (end - 1 - k >= start) suffix = roll(suffix, foldCode(text.charCodeAt(end - 1 - k)))
    words.suffixes[4 * place + k] = end - 1 - k >= start ? spread(suffix) : 0
  }
  lower = spread(lower)
  words.lower[place] = lower
  words.form[place] = lineCase === capitalsLine ? lower : spread(form)
  words.shape[place] = shapeOf(word, kinds)
}

const kindOf = (folded: number, isUpper: boolean): number => {
  if (isUpper) return 1
  if (folded === 48) return 4
  if (folded >= 97 && folded <= 122) return 2
  if (folded === 45 || folded === 46) return 8
  return folded >= 0xc0 ? 2 : 16
}

const shapeOf = ({ text, start, end, isFirst, lineCase }: WordPlace, kinds: number): number => {
  const first = text.charCodeAt(start)
  const startsUpper = foldCode(first) !== first && !(first >= 48 && first <= 57)
  const seen = lineCase === capitalsLine ? kinds & ~1 : kinds | (startsUpper ? 32 : 0)
  const length = Math.min(end - start, 3)
  return two(lineCase, spread(seen), length + (isFirst ? 8 : 0))
}

export type LineCase = 0 | 1 | 2 | 3
export const usualLine = 0
export const capitalsLine = 1
export const titleLine = 2
export const smallLine = 3

const shortWord = 4 // letters; shorter ones ("the", "and") stay small in a headline's capitals
const fewestWords = 3 // of that length, below which a line's case tells nothing

/** Whether a line is in capitals, in A Headline's Capitals, all small, or as usual. */
const caseOfLine = (text: string, tokens: Tokens, first: number, end: number): LineCase => {
  let capitals = 0
  let titles = 0
  let small = 0
  let anyUpper = 0
  for (let i = first; i < end; i++) {
    const start = tokens.starts[i] ?? 0
    const last = (tokens.ends[i] ?? 0) - 1
    const startsUpper = isUpperCode(text.charCodeAt(start))
    if (startsUpper) anyUpper++
    if (last - start + 1 < shortWord) continue
    const second = text.charCodeAt(start + 1)
    if (startsUpper && isUpperCode(second) && isUpperCode(text.charCodeAt(last))) capitals++
    else if (startsUpper) titles++
    else if (isLowerCode(text.charCodeAt(start))) small++
  }
  const all = capitals + titles + small
  if (all < fewestWords) return usualLine
  if (capitals > 0.8 * all) return capitalsLine
  if (titles + capitals > 0.8 * all) return titleLine
  return anyUpper === 0 ? smallLine : usualLine
}

const isUpperCode = (code: number): boolean => {
  const folded = foldCode(code)
  return folded !== code && folded !== 48 && folded !== 39
}
const isLowerCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff)

const countMarks = (words: WordForms, count: number): void => {
  let commas = 0
  let quotes = 0
  for (let i = 0; i <= count; i++) {
    words.commas[i + margin] = commas
    words.quotes[i + margin] = quotes
    const lower = words.lower[i + margin] ?? 0
    if (commaHashes.has(lower)) commas++
    else if (quoteHashes.has(lower)) quotes++
  }
}

const hashOf = (word: string): number => {
  let hash = 0x811c9dc5 | 0
  for (let k = 0; k < word.length; k++) hash = roll(hash, foldCode(word.charCodeAt(k)))
  return spread(hash)
}
/** The hash of a word's lower case, as the trainer's lexicon keys it. */
export const lowerHashOf = hashOf

const commaHashes: ReadonlySet<number> = new Set([',', ';', ':', '–', '—', '--', '-', '(', ')'].map(hashOf))
const quoteHashes: ReadonlySet<number> = new Set(['"', '“', '”', '``', "''", '«', '»', '„'].map(hashOf))
