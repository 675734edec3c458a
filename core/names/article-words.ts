/**
 * The words of an article as the features need them: hashes, what lists know of them, and which may stand in a name.
 *
 *   "The lemon trees of Lemon Bay"   lemon and Lemon have one number; it stands small once, inside with a capital once
 *
 * One set of arrays, reused by the next article; no allocation a word.
 */
import { isDigitAt, isLetterAt, isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { classesOf, type Lexicon, longestPhrase, phraseHash, touchClasses, wordClasses } from './lexicon.ts'
import { proseCase, sentenceCase } from './sentence-case.ts'
import { mix, readHashes, type WordHashes } from './word-hashes.ts'

/** Arrays by token, and by number of the word. */
export interface ArticleWords {
  room: number
  exact: Int32Array
  lower: Int32Array
  shape: Int32Array
  /** Flags and sense of the lists. */
  classes: Int32Array
  /** Where a phrase of the lists stands: its classes, and whether the word begins, goes on or ends it. */
  phrase: Int32Array
  /** One where a token may stand in a name by its case. */
  capital: Uint8Array
  letterCase: Uint8Array
  /** Tokens that are alike but for case have one number, from 1. */
  form: Int32Array
  /** The same, but 0 for marks. */
  number: Int32Array
  /** The greatest number. */
  count: number
  hashOf: Int32Array
  /** The lower hash of a number, and flags and sense of the lists: as `lower` and `classes` of its places. */
  classesOf: Int32Array
  /** How often a word stands in small letters, and with a capital within a sentence. */
  small: Int32Array
  inside: Int32Array
  /** At how many places a word may stand in a name. */
  places: Int32Array
  slots: Int32Array
  slotMask: number
  /** Read and never used: so that memory is asked for what the lists know of all words before the first is waited for. */
  touched: number
}

const makeWords = (room: number): ArticleWords => ({
  room,
  exact: new Int32Array(room),
  lower: new Int32Array(room),
  shape: new Int32Array(room),
  classes: new Int32Array(room),
  phrase: new Int32Array(room),
  capital: new Uint8Array(room),
  letterCase: new Uint8Array(room),
  form: new Int32Array(room),
  number: new Int32Array(room),
  count: 0,
  hashOf: new Int32Array(room + 1),
  classesOf: new Int32Array(room + 1),
  small: new Int32Array(room + 1),
  inside: new Int32Array(room + 1),
  places: new Int32Array(room + 1),
  slots: new Int32Array(0),
  slotMask: 0,
  touched: 0,
})

let words: ArticleWords = makeWords(1024)

export const readWords = (reading: Reading, lexicon: Lexicon): ArticleWords => {
  const { text, tokens, sentences } = reading
  if (words.room < tokens.count + 2) words = makeWords((tokens.count + 2) * 2)
  words.capital.fill(0, 0, tokens.count + 2)
  words.number.fill(0, 0, tokens.count + 2)
  beginNumbers(tokens.count)
  readTokens(reading)
  words.touched = touchClasses(lexicon, words.hashOf, words.count)
  for (let n = 1; n <= words.count; n++)
    if (words.classesOf[n] !== 0) words.classesOf[n] = classesOf(lexicon, words.hashOf[n] ?? 0)
  for (const { firstToken, endToken } of sentences) {
    const letterCase = sentenceCase(text, tokens, firstToken, endToken)
    readSentence(reading, lexicon, firstToken, endToken, letterCase)
  }
  return words
}

const beginNumbers = (count: number): void => {
  let size = 64
  while (size < count * 2) size *= 2
  if (words.slots.length < size) words.slots = new Int32Array(size)
  words.slots.fill(0, 0, size)
  words.slotMask = size - 1
  words.count = 0
}

const notAsked = -1 // what the lists know of a word; of marks they know nothing

const numberOf = (lower: number, isLetter: boolean): number => {
  let slot = lower & words.slotMask
  for (;;) {
    const number = words.slots[slot] ?? 0
    if (number === 0) break
    if (words.hashOf[number] === lower) return number
    slot = (slot + 1) & words.slotMask
  }
  const number = ++words.count
  words.slots[slot] = number
  words.hashOf[number] = lower
  words.classesOf[number] = isLetter ? notAsked : 0
  words.small[number] = 0
  words.inside[number] = 0
  words.places[number] = 0
  return number
}

const hashes: WordHashes = { exact: 0, lower: 0, shape: 0 }

/** What the words look like, and their numbers: of all tokens, before the lists are asked for any. */
const readTokens = ({ text, tokens }: Reading): void => {
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] ?? 0
    readHashes(text, start, tokens.ends[i] ?? 0, hashes)
    words.lower[i] = hashes.lower
    words.exact[i] = hashes.exact
    words.shape[i] = hashes.shape
    const isLetter = isLetterAt(text, start)
    const form = numberOf(hashes.lower, isLetter)
    words.form[i] = form
    words.number[i] = isLetter ? form : 0
  }
}

const readSentence = (
  { text, tokens }: Reading,
  lexicon: Lexicon,
  first: number,
  end: number,
  letterCase: number,
): void => {
  for (let i = first; i < end; i++) {
    const start = tokens.starts[i] ?? 0
    const stop = tokens.ends[i] ?? 0
    const number = words.number[i] ?? 0
    const classes = number === 0 ? 0 : (words.classesOf[number] ?? 0)
    const capital = mayBeName(text, start, stop, letterCase, classes) ? 1 : 0
    if (letterCase !== proseCase) words.exact[i] = words.lower[i] ?? 0
    words.shape[i] = mix(words.shape[i] ?? 0, letterCase)
    words.classes[i] = classes
    words.phrase[i] = 0
    words.capital[i] = capital
    words.letterCase[i] = letterCase
    if (number === 0) continue
    words.places[number] = (words.places[number] ?? 0) + capital
    if (letterCase !== proseCase) continue
    if (capital === 0) words.small[number] = (words.small[number] ?? 0) + 1
    else if (i > first) words.inside[number] = (words.inside[number] ?? 0) + 1
  }
  for (let i = first; i < end; i++) {
    if (((words.classes[i] ?? 0) & wordClasses.beginsPhrase) !== 0) markPhrase(lexicon, i, end)
  }
}

const at = 64
const hash = 35

/** In prose a word with a capital, a number, a handle; elsewhere any word that is not a common one. */
const mayBeName = (
  text: string,
  start: number,
  stop: number,
  letterCase: number,
  classes: number,
): boolean => {
  if (letterCase !== proseCase) return isLetterAt(text, start) && (classes & wordClasses.common) === 0
  if (isUpperAt(text, start)) return true
  if (isLetterAt(text, start)) {
    for (let k = start + 1; k < stop; k++) if (isUpperAt(text, k)) return true // "iPhone"
    return false
  }
  const code = text.charCodeAt(start)
  return stop - start > 1 && (isDigitAt(text, start) || code === at || code === hash)
}

/** The longest phrase of the lists that begins at token i: its words get the classes, begin and inside told apart. */
const markPhrase = (lexicon: Lexicon, i: number, end: number): void => {
  let phrase = 0
  let found = 0
  let foundEnd = i
  for (let k = i; k < Math.min(end, i + longestPhrase); k++) {
    phrase = phraseHash(phrase, words.lower[k] ?? 0)
    const classes = k === i ? 0 : classesOf(lexicon, phrase)
    if (classes === 0) continue
    found = classes
    foundEnd = k + 1
  }
  for (let k = i; k < foundEnd; k++) {
    words.phrase[k] = (found << 2) | (k === i ? 1 : k === foundEnd - 1 ? 3 : 2)
  }
}
