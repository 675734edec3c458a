/**
 * What the parser looks at: the top of the stack (s0, s1, s2), the next words (b0, b1, b2), their outermost children,
 * how far apart they stand and what marks stand between. After Zhang and Nivre 2011.
 * The trainer and the run time both call this, so they cannot drift. One list a function, as long as it is.
 */
import { at, byteAt, one, spread, three, two } from './hashes.ts'
import type { Lexicon } from './lexicon.ts'
import { type ParserState, stacked } from './parser-state.ts'
import { margin, type WordForms } from './word-forms.ts'

export const mostParseFeatures = 112

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
  const S0g = spread(byteAt(lexicon.groups, at(entry, s0 + margin)))
  const S1g = spread(byteAt(lexicon.groups, at(entry, s1 + margin)))
  const B0g = spread(byteAt(lexicon.groups, at(entry, b0 + margin)))
  const S0lL = spread(labelOf(state, s0l))
  const S0rL = spread(labelOf(state, s0r))
  const S1lL = spread(labelOf(state, s1l))
  const S1rL = spread(labelOf(state, s1r))
  const B0lL = spread(labelOf(state, b0l))
  const S0set = s0 < 0 ? 7 : spread(at(state.leftLabels, s0)) + at(state.rightLabels, s0)
  const S1set = s1 < 0 ? 7 : spread(at(state.leftLabels, s1)) + at(state.rightLabels, s1)
  const B0set = spread(at(state.leftLabels, b0))
  const dist = spread(distanceOf(s0, b0))
  const dist1 = spread(distanceOf(s1, s0))
  const marks = spread(marksBetween(words, s0, b0))
  const marks1 = spread(marksBetween(words, s1, s0))

  let n = 0
  // single words
  out[n++] = one(101, S0w)
  out[n++] = one(102, S0t)
  out[n++] = two(103, S0w, S0t)
  out[n++] = one(104, S1w)
  out[n++] = one(105, S1t)
  out[n++] = two(106, S1w, S1t)
  out[n++] = one(107, B0w)
  out[n++] = one(108, B0t)
  out[n++] = two(109, B0w, B0t)
  out[n++] = two(110, B1w, B1t)
  out[n++] = one(111, B1t)
  out[n++] = one(112, at(lower, b2))
  out[n++] = two(113, S2t, at(lower, s2 + margin))
  // pairs
  out[n++] = three(114, S0w, S0t, B0w + B0t)
  out[n++] = three(115, S0w, S0t, B0t)
  out[n++] = three(116, S0t, B0t, B0w)
  out[n++] = two(117, S0w, B0w)
  out[n++] = two(118, S0t, B0t)
  out[n++] = two(119, B0t, B1t)
  out[n++] = two(120, S0t, B1t)
  out[n++] = two(121, S1t, S0t)
  out[n++] = two(122, S1w, S0w)
  out[n++] = three(123, S1t, S0t, S0w)
  out[n++] = three(124, S1t, S1w, S0t)
  out[n++] = two(125, S1t, B0t)
  out[n++] = three(126, S1w, S1t, B0t)
  out[n++] = two(127, S1w, B0w)
  // three tags
  out[n++] = three(128, S0t, B0t, B1t)
  out[n++] = three(129, S1t, S0t, B0t)
  out[n++] = three(130, S2t, S1t, S0t)
  out[n++] = three(131, B0t, B1t, B2t)
  out[n++] = three(132, S0t, S0rt, B0t)
  out[n++] = three(133, S0t, S0lt, B0t)
  out[n++] = three(134, S0t, B0t, B0lt)
  out[n++] = three(135, S1t, S1rt, S0t)
  out[n++] = three(136, S1t, S1lt, S0t)
  out[n++] = three(137, S1t, S0t, S0lt)
  out[n++] = three(138, S1t, S0t, S0rt)
  out[n++] = three(139, S0w, B0t, B1t)
  out[n++] = three(140, S0t, B0w, B1t)
  out[n++] = three(141, S0t, B0t, B1w)
  out[n++] = three(142, S1w, S0t, B0t)
  out[n++] = three(143, S1t, S0w, B0t)
  out[n++] = three(144, S1t, S0t, B0w)
  out[n++] = three(145, S1t, S0t + Math.imul(B0t, 31), B1t)
  out[n++] = three(146, S1t + Math.imul(S2t, 31), S0t, B0t)
  // children
  out[n++] = two(147, S0t, S0lL)
  out[n++] = two(148, S0t, S0rL)
  out[n++] = two(149, B0t, B0lL)
  out[n++] = two(150, S1t, S1rL)
  out[n++] = two(151, S1t, S1lL)
  out[n++] = three(152, S0w, S0rL, B0t)
  out[n++] = two(153, S0w, S0lL)
  out[n++] = two(154, B0w, B0lL)
  out[n++] = two(155, S1w, S1rL)
  out[n++] = two(156, S0w, at(lower, s0l + margin))
  out[n++] = two(157, S0w, at(lower, s0r + margin))
  out[n++] = two(158, B0w, at(lower, b0l + margin))
  out[n++] = three(159, S0t, spread(labelOf(state, s0r2)), S0rL)
  out[n++] = three(160, S0t, spread(labelOf(state, s0l2)), S0lL)
  out[n++] = three(161, B0t, spread(labelOf(state, b0l2)), B0lL)
  out[n++] = three(162, S1t, spread(labelOf(state, s1r2)), S1rL)
  out[n++] = three(163, S0t, S0set, B0t)
  out[n++] = three(164, S1t, S1set, S0t)
  out[n++] = two(165, B0t, B0set)
  out[n++] = three(166, S0w, S0set, B0t)
  out[n++] = three(167, S1t, S1set, B0t)
  out[n++] = three(168, S0t + B0t, S0set, B0set)
  // how far, and past what
  out[n++] = two(169, S0t, dist)
  out[n++] = two(170, B0t, dist)
  out[n++] = three(171, S0t, B0t, dist)
  out[n++] = three(172, S1t, S0t, dist1)
  out[n++] = three(173, S0w, B0t, dist)
  out[n++] = three(174, S0t, B0t, marks)
  out[n++] = three(175, S1t, S0t, marks1)
  out[n++] = three(176, S0w, B0t, marks)
  out[n++] = three(177, S1w, S0t, marks1)
  out[n++] = three(178, S1t + Math.imul(S0t, 31), B0t, marks)
  out[n++] = three(
    179,
    S0t,
    spread(at(state.leftCount, Math.max(0, s0))),
    spread(at(state.rightCount, Math.max(0, s0))),
  )
  out[n++] = three(180, B0t, S0t, spread(at(state.leftCount, b0)))
  out[n++] = three(181, S1t, S0t, spread(at(state.rightCount, Math.max(0, s1))))
  // words tagged alike elsewhere: a hedge against a wrong tag
  out[n++] = three(182, S0g, B0g, B0t)
  out[n++] = three(183, S1g, S0g, S0t)
  out[n++] = three(184, S0g, S0t, B0t)
  out[n++] = three(185, S0t, B0g, B0t)
  out[n++] = three(186, S1g, S0t, B0t)
  out[n++] = two(187, S0t, spread(Math.min(state.depth, 4)))
  return n
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
  const Wg = spread(byteAt(lexicon.groups, at(entry, w)))
  const Hg = spread(byteAt(lexicon.groups, at(entry, h)))
  const direction = spread(side)
  const far = spread(side * 8 + (side === 1 ? distanceOf(word, head) : distanceOf(head, word)))
  const wl = childOf(state.leftChild, word)
  const wl2 = childOf(state.leftChild2, word)
  const wr = childOf(state.rightChild, word)
  const inner = side === 1 ? at(state.leftChild, head) : at(state.rightChild, head)
  const inside = at(state.leftLabels, word)
  const beside = spread(at(state.leftLabels, head)) + at(state.rightLabels, head)
  const marks = spread(side === 1 ? marksBetween(words, word, head) : marksBetween(words, head, word))
  const firstInside = at(state.firsts, word) + margin
  let n = 0
  out[n++] = two(201, Wt, direction)
  out[n++] = two(202, Ht, direction)
  out[n++] = two(203, Ww, direction)
  out[n++] = two(204, Hw, direction)
  out[n++] = three(205, Ht, Wt, direction)
  out[n++] = three(206, Hw, Wt, direction)
  out[n++] = three(207, Ht, Ww, direction)
  out[n++] = three(208, Hw, Ww, direction)
  out[n++] = three(209, Ht, Wt, far)
  out[n++] = three(210, Ht + direction, Wt, marks)
  out[n++] = three(211, Wt + direction, Ht, spread(inside))
  out[n++] = three(212, Wt, spread(inside), spread(at(state.rightLabels, word)))
  out[n++] = three(213, Ht + direction, Wt, beside)
  out[n++] = three(214, Hw + direction, Wt, beside)
  out[n++] = three(215, Ht + direction, Wt, spread(labelOf(state, inner)))
  out[n++] = three(216, Ht + direction, Wt, at(lower, wl + margin))
  out[n++] = three(217, Ht + direction, Wt, at(tags, wl + margin))
  out[n++] = three(218, Wt, spread(labelOf(state, wl)), at(lower, wl + margin))
  out[n++] = three(219, Hw + direction, Wt, at(lower, wl + margin))
  out[n++] = three(220, Ht + direction, Wt, at(tags, wr + margin))
  out[n++] = three(221, Ht + direction, Wt, at(lower, wl2 + margin))
  out[n++] = three(222, Wt + direction, at(tags, w - 1), at(tags, w + 1))
  out[n++] = three(223, Ht + direction, Wt, at(tags, w - 1))
  out[n++] = three(224, Ht + direction, Wt, at(tags, w + 1))
  out[n++] = three(225, Ht + direction, Wt, at(lower, w - 1))
  out[n++] = three(226, Ht + direction, Wt, at(lower, w + 1))
  out[n++] = three(227, Ht + direction, Wt, at(lower, h - 1))
  out[n++] = three(228, Ht + direction, Wt, at(lower, h + 1))
  out[n++] = three(229, Ht + direction, Wt, at(tags, h + 1))
  out[n++] = three(230, Ht + direction, Wt, at(suffixes, 4 * w + 2))
  out[n++] = three(231, Ht + direction, Wg, Hg)
  out[n++] = three(232, Wt + direction, Wg, Ht)
  out[n++] = three(233, Wt + direction, Hg, Ht)
  out[n++] = three(234, Ht + direction, Wt, at(lower, firstInside))
  out[n++] = three(235, Hw + direction, Wt, at(lower, firstInside))
  out[n++] = three(236, Wt + direction, at(tags, firstInside), spread(at(state.leftLabels, word)))
  out[n++] = three(237, Wt + direction, Ht, spread(stackedTag(view, head, word)))
  return n
}

/** The tag of what stands below on the stack, where the word and its head leave one there. */
const stackedTag = ({ tags, state }: ParseView, head: number, word: number): number => {
  const below = stacked(state, 0) === word ? 1 : 0
  const other = stacked(state, below) === head ? stacked(state, below + 1) : stacked(state, below)
  return at(tags, other + margin)
}
