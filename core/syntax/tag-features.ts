/**
 * What the tagger looks at around a word: the word, its ends and shape, its neighbours, the two tags before it.
 * The trainer and the run time both call this, so they cannot drift.
 */
import { at, byteAt, one, spread, three, two } from './hashes.ts'
import type { Lexicon } from './lexicon.ts'
import { margin, type WordForms } from './word-forms.ts'

export const mostTagFeatures = 48

/** Writes the features of word i into `out` and gives their number. `classes` holds the tags of the words before it. */
export const tagFeatures = (
  words: WordForms,
  lexicon: Lexicon,
  classes: Uint8Array,
  { i, out }: { i: number; out: Int32Array },
): number => {
  const { form, lower, shape, suffixes, prefixes, entry } = words
  const { groups } = lexicon
  const w = i + margin
  const before = spread(i > 0 ? byteAt(classes, i - 1) : 254)
  const before2 = spread(i > 1 ? byteAt(classes, i - 2) : 253)
  const word = at(lower, w)
  const left = at(lower, w - 1)
  const right = at(lower, w + 1)
  const right2 = at(lower, w + 2)
  const own = spread(byteAt(groups, at(entry, w)))
  const nextGroup = spread(byteAt(groups, at(entry, w + 1)))
  const nextGroup2 = spread(byteAt(groups, at(entry, w + 2)))
  const suffix2 = at(suffixes, 4 * w + 1)
  const suffix3 = at(suffixes, 4 * w + 2)
  const form0 = at(shape, w)
  let n = 0
  out[n++] = one(1, at(form, w))
  out[n++] = one(2, word)
  out[n++] = one(3, at(suffixes, 4 * w))
  out[n++] = one(4, suffix2)
  out[n++] = one(5, suffix3)
  out[n++] = one(6, at(suffixes, 4 * w + 3))
  out[n++] = one(7, at(prefixes, 4 * w))
  out[n++] = one(8, at(prefixes, 4 * w + 1))
  out[n++] = one(9, at(prefixes, 4 * w + 2))
  out[n++] = one(10, form0)
  out[n++] = one(11, own)
  out[n++] = one(12, left)
  out[n++] = one(13, right)
  out[n++] = one(14, at(lower, w - 2))
  out[n++] = one(15, right2)
  out[n++] = one(16, nextGroup)
  out[n++] = two(17, nextGroup, nextGroup2)
  out[n++] = two(18, own, nextGroup)
  out[n++] = three(19, before, own, nextGroup)
  out[n++] = one(20, before)
  out[n++] = two(21, before, before2)
  out[n++] = two(22, before, word)
  out[n++] = three(23, before, before2, word)
  out[n++] = two(24, before, suffix3)
  out[n++] = two(25, before, right)
  out[n++] = two(26, before, nextGroup)
  out[n++] = two(27, left, word)
  out[n++] = two(28, word, right)
  out[n++] = two(29, at(shape, w - 1), form0)
  out[n++] = two(30, form0, at(shape, w + 1))
  out[n++] = one(31, at(suffixes, 4 * (w + 1) + 2))
  out[n++] = one(32, at(suffixes, 4 * (w - 1) + 2))
  out[n++] = two(33, suffix3, form0)
  out[n++] = two(34, suffix2, nextGroup)
  out[n++] = two(35, before, form0)
  out[n++] = three(36, before, before2, own)
  out[n++] = three(37, own, nextGroup, nextGroup2)
  out[n++] = two(38, spread(byteAt(groups, at(entry, w - 1))), nextGroup)
  return n
}
