/**
 * What the parser looks at: the top of the stack (s0, s1, s2), the next words (b0, b1, b2), their outermost children,
 * how far apart they stand and what marks stand between. After Zhang and Nivre 2011.
 * The trainer and the run time both call this, so they cannot drift.
 */
import { at, byteAt, spread, spreadSmall } from './hashes.ts'
import type { Lexicon } from './lexicon.ts'
import { labelTemplates, moveTemplates } from './parse-templates.ts'
import { type ParserState, stacked } from './parser-state.ts'
import { hashTemplates } from './templates.ts'
import { margin, type WordForms } from './word-forms.ts'

export const mostParseFeatures = 112
const values = new Int32Array(64)

/** What stays the same while one stretch is parsed. */
export interface ParseView {
  readonly words: WordForms
  readonly lexicon: Lexicon
  /** The class of word i, spread, at [i + margin]; a class of its own beyond the ends. */
  readonly tags: Int32Array
  readonly state: ParserState
}

const distanceOf = (from: number, to: number): number => {
  if (from < 0 || to < 0) return 0
  const distance = to - from
  if (distance < 5) return distance
  return distance < 7 ? 5 : distance < 11 ? 6 : 7
}

/** Up to two commas and two quotation marks between two words, as one small number. */
const marksBetween = (words: WordForms, from: number, to: number): number => {
  if (from < 0 || to < 0) return 0
  const commas = at(words.commas, to + margin) - at(words.commas, from + margin)
  const quotes = at(words.quotes, to + margin) - at(words.quotes, from + margin)
  return 1 + Math.min(commas, 2) + 3 * Math.min(quotes, 2)
}

const childOf = (children: Int32Array, word: number): number => (word < 0 ? -1 : at(children, word))
const labelOf = (state: ParserState, word: number): number => (word < 0 ? 99 : byteAt(state.labels, word))

export const moveFeatures = (view: ParseView, out: Int32Array): number => {
  const { words, tags, state, lexicon } = view
  const { lower, entry } = words
  const s0 = stacked(state, 0)
  const s1 = stacked(state, 1)
  const s2 = stacked(state, 2)
  const b0 = state.next
  const beyond = state.count + margin
  const b1 = Math.min(b0 + 1 + margin, beyond + 1)
  const b2 = Math.min(b0 + 2 + margin, beyond + 2)
  const s0l = childOf(state.leftChild, s0)
  const s0l2 = childOf(state.leftChild2, s0)
  const s0r = childOf(state.rightChild, s0)
  const s0r2 = childOf(state.rightChild2, s0)
  const s1l = childOf(state.leftChild, s1)
  const s1r = childOf(state.rightChild, s1)
  const s1r2 = childOf(state.rightChild2, s1)
  const b0l = childOf(state.leftChild, b0)
  const b0l2 = childOf(state.leftChild2, b0)

  const S0w = at(lower, s0 + margin)
  const S1w = at(lower, s1 + margin)
  const B0w = at(lower, b0 + margin)
  const B1w = at(lower, b1)
  const S0t = at(tags, s0 + margin)
  const S1t = at(tags, s1 + margin)
  const S2t = at(tags, s2 + margin)
  const B0t = at(tags, b0 + margin)
  const B1t = at(tags, b1)
  const B2t = at(tags, b2)
  const S0lt = at(tags, s0l + margin)
  const S0rt = at(tags, s0r + margin)
  const S1lt = at(tags, s1l + margin)
  const S1rt = at(tags, s1r + margin)
  const B0lt = at(tags, b0l + margin)
  const S0g = spreadSmall(byteAt(lexicon.groups, at(entry, s0 + margin)))
  const S1g = spreadSmall(byteAt(lexicon.groups, at(entry, s1 + margin)))
  const B0g = spreadSmall(byteAt(lexicon.groups, at(entry, b0 + margin)))
  const S0lL = spreadSmall(labelOf(state, s0l))
  const S0rL = spreadSmall(labelOf(state, s0r))
  const S1lL = spreadSmall(labelOf(state, s1l))
  const S1rL = spreadSmall(labelOf(state, s1r))
  const B0lL = spreadSmall(labelOf(state, b0l))
  const S0set = s0 < 0 ? 7 : spread(at(state.leftLabels, s0)) + at(state.rightLabels, s0)
  const S1set = s1 < 0 ? 7 : spread(at(state.leftLabels, s1)) + at(state.rightLabels, s1)
  const B0set = spread(at(state.leftLabels, b0))
  const dist = spreadSmall(distanceOf(s0, b0))
  const dist1 = spreadSmall(distanceOf(s1, s0))
  const marks = spreadSmall(marksBetween(words, s0, b0))
  const marks1 = spreadSmall(marksBetween(words, s1, s0))

  let v = 0
  values[v++] = S0w
  values[v++] = S0t
  values[v++] = S1w
  values[v++] = S1t
  values[v++] = B0w
  values[v++] = B0t
  values[v++] = B1w
  values[v++] = B1t
  values[v++] = at(lower, b2)
  values[v++] = S2t
  values[v++] = at(lower, s2 + margin)
  values[v++] = B0w + B0t
  values[v++] = B2t
  values[v++] = S0rt
  values[v++] = S0lt
  values[v++] = B0lt
  values[v++] = S1rt
  values[v++] = S1lt
  values[v++] = S0t + Math.imul(B0t, 31)
  values[v++] = S1t + Math.imul(S2t, 31)
  values[v++] = S0lL
  values[v++] = S0rL
  values[v++] = B0lL
  values[v++] = S1rL
  values[v++] = S1lL
  values[v++] = at(lower, s0l + margin)
  values[v++] = at(lower, s0r + margin)
  values[v++] = at(lower, b0l + margin)
  values[v++] = spreadSmall(labelOf(state, s0r2))
  values[v++] = spreadSmall(labelOf(state, s0l2))
  values[v++] = spreadSmall(labelOf(state, b0l2))
  values[v++] = spreadSmall(labelOf(state, s1r2))
  values[v++] = S0set
  values[v++] = S1set
  values[v++] = B0set
  values[v++] = S0t + B0t
  values[v++] = dist
  values[v++] = dist1
  values[v++] = marks
  values[v++] = marks1
  values[v++] = S1t + Math.imul(S0t, 31)
  values[v++] = spread(at(state.leftCount, Math.max(0, s0)))
  values[v++] = spread(at(state.rightCount, Math.max(0, s0)))
  values[v++] = spread(at(state.leftCount, b0))
  values[v++] = spread(at(state.rightCount, Math.max(0, s1)))
  values[v++] = S0g
  values[v++] = B0g
  values[v++] = S1g
  values[v++] = spreadSmall(Math.min(state.depth, 4))
  return hashTemplates(moveTemplates, values, out)
}

