/**
 * What the tagger sees of every token: rows of the weight table, hashed from words, shapes, affixes, lists and the run
 * of capitals around. The trainer and the run time both call this, so that they cannot drift.
 *
 *   token i has the rows table.rows[table.firsts[i] .. table.firsts[i + 1])
 *
 * Words that cannot be part of a name by their case get a short set. No allocation a feature; the table is reused by
 * the next call.
 */
import { isDigitAt, isLetterAt, isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { classesOf, type Lexicon, longestPhrase, phraseHash, wordClasses } from './lexicon.ts'
import { proseCase, type SentenceCase, sentenceCase } from './sentence-case.ts'
import { exactHash, hashSeed, lowerHash, mix, plainCode, shapeHash } from './word-hashes.ts'

export interface FeatureTable {
  rows: Int32Array
  firsts: Int32Array
}

/** Bits of a row number. */
export const rowBits = 21
export const mostFeatures = 72 // a token

const outside = 0x1f2e3d // stands for the word before the first and after the last

interface Scratch extends FeatureTable {
  exact: Int32Array
  lower: Int32Array
  shape: Int32Array
  classes: Int32Array
  phrase: Int32Array
  capital: Uint8Array
  count: number
}

const scratch: Scratch = {
  rows: new Int32Array(0),
  firsts: new Int32Array(0),
  exact: new Int32Array(0),
  lower: new Int32Array(0),
  shape: new Int32Array(0),
  classes: new Int32Array(0),
  phrase: new Int32Array(0),
  capital: new Uint8Array(0),
  count: 0,
}

const makeRoom = (tokens: number): void => {
  if (scratch.firsts.length > tokens) return
  const room = Math.max(1024, tokens * 2)
  scratch.rows = new Int32Array(room * mostFeatures)
  scratch.firsts = new Int32Array(room + 1)
  scratch.exact = new Int32Array(room)
  scratch.lower = new Int32Array(room)
  scratch.shape = new Int32Array(room)
  scratch.classes = new Int32Array(room)
  scratch.phrase = new Int32Array(room)
  scratch.capital = new Uint8Array(room)
}

const add = (template: number, value: number): void => {
  const hash = mix(mix(value, Math.imul(template, 0x9e3779b1)), 0x27d4eb2f)
  scratch.rows[scratch.count++] = hash >>> (32 - rowBits)
}

/** Rows of every token of every sentence; tokens outside sentences have none. */
export const findFeatures = (reading: Reading, lexicon: Lexicon): FeatureTable => {
  const { text, tokens, sentences } = reading
  makeRoom(tokens.count)
  scratch.count = 0
  let token = 0
  for (const sentence of sentences) {
    for (; token < sentence.firstToken; token++) scratch.firsts[token] = scratch.count
    const letterCase = sentenceCase(text, tokens, sentence.firstToken, sentence.endToken)
    readWords(reading, lexicon, sentence.firstToken, sentence.endToken, letterCase)
    let runEnd = sentence.firstToken
    let runStart = runEnd
    for (; token < sentence.endToken; token++) {
      scratch.firsts[token] = scratch.count
      addContext(token, sentence.firstToken, sentence.endToken, letterCase)
      if (scratch.capital[token] === 0) continue
      if (token >= runEnd) {
        runStart = token
        runEnd = endOfRun(reading, token, sentence.endToken)
      }
      addWord(text, tokens.starts[token] ?? 0, tokens.ends[token] ?? 0, token, letterCase)
      addRun(token, runStart, runEnd, sentence.firstToken, sentence.endToken)
    }
  }
  for (; token <= tokens.count; token++) scratch.firsts[token] = scratch.count
  return scratch
}

/** Hashes and classes of the words of a sentence, and which of them may stand in a name. */
const readWords = (
  { text, tokens }: Reading,
  lexicon: Lexicon,
  first: number,
  end: number,
  letterCase: SentenceCase,
): void => {
  for (let i = first; i < end; i++) {
    const start = tokens.starts[i] ?? 0
    const stop = tokens.ends[i] ?? 0
    const lower = lowerHash(text, start, stop)
    scratch.lower[i] = lower
    scratch.exact[i] = letterCase === proseCase ? exactHash(text, start, stop) : lower
    scratch.shape[i] = mix(shapeHash(text, start, stop), letterCase)
    scratch.phrase[i] = 0
    const isWord = isLetterAt(text, start)
    const classes = isWord ? classesOf(lexicon, lower) : 0
    scratch.classes[i] = classes
    scratch.capital[i] = mayBeName(text, start, stop, letterCase, classes) ? 1 : 0
  }
  for (let i = first; i < end; i++) {
    if (((scratch.classes[i] ?? 0) & wordClasses.beginsPhrase) !== 0) markPhrase(lexicon, i, end)
  }
}

const mayBeName = (
  text: string,
  start: number,
  stop: number,
  letterCase: SentenceCase,
  classes: number,
): boolean => {
  if (letterCase === proseCase) {
    if (isUpperAt(text, start)) return true
    if (isLetterAt(text, start)) {
      for (let k = start + 1; k < stop; k++) if (isUpperAt(text, k)) return true // "iPhone"
      return false
    }
    const code = text.charCodeAt(start)
    return stop - start > 1 && (isDigitAt(text, start) || code === 64 || code === 35)
  }
  return isLetterAt(text, start) && (classes & wordClasses.common) === 0
}

/** The longest phrase of the lists that begins at token i: its words get the classes, begin and inside told apart. */
const markPhrase = (lexicon: Lexicon, i: number, end: number): void => {
  let phrase = 0
  let found = 0
  let foundEnd = i
  for (let k = i; k < Math.min(end, i + longestPhrase); k++) {
    phrase = phraseHash(phrase, scratch.lower[k] ?? 0)
    const classes = k === i ? 0 : classesOf(lexicon, phrase)
    if (classes === 0) continue
    found = classes
    foundEnd = k + 1
  }
  for (let k = i; k < foundEnd; k++)
    scratch.phrase[k] = (found << 2) | (k === i ? 1 : k === foundEnd - 1 ? 3 : 2)
}

/** Capitals that stand together; hyphens and ampersands between two of them belong to the run. */
const endOfRun = ({ text, tokens }: Reading, token: number, end: number): number => {
  let i = token + 1
  while (i < end) {
    if (scratch.capital[i] === 1) {
      i++
      continue
    }
    const code = text.charCodeAt(tokens.starts[i] ?? 0)
    const joins = code === 38 || (code === 45 && tokens.ends[i] === tokens.starts[i + 1])
    if (!joins || i + 1 >= end || scratch.capital[i + 1] === 0) break
    i += 2
  }
  return i
}

const lowerAt = (i: number, first: number, end: number): number =>
  i < first || i >= end ? outside : (scratch.lower[i] ?? 0)
const shapeAt = (i: number, first: number, end: number): number =>
  i < first || i >= end ? outside : (scratch.shape[i] ?? 0)
const classesAt = (i: number, first: number, end: number): number =>
  i < first || i >= end ? outside : (scratch.classes[i] ?? 0)

/** What every token gets. */
const addContext = (i: number, first: number, end: number, letterCase: SentenceCase): void => {
  const lower = lowerAt(i, first, end)
  const before = lowerAt(i - 1, first, end)
  const after = lowerAt(i + 1, first, end)
  const shape = shapeAt(i, first, end)
  add(1, letterCase)
  add(2, lower)
  add(3, shape)
  add(4, before)
  add(5, after)
  add(6, mix(shapeAt(i - 1, first, end), shape))
  add(7, mix(shape, shapeAt(i + 1, first, end)))
  add(8, mix(before, shapeAt(i + 1, first, end)))
  add(9, mix(shapeAt(i - 1, first, end), lower))
}

/** What a word that may stand in a name gets besides. */
const addWord = (text: string, start: number, stop: number, i: number, letterCase: SentenceCase): void => {
  add(10, scratch.exact[i] ?? 0)
  let hash = hashSeed
  for (let k = start; k < Math.min(stop, start + 4); k++) {
    hash = Math.imul(hash ^ plainCode(text.charCodeAt(k)), 0x01000193)
    add(11, hash)
  }
  hash = hashSeed
  for (let k = stop - 1; k >= Math.max(start, stop - 4); k--) {
    hash = Math.imul(hash ^ plainCode(text.charCodeAt(k)), 0x01000193)
    add(12, hash)
  }
  const classes = scratch.classes[i] ?? 0
  const phrase = scratch.phrase[i] ?? 0
  add(13, mix(classes, letterCase))
  for (let bit = 1; bit <= wordClasses.common; bit <<= 1) if ((classes & bit) !== 0) add(14, bit)
  if (phrase !== 0) add(15, phrase)
}

const runPlace = (i: number, start: number, end: number): number =>
  Math.min(i - start, 3) * 4 + Math.min(end - 1 - i, 3)

/** What the words around it and the run of capitals tell. */
const addRun = (i: number, start: number, runEnd: number, first: number, end: number): void => {
  const place = runPlace(i, start, runEnd)
  const lower = lowerAt(i, first, end)
  const before = lowerAt(i - 1, first, end)
  const after = lowerAt(i + 1, first, end)
  const classes = classesAt(i, first, end)
  const beforeRun = lowerAt(start - 1, first, end)
  const afterRun = lowerAt(runEnd, first, end)
  const last = lowerAt(runEnd - 1, first, end)
  const isFirst = i === first ? 1 : 0
  add(20, mix(place, isFirst))
  add(21, mix(before, lower))
  add(22, mix(lower, after))
  add(23, lowerAt(i - 2, first, end))
  add(24, lowerAt(i + 2, first, end))
  add(25, mix(lowerAt(i - 2, first, end), before))
  add(26, mix(after, lowerAt(i + 2, first, end)))
  add(27, mix(classesAt(i - 1, first, end), classes))
  add(28, mix(classes, classesAt(i + 1, first, end)))
  add(29, classesAt(i - 1, first, end))
  add(30, classesAt(i + 1, first, end))
  add(31, mix(beforeRun, place))
  add(32, mix(afterRun, place))
  add(33, mix(last, place))
  add(34, mix(lowerAt(start, first, end), place))
  add(35, mix(mix(classesAt(start, first, end), classesAt(runEnd - 1, first, end)), place))
  add(36, mix(beforeRun, afterRun))
  add(37, mix(mix(lowerAt(start - 2, first, end), beforeRun), place))
  add(38, mix(mix(afterRun, lowerAt(runEnd + 1, first, end)), place))
  add(39, mix(mix(shapeAt(i - 1, first, end), shapeAt(i, first, end)), shapeAt(i + 1, first, end)))
  add(40, mix(shapeAt(i - 2, first, end), shapeAt(i + 2, first, end)))
  let whole = hashSeed
  for (let k = start; k < Math.min(runEnd, start + 5); k++) whole = mix(whole, scratch.lower[k] ?? 0)
  add(41, mix(whole, place))
  if (classesAt(i, first, end) !== 0) add(42, mix(classes, isFirst))
}
