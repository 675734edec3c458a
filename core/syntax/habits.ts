/**
 * What the tagger and the parser always do: tags, moves and relations that a few looks settle, so that no features are
 * looked up.
 *
 *   the | old ← bridge      a determiner on the stack before a noun is always shifted upon or taken left
 *   to | work | with        a word that is a noun or a verb, behind "to" and before a preposition, is always a verb
 *
 * Learned from their own choices over the training text; about half of all choices are such habits.
 */
import { two } from './hashes.ts'
import type { Lexicon } from './lexicon.ts'
import { type ParserState, stacked } from './parser-state.ts'
import { margin, type WordForms } from './word-forms.ts'

export interface Habits {
  /** One more than the classes of the tagger and the two borders: the base of the keys. */
  readonly base: number
  /** Tables of `tableOf`, by `tagKey`, by `shortKey` and `longKey`, and by `caseKey`. */
  readonly tags: Int32Array
  readonly moves: Int32Array
  readonly caseLabels: Int32Array
  /** By `labelKey`: the relation, or `noHabit`. */
  readonly labels: Uint8Array
}

export const noHabit = 255
const farthest = 3

export const baseOf = (classes: number): number => classes + 3

/** The class of a word; one of its own on either side of the text. */
const classAt = (classes: Uint8Array, word: number, state: ParserState, base: number): number =>
  word < 0 ? base - 3 : word >= state.count ? base - 2 : (classes[word] ?? 0)

/** The group of a word, whether it begins in small letters, the tag before and the group behind; -1 for a word without a group. */
export const tagKey = (
  { entry, form, lower }: WordForms,
  { groups }: Lexicon,
  classes: Uint8Array,
  { i, base }: { i: number; base: number },
): number => {
  const w = i + margin
  const group = groups[entry[w] ?? 0] ?? 0
  if (group === 0) return -1
  const before = i > 0 ? (classes[i - 1] ?? 0) : base - 3
  const isSmall = (form[w] ?? 0) === (lower[w] ?? 0) ? 1 : 0
  return ((group * 2 + isSmall) * base + before) * mostGroups + (groups[entry[w + 1] ?? 0] ?? 0)
}
const mostGroups = 256

/** The two uppermost words of the stack and the next word. */
export const shortKey = (state: ParserState, classes: Uint8Array, base: number): number => {
  const second = classAt(classes, stacked(state, 1), state, base)
  const top = classAt(classes, stacked(state, 0), state, base)
  const next = classAt(classes, state.next, state, base)
  return ((second * base + top) * base + next) * base + base - 1
}

/** The same, and the word after the next. */
export const longKey = (short: number, state: ParserState, classes: Uint8Array, base: number): number =>
  short - base + 1 + classAt(classes, state.next + 1, state, base)

export interface Arc {
  readonly head: number
  readonly word: number
  readonly move: number
}

export const labelKey = (
  { head, word, move }: Arc,
  state: ParserState,
  classes: Uint8Array,
  base: number,
): number => {
  const pair = classAt(classes, head, state, base) * base + classAt(classes, word, state, base)
  return (pair * 3 + move) * (farthest + 1) + Math.min(farthest, Math.abs(head - word))
}

/** The same, and the outermost word that hangs on the left of the word: mostly its preposition or its article. */
export const caseKey = (key: number, word: number, state: ParserState, lower: Int32Array): number => {
  const child = state.leftChild[word] ?? 0
  return two(0, key, child < 0 ? 0 : (lower[child + margin] ?? 0)) >>> (32 - keyBits)
}
const keyBits = 24 // a table holds some hundred keys, so that another's is hardly ever met

/** The class that the group of a word and its neighbours settle, or -1. */
export const habitualTag = (
  { tags, base }: Habits,
  words: WordForms,
  lexicon: Lexicon,
  classes: Uint8Array,
  i: number,
): number => {
  const key = tagKey(words, lexicon, classes, { i, base })
  return key < 0 ? -1 : choiceAt(tags, key, tagBits)
}

/** The move that the tags alone settle, or -1. */
export const habitualMove = (habits: Habits, state: ParserState, classes: Uint8Array): number => {
  const short = shortKey(state, classes, habits.base)
  const found = choiceAt(habits.moves, short, moveBits)
  return found >= 0 ? found : choiceAt(habits.moves, longKey(short, state, classes, habits.base), moveBits)
}

/** The relation that the tags settle, or they and one word more; -1 where they do not. */
export const habitualLabel = (
  { labels, caseLabels, base }: Habits,
  arc: Arc,
  state: ParserState,
  { classes, words }: { classes: Uint8Array; words: WordForms },
): number => {
  const key = labelKey(arc, state, classes, base)
  const found = labels[key] ?? 0
  return found !== noHabit
    ? found
    : choiceAt(caseLabels, caseKey(key, arc.word, state, words.lower), labelBits)
}

const slotOf = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 12) & mask

/** Bits of a cell that hold what follows; the key stands above them. */
export const tagBits = 7
export const moveBits = 2
export const labelBits = 6

/** Open hash tables: a cell is the key and, in its lowest bits, what follows from it, plus one; or 0. */
export const choiceAt = (cells: Int32Array, key: number, bits: number): number => {
  const mask = cells.length - 1
  let slot = slotOf(key, mask)
  for (;;) {
    const cell = cells[slot] ?? 0
    if (cell === 0) return -1
    if ((cell - 1) >>> bits === key) return (cell - 1) & ((1 << bits) - 1)
    slot = (slot + 1) & mask
  }
}

const emptiest = 0.4 // of the cells taken: most looks find nothing and should see it at once

/** A table of choices by their keys. */
export const tableOf = (choices: ReadonlyMap<number, number>, bits: number): Int32Array => {
  let cells = 16
  while (cells * emptiest < choices.size) cells *= 2
  const mask = cells - 1
  const table = new Int32Array(cells)
  for (const [key, choice] of choices) {
    let slot = slotOf(key, mask)
    while (table[slot] !== 0) slot = (slot + 1) & mask
    table[slot] = key * (1 << bits) + choice + 1
  }
  return table
}

/** Relations by `labelKey`. */
export const pairTableOf = (classes: number, labels: ReadonlyMap<number, number>): Uint8Array => {
  const base = baseOf(classes)
  const byPair = new Uint8Array(base * base * 3 * (farthest + 1)).fill(noHabit)
  for (const [key, label] of labels) byPair[key] = label
  return byPair
}
