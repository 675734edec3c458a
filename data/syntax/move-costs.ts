/**
 * The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many right arcs each move puts out of reach.
 */
import { left, type ParserState, right, shift, stacked } from '../../core/syntax/parser-state.ts'

/** Writes the cost of every move; impossible ones are for the caller to leave out. */
export const moveCosts = (state: ParserState, heads: Int32Array, costs: Int32Array): void => {
  const { next, count, depth, stack } = state
  const top = stacked(state, 0)
  const second = stacked(state, 1)
  const topHead = heads[top] ?? -1
  let dependentsAhead = 0 // of the top, behind the next word
  for (let i = next + 1; i < count; i++) if (heads[i] === top) dependentsAhead++
  const nextIsDependent = heads[next] === top ? 1 : 0
  const headIsAhead = topHead > next ? 1 : 0
  costs[left] = dependentsAhead + nextIsDependent + headIsAhead + (depth > 1 && topHead === second ? 1 : 0)
  costs[right] = dependentsAhead + nextIsDependent + headIsAhead + (topHead === next ? 1 : 0)
  let cost = 0
  for (let k = 0; k < depth; k++) {
    const word = stack[k] ?? -1
    if (heads[word] === next) cost++
    if (heads[next] === word && k < depth - 1) cost++
  }
  costs[shift] = cost
}
