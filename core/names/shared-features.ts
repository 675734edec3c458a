/**
 * What the tagger sees of a token that many tokens of an article share: its word, the words beside it, the shapes of a
 * neighbour and itself. Most rows of an article are such; each is found once for all places, not once a place.
 *
 *   "the mayor … the mayor …"   the rows of "mayor" itself, of standing before and after "mayor": once
 *
 * features.ts adds the same rows token by token, for the trainer.
 */
import type { Sentence } from '../text/reading.ts'
import type { ArticleWords } from './article-words.ts'
import { add, beginRows, closeTable, type FeatureTable, openTable } from './feature-table.ts'
import { senseShift } from './lexicon.ts'
import { mix } from './word-hashes.ts'

export const outside = 0x1f2e3d // stands for the word before the first and after the last
export const noSense = 63 // its sense

export const addCase = (letterCase: number): void => add(1, letterCase)
export const addSelf = (lower: number): void => add(2, lower)
/** Of the word before. */
export const addBefore = (lower: number, sense: number): void => {
  add(4, lower)
  add(52, sense)
}
/** Of the word after. */
export const addAfter = (lower: number, sense: number): void => {
  add(5, lower)
  add(53, sense)
}
export const addShape = (before: number, shape: number): void => {
  add(3, shape)
  add(6, mix(before, shape))
}
export const addNextShape = (shape: number, after: number): void => add(7, mix(shape, after))

/** Groups of rows: of each case a sentence may have, three of each form, two of each pair of shapes. */
const cases = 4
const mostRows = 2 // of a group
export const caseGroup = (letterCase: number): number => letterCase
export const selfGroup = (form: number): number => cases + 3 * form
/** What a token has from the form before it; form 0 stands outside the sentence. */
export const beforeGroup = (form: number): number => cases + 3 * form + 1
export const afterGroup = (form: number): number => cases + 3 * form + 2

/** Pairs of shapes that stand side by side, numbered as they come. */
export interface ShapePairs {
  count: number
  befores: Int32Array
  afters: Int32Array
  slots: Int32Array
  /** By token: the pair of the token before and itself, of itself and the token after. */
  left: Int32Array
  right: Int32Array
}

const pairs: ShapePairs = {
  count: 0,
  befores: new Int32Array(0),
  afters: new Int32Array(0),
  slots: new Int32Array(0),
  left: new Int32Array(0),
  right: new Int32Array(0),
}

export const shapeGroup = ({ count }: ArticleWords, pair: number): number =>
  cases + 3 * (count + 1) + 2 * pair
export const nextShapeGroup = (words: ArticleWords, pair: number): number => shapeGroup(words, pair) + 1

/** Numbers the pairs of shapes of an article of so many tokens. */
export const pairShapes = (
  words: ArticleWords,
  sentences: readonly Sentence[],
  tokens: number,
): ShapePairs => {
  makePairRoom(tokens + sentences.length)
  for (const { firstToken, endToken } of sentences) {
    let shape = outside
    for (let i = firstToken; i < endToken; i++) {
      const next = words.shape[i] ?? 0
      const pair = pairOf(shape, next)
      pairs.left[i] = pair
      if (i > firstToken) pairs.right[i - 1] = pair
      shape = next
    }
    if (endToken > firstToken) pairs.right[endToken - 1] = pairOf(shape, outside)
  }
  return pairs
}

const makePairRoom = (most: number): void => {
  let size = 256
  while (size < most * 2) size *= 2
  if (pairs.slots.length < size) {
    pairs.slots = new Int32Array(size)
    pairs.befores = new Int32Array(size)
    pairs.afters = new Int32Array(size)
    pairs.left = new Int32Array(size)
    pairs.right = new Int32Array(size)
  } else pairs.slots.fill(0)
  pairs.count = 0
}

const pairOf = (before: number, after: number): number => {
  const mask = pairs.slots.length - 1
  let slot = mix(before, after) & mask
  for (;;) {
    const known = (pairs.slots[slot] ?? 0) - 1
    if (known < 0) break
    if (pairs.befores[known] === before && pairs.afters[known] === after) return known
    slot = (slot + 1) & mask
  }
  const pair = pairs.count++
  pairs.slots[slot] = pair + 1
  pairs.befores[pair] = before
  pairs.afters[pair] = after
  return pair
}

/** How many groups there are. */
export const countGroups = (words: ArticleWords, { count }: ShapePairs): number => shapeGroup(words, count)

/** The rows of all groups of an article. */
export const findSharedFeatures = (words: ArticleWords, shapes: ShapePairs): FeatureTable => {
  const groups = countGroups(words, shapes)
  openTable(groups)
  for (let letterCase = 0; letterCase < cases; letterCase++) {
    beginRows(caseGroup(letterCase), mostRows)
    addCase(letterCase)
  }
  for (let form = 0; form <= words.count; form++) {
    const lower = form === 0 ? outside : (words.hashOf[form] ?? 0)
    const sense = form === 0 ? noSense : (words.classesOf[form] ?? 0) >>> senseShift
    beginRows(selfGroup(form), mostRows)
    addSelf(lower)
    beginRows(beforeGroup(form), mostRows)
    addBefore(lower, sense)
    beginRows(afterGroup(form), mostRows)
    addAfter(lower, sense)
  }
  for (let pair = 0; pair < shapes.count; pair++) {
    const before = shapes.befores[pair] ?? 0
    const after = shapes.afters[pair] ?? 0
    beginRows(shapeGroup(words, pair), mostRows)
    addShape(before, after)
    beginRows(nextShapeGroup(words, pair), mostRows)
    addNextShape(before, after)
  }
  return closeTable(groups)
}
