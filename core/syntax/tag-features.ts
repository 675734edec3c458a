/**
 * What the tagger looks at around a word: the word, its ends and shape, its neighbours, the two tags before it.
 * The trainer and the run time both call this, so they cannot drift.
 */
import { spreadSmall } from './hashes.ts'
import type { Lexicon } from './lexicon.ts'
import { hashTemplates, readTemplates } from './templates.ts'
import { margin, type WordForms } from './word-forms.ts'

export const mostTagFeatures = 48

const tagValues = [
  'form',
  'word',
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'prefix1',
  'prefix2',
  'prefix3',
  'shape',
  'own',
  'left',
  'right',
  'left2',
  'right2',
  'nextGroup',
  'nextGroup2',
  'before',
  'before2',
  'leftShape',
  'rightShape',
  'leftSuffix',
  'rightSuffix',
  'leftGroup',
] as const

const tagTemplates = readTemplates(tagValues, [
  [1, 'form'],
  [2, 'word'],
  [3, 'suffix1'],
  [4, 'suffix2'],
  [5, 'suffix3'],
  [6, 'suffix4'],
  [7, 'prefix1'],
  [8, 'prefix2'],
  [9, 'prefix3'],
  [10, 'shape'],
  [11, 'own'],
  [12, 'left'],
  [13, 'right'],
  [14, 'left2'],
  [15, 'right2'],
  [16, 'nextGroup'],
  [17, 'nextGroup', 'nextGroup2'],
  [18, 'own', 'nextGroup'],
  [19, 'before', 'own', 'nextGroup'],
  [20, 'before'],
  [21, 'before', 'before2'],
  [22, 'before', 'word'],
  [23, 'before', 'before2', 'word'],
  [24, 'before', 'suffix3'],
  [25, 'before', 'right'],
  [26, 'before', 'nextGroup'],
  [27, 'left', 'word'],
  [28, 'word', 'right'],
  [29, 'leftShape', 'shape'],
  [30, 'shape', 'rightShape'],
  [31, 'rightSuffix'],
  [32, 'leftSuffix'],
  [33, 'suffix3', 'shape'],
  [34, 'suffix2', 'nextGroup'],
  [35, 'before', 'shape'],
  [36, 'before', 'before2', 'own'],
  [37, 'own', 'nextGroup', 'nextGroup2'],
  [38, 'leftGroup', 'nextGroup'],
])

const values = new Int32Array(tagValues.length)

/** Writes the features of word i into `out` and gives their number. `classes` holds the tags of the words before it. */
export const tagFeatures = (
  words: WordForms,
  lexicon: Lexicon,
  classes: Uint8Array,
  { i, out }: { i: number; out: Int32Array },
): number => {
  const { form, lower, shape, suffixes, prefixes, entry } = words
  const w = i + margin
  let v = 0
  values[v++] = form[w] ?? 0
  values[v++] = lower[w] ?? 0
  for (let k = 0; k < 4; k++) values[v++] = suffixes[4 * w + k] ?? 0
  for (let k = 0; k < 3; k++) values[v++] = prefixes[4 * w + k] ?? 0
  values[v++] = shape[w] ?? 0
  values[v++] = spreadSmall(lexicon.groups[entry[w] ?? 0] ?? 0)
  values[v++] = lower[w - 1] ?? 0
  values[v++] = lower[w + 1] ?? 0
  values[v++] = lower[w - 2] ?? 0
  values[v++] = lower[w + 2] ?? 0
  values[v++] = spreadSmall(lexicon.groups[entry[w + 1] ?? 0] ?? 0)
  values[v++] = spreadSmall(lexicon.groups[entry[w + 2] ?? 0] ?? 0)
  values[v++] = spreadSmall(i > 0 ? (classes[i - 1] ?? 0) : 254)
  values[v++] = spreadSmall(i > 1 ? (classes[i - 2] ?? 0) : 253)
  values[v++] = shape[w - 1] ?? 0
  values[v++] = shape[w + 1] ?? 0
  values[v++] = suffixes[4 * (w - 1) + 2] ?? 0
  values[v++] = suffixes[4 * (w + 1) + 2] ?? 0
  values[v++] = spreadSmall(lexicon.groups[entry[w - 1] ?? 0] ?? 0)
  return hashTemplates(tagTemplates, values, out)
}
