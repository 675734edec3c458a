/**
 * What the tagger looks at around a word: the word, its ends and shape, its neighbours, the two tags before it.
 * The trainer and the run time both call this, so they cannot drift.
 */
import { at, byteAt, spreadSmall } from './hashes.ts'
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
  values[v++] = at(form, w)
  values[v++] = at(lower, w)
  for (let k = 0; k < 4; k++) values[v++] = at(suffixes, 4 * w + k)
  for (let k = 0; k < 3; k++) values[v++] = at(prefixes, 4 * w + k)
  values[v++] = at(shape, w)
  values[v++] = spreadSmall(byteAt(lexicon.groups, at(entry, w)))
  values[v++] = at(lower, w - 1)
  values[v++] = at(lower, w + 1)
  values[v++] = at(lower, w - 2)
  values[v++] = at(lower, w + 2)
  values[v++] = spreadSmall(byteAt(lexicon.groups, at(entry, w + 1)))
  values[v++] = spreadSmall(byteAt(lexicon.groups, at(entry, w + 2)))
  values[v++] = spreadSmall(i > 0 ? byteAt(classes, i - 1) : 254)
  values[v++] = spreadSmall(i > 1 ? byteAt(classes, i - 2) : 253)
  values[v++] = at(shape, w - 1)
  values[v++] = at(shape, w + 1)
  values[v++] = at(suffixes, 4 * (w - 1) + 2)
  values[v++] = at(suffixes, 4 * (w + 1) + 2)
  values[v++] = spreadSmall(byteAt(lexicon.groups, at(entry, w - 1)))
  return hashTemplates(tagTemplates, values, out)
}
