/**
 * What the tagger sees of every token: rows of the weight table, hashed from words, shapes, affixes, lists and the run
 * of capitals around. The trainer and the run time both call this, so that they cannot drift.
 *
 *   token i of a sentence has the rows table.rows[table.firsts[i - first] .. table.firsts[i - first + 1])
 *
 * Words that cannot be part of a name by their case get a short set.
 */
import type { Reading, Sentence } from '../text/reading.ts'
import type { ArticleWords } from './article-words.ts'
import { add, beginRows, closeTable, type FeatureTable, openTable } from './feature-table.ts'
import { flagMask, senseShift, wordClasses } from './lexicon.ts'
import { proseCase } from './sentence-case.ts'
import {
  addAfter,
  addBefore,
  addCase,
  addNextShape,
  addSelf,
  addShape,
  noSense,
  outside,
} from './shared-features.ts'
import { hashSeed, mix, plainCode } from './word-hashes.ts'

const mostFeatures = 80 // of a token
let words: ArticleWords
/** The sentence. */
let first = 0
let end = 0

/** Rows of every token of a sentence, whose words were read by readWords. */
export const findFeatures = (
  reading: Reading,
  sentence: Sentence,
  articleWords: ArticleWords,
): FeatureTable => findRowsOf(reading, sentence, articleWords, true)

/** The same without those that shared-features.ts finds once for all places of a word. */
export const findOwnFeatures = (
  reading: Reading,
  sentence: Sentence,
  articleWords: ArticleWords,
): FeatureTable => findRowsOf(reading, sentence, articleWords, false)

const findRowsOf = (
  { text, tokens }: Reading,
  sentence: Sentence,
  articleWords: ArticleWords,
  withShared: boolean,
): FeatureTable => {
  words = articleWords
  first = sentence.firstToken
  end = sentence.endToken
  openTable(end - first)
  const letterCase = words.letterCase[first] ?? proseCase
  let runStart = first
  let runEnd = first
  for (let i = first; i < end; i++) {
    beginRows(i - first, mostFeatures)
    if (withShared) addShared(i, letterCase)
    addOwn(i)
    addGlue(text, tokens, i)
    if (words.capital[i] === 0) {
      if (i > first && i + 1 < end && words.capital[i - 1] === 1) addJoint(i)
      continue
    }
    if (i >= runEnd) {
      runStart = i
      runEnd = endOfRun(text, tokens, i)
    }
    addWord(text, tokens.starts[i] ?? 0, tokens.ends[i] ?? 0, i, letterCase)
    addRun(i, runStart, runEnd)
    addElsewhere(i, letterCase)
  }
  return closeTable(end - first)
}

/** Capitals that stand together; hyphens and ampersands between two of them belong to the run. */
const endOfRun = (text: string, tokens: Reading['tokens'], token: number): number => {
  let i = token + 1
  while (i < end) {
    if (words.capital[i] === 1) {
      i++
      continue
    }
    const code = text.charCodeAt(tokens.starts[i] ?? 0)
    const joins = code === 38 || (code === 45 && tokens.ends[i] === tokens.starts[i + 1])
    if (!joins || i + 1 >= end || words.capital[i + 1] === 0) break
    i += 2
  }
  return i
}

const lowerAt = (i: number): number => (i < first || i >= end ? outside : (words.lower[i] ?? 0))
const shapeAt = (i: number): number => (i < first || i >= end ? outside : (words.shape[i] ?? 0))
const classesAt = (i: number): number =>
  i < first || i >= end ? outside : (words.classes[i] ?? 0) & flagMask
const senseAt = (i: number): number =>
  i < first || i >= end ? noSense : (words.classes[i] ?? 0) >>> senseShift

const addShared = (i: number, letterCase: number): void => {
  addCase(letterCase)
  addSelf(lowerAt(i))
  addBefore(lowerAt(i - 1), senseAt(i - 1))
  addAfter(lowerAt(i + 1), senseAt(i + 1))
  addShape(shapeAt(i - 1), shapeAt(i))
  addNextShape(shapeAt(i), shapeAt(i + 1))
}

/** What every token gets besides. */
const addOwn = (i: number): void => {
  add(8, mix(lowerAt(i - 1), shapeAt(i + 1)))
  add(9, mix(shapeAt(i - 1), lowerAt(i)))
}

/** What a word that may stand in a name gets besides. */
const addWord = (text: string, start: number, stop: number, i: number, letterCase: number): void => {
  add(10, words.exact[i] ?? 0)
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
  const classes = (words.classes[i] ?? 0) & flagMask
  const phrase = words.phrase[i] ?? 0
  add(13, mix(classes, letterCase))
  for (let bit = 1; bit <= wordClasses.role; bit <<= 1) if ((classes & bit) !== 0) add(14, bit)
  if (phrase !== 0) add(15, phrase)
}

const runPlace = (i: number, start: number, runEnd: number): number =>
  Math.min(i - start, 3) * 4 + Math.min(runEnd - 1 - i, 3)

