/**
 * The weights of what many tokens of an article share, added up once for all of them (shared-features.ts). Sums of
 * whole numbers: the same as row by row.
 *
 *   const shared = sumShared(tagger, words, sentences, tokens)
 *   readShared(shared, i, first, end, sums)   // what token i of the sentence has from its word, its neighbours, its case
 *
 * One set of arrays, reused by the next article.
 */
import type { Sentence } from '../text/reading.ts'
import type { ArticleWords } from './article-words.ts'
import { addRows, findRows, makeFoundRows, pairedSums } from './row-weights.ts'
import {
  afterGroup,
  beforeGroup,
  caseGroup,
  countGroups,
  findSharedFeatures,
  nextShapeGroup,
  pairShapes,
  type ShapePairs,
  selfGroup,
  shapeGroup,
} from './shared-features.ts'
import type { Tagger } from './tagger.ts'

export interface SharedSums {
  readonly words: ArticleWords
  readonly shapes: ShapePairs
  /** pairedSums numbers a group. */
  readonly sums: Int32Array
}

let room = new Int32Array(0)
const found = makeFoundRows()

export const sumShared = (
  { weights, rows }: Tagger,
  words: ArticleWords,
  sentences: readonly Sentence[],
  tokens: number,
): SharedSums => {
  const shapes = pairShapes(words, sentences, tokens)
  const groups = countGroups(words, shapes)
  if (room.length < groups * pairedSums) room = new Int32Array(groups * pairedSums * 2)
  else room.fill(0, 0, groups * pairedSums)
  findRows(found, weights, rows, findSharedFeatures(words, shapes), groups)
  for (let group = 0; group < groups; group++) addRows(weights, found, group, room, group * pairedSums)
  return { words, shapes, sums: room }
}

/** Writes to `into` what token i of the sentence [first, end) has from the groups it is in. */
export const readShared = (
  { words, shapes, sums }: SharedSums,
  i: number,
  first: number,
  end: number,
  into: Int32Array,
): void => {
  const { form } = words
  const ofCase = caseGroup(words.letterCase[i] ?? 0) * pairedSums
  const self = selfGroup(form[i] ?? 0) * pairedSums
  const before = beforeGroup(i > first ? (form[i - 1] ?? 0) : 0) * pairedSums
  const after = afterGroup(i + 1 < end ? (form[i + 1] ?? 0) : 0) * pairedSums
  const shape = shapeGroup(words, shapes.left[i] ?? 0) * pairedSums
  const nextShape = nextShapeGroup(words, shapes.right[i] ?? 0) * pairedSums
  for (let pair = 0; pair < pairedSums; pair++) {
    into[pair] =
      (sums[ofCase + pair] ?? 0) +
      (sums[self + pair] ?? 0) +
      (sums[before + pair] ?? 0) +
      (sums[after + pair] ?? 0) +
      (sums[shape + pair] ?? 0) +
      (sums[nextShape + pair] ?? 0)
  }
}
