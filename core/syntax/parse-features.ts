/**
 * What the parser looks at: the top of the stack (s0, s1, s2), the next words (b0, b1, b2), their outermost children,
 * how far apart they stand and what marks stand between. After Zhang and Nivre 2011.
 * The trainer and the run time both call this, so they cannot drift.
 */
import { spread, spreadSmall } from './hashes.ts'
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
  const commas = (words.commas[to + margin] ?? 0) - (words.commas[from + margin] ?? 0)
  const quotes = (words.quotes[to + margin] ?? 0) - (words.quotes[from + margin] ?? 0)
  return 1 + Math.min(commas, 2) + 3 * Math.min(quotes, 2)
}

const childOf = (children: Int32Array, word: number): number => (word < 0 ? -1 : (children[word] ?? 0))
const labelOf = (state: ParserState, word: number): number => (word < 0 ? 99 : (state.labels[word] ?? 0))

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

  const S0w = lower[s0 + margin] ?? 0
  const S1w = lower[s1 + margin] ?? 0
  const B0w = lower[b0 + margin] ?? 0
  const B1w = lower[b1] ?? 0
  const S0t = tags[s0 + margin] ?? 0
  const S1t = tags[s1 + margin] ?? 0
  const S2t = tags[s2 + margin] ?? 0
  const B0t = tags[b0 + margin] ?? 0
  const B1t = tags[b1] ?? 0
  const B2t = tags[b2] ?? 0
  const S0lt = tags[s0l + margin] ?? 0
  const S0rt = tags[s0r + margin] ?? 0
  const S1lt = tags[s1l + margin] ?? 0
  const S1rt = tags[s1r + margin] ?? 0
  const B0lt = tags[b0l + margin] ?? 0
  const S0g = spreadSmall(lexicon.groups[entry[s0 + margin] ?? 0] ?? 0)
  const S1g = spreadSmall(lexicon.groups[entry[s1 + margin] ?? 0] ?? 0)
  const B0g = spreadSmall(lexicon.groups[entry[b0 + margin] ?? 0] ?? 0)
  const S0lL = spreadSmall(labelOf(state, s0l))
  const S0rL = spreadSmall(labelOf(state, s0r))
  const S1lL = spreadSmall(labelOf(state, s1l))
  const S1rL = spreadSmall(labelOf(state, s1r))
  const B0lL = spreadSmall(labelOf(state, b0l))
  const S0set = s0 < 0 ? 7 : spread(state.leftLabels[s0] ?? 0) + (state.rightLabels[s0] ?? 0)
  const S1set = s1 < 0 ? 7 : spread(state.leftLabels[s1] ?? 0) + (state.rightLabels[s1] ?? 0)
  const B0set = spread(state.leftLabels[b0] ?? 0)
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
  values[v++] = lower[b2] ?? 0
  values[v++] = S2t
  values[v++] = lower[s2 + margin] ?? 0
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
  values[v++] = lower[s0l + margin] ?? 0
  values[v++] = lower[s0r + margin] ?? 0
  values[v++] = lower[b0l + margin] ?? 0
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
  values[v++] = spread(state.leftCount[Math.max(0, s0)] ?? 0)
  values[v++] = spread(state.rightCount[Math.max(0, s0)] ?? 0)
  values[v++] = spread(state.leftCount[b0] ?? 0)
  values[v++] = spread(state.rightCount[Math.max(0, s1)] ?? 0)
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
  const Hw = lower[h] ?? 0
  const Ht = tags[h] ?? 0
  const Ww = lower[w] ?? 0
  const Wt = tags[w] ?? 0
  const Wg = spreadSmall(lexicon.groups[entry[w] ?? 0] ?? 0)
  const Hg = spreadSmall(lexicon.groups[entry[h] ?? 0] ?? 0)
  const direction = spreadSmall(side)
  const far = spreadSmall(side * 8 + (side === 1 ? distanceOf(word, head) : distanceOf(head, word)))
  const wl = childOf(state.leftChild, word)
  const wl2 = childOf(state.leftChild2, word)
  const wr = childOf(state.rightChild, word)
  const inner = side === 1 ? (state.leftChild[head] ?? 0) : (state.rightChild[head] ?? 0)
  const inside = state.leftLabels[word] ?? 0
  const beside = spread(state.leftLabels[head] ?? 0) + (state.rightLabels[head] ?? 0)
  const marks = spreadSmall(side === 1 ? marksBetween(words, word, head) : marksBetween(words, head, word))
  const firstInside = (state.firsts[word] ?? 0) + margin
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
  values[v++] = spread(state.rightLabels[word] ?? 0)
  values[v++] = beside
  values[v++] = Hw + direction
  values[v++] = spreadSmall(labelOf(state, inner))
  values[v++] = lower[wl + margin] ?? 0
  values[v++] = tags[wl + margin] ?? 0
  values[v++] = spreadSmall(labelOf(state, wl))
  values[v++] = tags[wr + margin] ?? 0
  values[v++] = lower[wl2 + margin] ?? 0
  values[v++] = tags[w - 1] ?? 0
  values[v++] = tags[w + 1] ?? 0
  values[v++] = lower[w - 1] ?? 0
  values[v++] = lower[w + 1] ?? 0
  values[v++] = lower[h - 1] ?? 0
  values[v++] = lower[h + 1] ?? 0
  values[v++] = tags[h + 1] ?? 0
  values[v++] = suffixes[4 * w + 2] ?? 0
  values[v++] = Wg
  values[v++] = Hg
  values[v++] = lower[firstInside] ?? 0
  values[v++] = tags[firstInside] ?? 0
  values[v++] = spread(stackedTag(view, head, word))
  return hashTemplates(labelTemplates, values, out)
}

/** The tag of what stands below on the stack, where the word and its head leave one there. */
const stackedTag = ({ tags, state }: ParseView, head: number, word: number): number => {
  const below = stacked(state, 0) === word ? 1 : 0
  const other = stacked(state, below) === head ? stacked(state, below + 1) : stacked(state, below)
  return tags[other + margin] ?? 0
}
