/**
 * Where a parse stands: the arc-hybrid system (Kuhlmann, Gómez-Rodríguez and Satta 2011) over one stretch of words.
 *
 *   shift: the next word goes on the stack
 *   left:  the next word becomes the head of the top of the stack, which leaves it
 *   right: the second of the stack becomes the head of the top, which leaves it
 *
 * Word n stands behind the last one and is the head of the root. A word is attached only when all below it is known, so
 * the borders of what it governs are final by then.
 */

export const shift = 0
export const left = 1
export const right = 2
export const moveCount = 3

/** One array cell a word; grown as needed, used again for every sentence. */
export interface ParserState {
  capacity: number
  /** Words of the stretch. */
  count: number
  /** The next word to be read; count is the root. */
  next: number
  depth: number
  stack: Int32Array
  heads: Int32Array
  labels: Uint8Array
  /** The outermost child of either side and the one attached before it; -1 for none. */
  leftChild: Int32Array
  leftChild2: Int32Array
  rightChild: Int32Array
  rightChild2: Int32Array
  leftCount: Int32Array
  rightCount: Int32Array
  /** A bit for every relation (modulo 31) among the children of either side. */
  leftLabels: Int32Array
  rightLabels: Int32Array
  /** What a word governs: words [firsts, ends). */
  firsts: Int32Array
  ends: Int32Array
}

const wordArrays = [
  'stack',
  'heads',
  'leftChild',
  'leftChild2',
  'rightChild',
  'rightChild2',
  'leftCount',
  'rightCount',
  'leftLabels',
  'rightLabels',
  'firsts',
  'ends',
] as const

export const emptyParserState = (): ParserState => {
  const none = new Int32Array(0)
  return {
    capacity: 0,
    count: 0,
    next: 0,
    depth: 0,
    stack: none,
    heads: none,
    labels: new Uint8Array(0),
    leftChild: none,
    leftChild2: none,
    rightChild: none,
    rightChild2: none,
    leftCount: none,
    rightCount: none,
    leftLabels: none,
    rightLabels: none,
    firsts: none,
    ends: none,
  }
}

export const startParse = (state: ParserState, count: number): void => {
  if (count + 1 > state.capacity) {
    state.capacity = Math.max(256, 2 * (count + 1))
    for (const name of wordArrays) state[name] = new Int32Array(state.capacity)
    state.labels = new Uint8Array(state.capacity)
  }
  state.count = count
  state.next = 0
  state.depth = 0
  for (const name of ['leftCount', 'rightCount', 'leftLabels', 'rightLabels'] as const) {
    state[name].fill(0, 0, count + 1)
  }
  for (const name of ['heads', 'leftChild', 'leftChild2', 'rightChild', 'rightChild2'] as const) {
    state[name].fill(-1, 0, count + 1)
  }
  for (let i = 0; i <= count; i++) {
    state.firsts[i] = i
    state.ends[i] = i + 1
  }
}

/** The word at a depth of the stack, 0 on top; -1 below its floor. */
export const stacked = (state: ParserState, below: number): number =>
  state.depth > below ? (state.stack[state.depth - 1 - below] ?? 0) : -1

export const isOver = (state: ParserState): boolean => state.next === state.count && state.depth === 0

/** Whether a move is possible. The root takes one word, the last left on the stack. */
export const isPossible = (state: ParserState, move: number): boolean => {
  if (move === shift) return state.next < state.count
  if (move === right) return state.depth > 1
  return state.depth > 0 && (state.next < state.count || state.depth === 1)
}

export const shiftWord = (state: ParserState): void => {
  state.stack[state.depth++] = state.next++
}

/** The head that a left or right move would give the top of the stack. */
export const headOfMove = (state: ParserState, move: number): number =>
  move === left ? state.next : stacked(state, 1)

/** Attaches the top of the stack by a left or right move. */
export const attach = (state: ParserState, move: number, label: number): void => {
  const word = stacked(state, 0)
  const head = headOfMove(state, move)
  state.depth--
  state.heads[word] = head
  state.labels[word] = label
  const bit = 1 << (label % 31)
  if (move === left) {
    state.leftChild2[head] = state.leftChild[head] ?? 0
    state.leftChild[head] = word
    state.leftCount[head] = (state.leftCount[head] ?? 0) + 1
    state.leftLabels[head] = (state.leftLabels[head] ?? 0) | bit
    state.firsts[head] = state.firsts[word] ?? 0
  } else {
    state.rightChild2[head] = state.rightChild[head] ?? 0
    state.rightChild[head] = word
    state.rightCount[head] = (state.rightCount[head] ?? 0) + 1
    state.rightLabels[head] = (state.rightLabels[head] ?? 0) | bit
    state.ends[head] = state.ends[word] ?? 0
  }
}
