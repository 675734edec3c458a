/**
 * What the parser always does: moves and relations that the tags alone settle, so that no features are looked up.
 *
 *   the | old ← bridge      a determiner on the stack before a noun is always shifted upon or taken left
 *
 * Learned from the parser's own choices over the training text; about half of all choices are such habits.
 */
import { at, byteAt } from './hashes.ts'
import { type ParserState, stacked } from './parser-state.ts'

export interface Habits {
  /** One more than the classes of the tagger and the two borders: the base of the keys. */
  readonly base: number
  /** Open hash table; a cell is (key × 4 + move) + 1, or 0. */
  readonly moves: Int32Array
  /** By `labelKey`: the relation, or `noHabit`. */
  readonly labels: Uint8Array
}

export const noHabit = 255
const farthest = 3

export const baseOf = (classes: number): number => classes + 3

/** The class of a word; one of its own on either side of the text. */
const classAt = (classes: Uint8Array, word: number, state: ParserState, base: number): number =>
  word < 0 ? base - 3 : word >= state.count ? base - 2 : byteAt(classes, word)

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

/** The move that the tags alone settle, or -1. */
export const habitualMove = (habits: Habits, state: ParserState, classes: Uint8Array): number => {
  const short = shortKey(state, classes, habits.base)
  const found = lookUp(habits.moves, short)
  return found >= 0 ? found : lookUp(habits.moves, longKey(short, state, classes, habits.base))
}

const slotOf = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 12) & mask

const lookUp = (cells: Int32Array, key: number): number => {
  const mask = cells.length - 1
  let slot = slotOf(key, mask)
  for (;;) {
    const cell = at(cells, slot)
    if (cell === 0) return -1
    if ((cell - 1) >>> 2 === key) return (cell - 1) & 3
    slot = (slot + 1) & mask
  }
}

/** The relation that the tags alone settle, or `noHabit`. */
export const habitualLabel = (habits: Habits, arc: Arc, state: ParserState, classes: Uint8Array): number =>
  habits.labels[labelKey(arc, state, classes, habits.base)] ?? noHabit

const emptiest = 0.4 // of the cells taken: most looks find nothing and should see it at once

export const buildHabits = (
  classes: number,
  moves: ReadonlyMap<number, number>,
  labels: ReadonlyMap<number, number>,
): Habits => {
  const base = baseOf(classes)
  let cells = 16
  while (cells * emptiest < moves.size) cells *= 2
  const table = new Int32Array(cells)
  for (const [key, move] of moves) {
    let slot = slotOf(key, cells - 1)
    while (table[slot] !== 0) slot = (slot + 1) & (cells - 1)
    table[slot] = key * 4 + move + 1
  }
  const byPair = new Uint8Array(base * base * 3 * (farthest + 1)).fill(noHabit)
  for (const [key, label] of labels) byPair[key] = label
  return { base, moves: table, labels: byPair }
}