/** What tells the relation of a word to its head, both with all or most of their children. */
export const labelFeatures = (
  view: ParseView,
  { head, word }: { head: number; word: number },
  out: Int32Array,
): number => {
  const { words, tags, state, lexicon } = view
  const { lower, entry, suffixes } = words
  const h = head + margin
  const w = word + margin
  const side = head > word ? 1 : 2
  const Hw = at(lower, h)
  const Ht = at(tags, h)
  const Ww = at(lower, w)
  const Wt = at(tags, w)
  const Wg = spreadSmall(byteAt(lexicon.groups, at(entry, w)))
  const Hg = spreadSmall(byteAt(lexicon.groups, at(entry, h)))
  const direction = spreadSmall(side)
  const far = spreadSmall(side * 8 + (side === 1 ? distanceOf(word, head) : distanceOf(head, word)))
  const wl = childOf(state.leftChild, word)
  const wl2 = childOf(state.leftChild2, word)
  const wr = childOf(state.rightChild, word)
  const inner = side === 1 ? at(state.leftChild, head) : at(state.rightChild, head)
  const inside = at(state.leftLabels, word)
  const beside = spread(at(state.leftLabels, head)) + at(state.rightLabels, head)
  const marks = spreadSmall(side === 1 ? marksBetween(words, word, head) : marksBetween(words, head, word))
  const firstInside = at(state.firsts, word) + margin
  let v = 0
  values[v++] = Wt
  values[v++] = direction
  values[v++] = Ht
  values[v++] = Ww
  values[v++] = Hw
  values[v++] = far
  values[v++] = Ht + direction
  values[v++] = marks
  values[v++] = Wt + direction
  values[v++] = spread(inside)
  values[v++] = spread(at(state.rightLabels, word))
  values[v++] = beside
  values[v++] = Hw + direction
  values[v++] = spreadSmall(labelOf(state, inner))
  values[v++] = at(lower, wl + margin)
  values[v++] = at(tags, wl + margin)
  values[v++] = spreadSmall(labelOf(state, wl))
  values[v++] = at(tags, wr + margin)
  values[v++] = at(lower, wl2 + margin)
  values[v++] = at(tags, w - 1)
  values[v++] = at(tags, w + 1)
  values[v++] = at(lower, w - 1)
  values[v++] = at(lower, w + 1)
  values[v++] = at(lower, h - 1)
  values[v++] = at(lower, h + 1)
  values[v++] = at(tags, h + 1)
  values[v++] = at(suffixes, 4 * w + 2)
  values[v++] = Wg
  values[v++] = Hg
  values[v++] = at(lower, firstInside)
  values[v++] = at(tags, firstInside)
  values[v++] = spread(stackedTag(view, head, word))
  return hashTemplates(labelTemplates, values, out)
}

/** The tag of what stands below on the stack, where the word and its head leave one there. */
const stackedTag = ({ tags, state }: ParseView, head: number, word: number): number => {
  const below = stacked(state, 0) === word ? 1 : 0
  const other = stacked(state, below) === head ? stacked(state, below + 1) : stacked(state, below)
  return at(tags, other + margin)
}