const hyphen = 45

/** Parts of a hyphened word: "Ban Ki-moon" is a name to its end, "US-backed" is not. */
const addGlue = (text: string, tokens: Reading['tokens'], i: number): void => {
  const isHyphen = text.charCodeAt(tokens.starts[i] ?? 0) === hyphen
  const stem = isHyphen ? i - 1 : i - 2
  if (stem < first || tokens.starts[i] !== tokens.ends[i - 1]) return
  if (
    !isHyphen &&
    (text.charCodeAt(tokens.starts[i - 1] ?? 0) !== hyphen || tokens.starts[i - 1] !== tokens.ends[stem])
  )
    return
  const behind = isHyphen ? i + 1 : i
  const isGlued = behind < end && (!isHyphen || tokens.starts[behind] === tokens.ends[i]) ? 1 : 0
  const kind = (isHyphen ? 1 : 0) + isGlued * 2 + (stem > first ? (words.capital[stem - 1] ?? 0) * 4 : 0)
  const form = mix(mix(words.capital[stem] ?? 0, words.capital[behind] ?? 0), kind)
  add(65, form)
  add(66, mix(form, lowerAt(behind)))
  add(67, mix(form, classesAt(stem)))
  add(68, mix(form, senseAt(behind)))
}

/** A small word or mark behind a capital: "of" in "Bank of England". */
const addJoint = (i: number): void => {
  const lower = lowerAt(i)
  const after = words.capital[i + 1] === 1 ? 1 : 2
  add(60, mix(mix(lowerAt(i - 1), lower), after))
  add(61, mix(lower, lowerAt(i + 1)))
  add(62, mix(mix(lower, after), mix(classesAt(i - 1), classesAt(i + 1))))
  add(63, mix(mix(lower, after), mix(senseAt(i - 1), senseAt(i + 1))))
  add(64, mix(mix(lower, after), i - 2 < first ? 0 : (words.capital[i - 2] ?? 0)))
}

/** What the words around it and the run of capitals tell. */
const addRun = (i: number, start: number, runEnd: number): void => {
  const place = runPlace(i, start, runEnd)
  const lower = lowerAt(i)
  const before = lowerAt(i - 1)
  const after = lowerAt(i + 1)
  const classes = classesAt(i)
  const beforeRun = lowerAt(start - 1)
  const afterRun = lowerAt(runEnd)
  const last = lowerAt(runEnd - 1)
  const isFirst = i === first ? 1 : 0
  add(20, mix(place, isFirst))
  add(21, mix(before, lower))
  add(22, mix(lower, after))
  add(23, lowerAt(i - 2))
  add(24, lowerAt(i + 2))
  add(25, mix(lowerAt(i - 2), before))
  add(26, mix(after, lowerAt(i + 2)))
  add(27, mix(classesAt(i - 1), classes))
  add(28, mix(classes, classesAt(i + 1)))
  add(29, classesAt(i - 1))
  add(30, classesAt(i + 1))
  add(31, mix(beforeRun, place))
  add(32, mix(afterRun, place))
  add(33, mix(last, place))
  add(34, mix(lowerAt(start), place))
  add(35, mix(mix(classesAt(start), classesAt(runEnd - 1)), place))
  add(36, mix(beforeRun, afterRun))
  add(37, mix(mix(lowerAt(start - 2), beforeRun), place))
  add(38, mix(mix(afterRun, lowerAt(runEnd + 1)), place))
  add(39, mix(mix(shapeAt(i - 1), shapeAt(i)), shapeAt(i + 1)))
  add(40, mix(shapeAt(i - 2), shapeAt(i + 2)))
  let whole = hashSeed
  for (let k = start; k < Math.min(runEnd, start + 5); k++) whole = mix(whole, words.lower[k] ?? 0)
  add(41, mix(whole, place))
  add(42, mix(classes, isFirst))
  add(45, mix(senseAt(start - 1), place))
  add(46, mix(senseAt(runEnd), place))
  add(47, mix(mix(senseAt(start - 1), senseAt(start - 2)), 1))
  add(48, mix(mix(senseAt(runEnd), senseAt(runEnd + 1)), 1))
  add(49, mix(senseAt(runEnd - 1), place))
  add(50, mix(senseAt(start - 1), senseAt(runEnd)))
  add(51, mix(senseAt(i), isFirst))
}

/** How the same word stands at its other places in the article. */
const addElsewhere = (i: number, letterCase: number): void => {
  const number = words.number[i] ?? 0
  const isFirst = i === first ? 1 : 0
  const self = isFirst === 1 || letterCase !== proseCase ? 0 : 1
  const small = (words.small[number] ?? 0) > 0 ? 1 : 0
  const inside = (words.inside[number] ?? 0) > self ? 2 : 0
  add(43, mix(small | inside, letterCase * 2 + isFirst))
  add(44, mix(small | inside, words.shape[i] ?? 0))
}
