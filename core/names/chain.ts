/**
 * The chain of labels over a sentence: best path, and how sure each stretch of it is.
 *
 *   O | B-person I-person | O: label 0 is none, then a begin and an inside label a kind
 *
 * A conditional random field's forward and backward sums in probability space, scaled a token at a time. The trainer
 * uses the same sums. An inside label only follows its own kind; before the first token stands "none".
 */
export const kinds = ['person', 'organisation', 'place', 'other'] as const
export const labelCount = 1 + 2 * kinds.length

/** Whether label `to` may follow label `from`. */
export const mayFollow = (from: number, to: number): boolean =>
  to === 0 || to % 2 === 1 || from === to || from === to - 1

/** The labels that may stand before: any before none and begin labels, the two of its kind before an inside label. */
const isAfterAny = (to: number): boolean => to === 0 || to % 2 === 1
const firstBefore = Uint8Array.from({ length: labelCount }, (_, to) => (isAfterAny(to) ? 0 : to - 1))
const lastBefore = Uint8Array.from({ length: labelCount }, (_, to) => (isAfterAny(to) ? labelCount - 1 : to))

/** Working arrays for sentences of up to `room` tokens. */
export interface Chain {
  room: number
  /** Scores in, a token's labels side by side; exponentials after `sumChain`. */
  scores: Float64Array
  forward: Float64Array
  backward: Float64Array
  /** One over the sum that each token was scaled by. */
  scale: Float64Array
  path: Uint8Array
  back: Uint8Array
}

export const makeChain = (room: number): Chain => ({
  room,
  scores: new Float64Array(room * labelCount),
  forward: new Float64Array(room * labelCount),
  backward: new Float64Array(room * labelCount),
  scale: new Float64Array(room),
  path: new Uint8Array(room),
  back: new Uint8Array(room * labelCount),
})

/** The path of greatest score into chain.path. Transitions are scores, [from * labelCount + to], -Infinity where barred. */
export const bestPath = (chain: Chain, count: number, transitions: Float64Array): void => {
  const { scores, forward, back, path } = chain
  for (let to = 0; to < labelCount; to++) forward[to] = (scores[to] ?? 0) + (transitions[to] ?? 0)
  for (let i = 1; i < count; i++) {
    const at = i * labelCount
    for (let to = 0; to < labelCount; to++) {
      let best = -Infinity
      let bestFrom = 0
      const lastFrom = lastBefore[to] ?? 0
      for (let from = firstBefore[to] ?? 0; from <= lastFrom; from++) {
        const score = (forward[at - labelCount + from] ?? 0) + (transitions[from * labelCount + to] ?? 0)
        if (score > best) {
          best = score
          bestFrom = from
        }
      }
      forward[at + to] = best + (scores[at + to] ?? 0)
      back[at + to] = bestFrom
    }
  }
  let label = 0
  const last = (count - 1) * labelCount
  for (let to = 1; to < labelCount; to++)
    if ((forward[last + to] ?? 0) > (forward[last + label] ?? 0)) label = to
  for (let i = count - 1; i >= 0; i--) {
    path[i] = label
    label = back[i * labelCount + label] ?? 0
  }
}

/**
 * Forward and backward sums. `weights` are the exponentials of the transitions. Scores become exponentials in place.
 * Returns the logarithm of the sum over all paths.
 */
export const sumChain = (chain: Chain, count: number, weights: Float64Array): number => {
  let logSum = exponentials(chain, count)
  const { scores, forward, backward, scale } = chain
  for (let i = 0; i < count; i++) {
    const at = i * labelCount
    let sum = 0
    for (let to = 0; to < labelCount; to++) {
      let total = 0
      if (i === 0) total = weights[to] ?? 0
      else {
        const lastFrom = lastBefore[to] ?? 0
        for (let from = firstBefore[to] ?? 0; from <= lastFrom; from++) {
          total += (forward[at - labelCount + from] ?? 0) * (weights[from * labelCount + to] ?? 0)
        }
      }
      total *= scores[at + to] ?? 0
      forward[at + to] = total
      sum += total
    }
    const inverse = 1 / sum
    scale[i] = inverse
    logSum += Math.log(sum)
    for (let to = 0; to < labelCount; to++) forward[at + to] = (forward[at + to] ?? 0) * inverse
  }
  backward.fill(1, (count - 1) * labelCount, count * labelCount)
  for (let i = count - 2; i >= 0; i--) {
    const at = i * labelCount
    const inverse = scale[i + 1] ?? 0
    const next = at + labelCount
    for (let y = 0; y < labelCount; y++)
      ahead[y] = (scores[next + y] ?? 0) * (backward[next + y] ?? 0) * inverse
    for (let from = 0; from < labelCount; from++) {
      const row = from * labelCount
      let total = (weights[row] ?? 0) * (ahead[0] ?? 0)
      for (let to = 1; to < labelCount; to += 2) total += (weights[row + to] ?? 0) * (ahead[to] ?? 0)
      if (from > 0) {
        const inside = from + (from % 2)
        total += (weights[row + inside] ?? 0) * (ahead[inside] ?? 0)
      }
      backward[at + from] = total
    }
  }
  return logSum
}

/** What lies ahead of a token, a label each. */
const ahead = new Float64Array(labelCount)

/** Scores become exponentials relative to the greatest of their token; returns the sum of the greatest. */
const exponentials = ({ scores }: Chain, count: number): number => {
  let total = 0
  for (let i = 0; i < count; i++) {
    const at = i * labelCount
    let most = -Infinity
    for (let y = 0; y < labelCount; y++) most = Math.max(most, scores[at + y] ?? 0)
    for (let y = 0; y < labelCount; y++) scores[at + y] = Math.exp((scores[at + y] ?? 0) - most)
    total += most
  }
  return total
}

/** How likely it is that exactly the tokens [first, end) are one name of the kind whose begin label is given. */
export const spanProbability = (
  chain: Chain,
  [first, end, count]: readonly [first: number, end: number, count: number],
  begin: number,
  weights: Float64Array,
): number => {
  const inside = begin + 1
  let product = chain.forward[first * labelCount + begin] ?? 0
  let label = begin
  for (let i = first + 1; i < end; i++) {
    product *=
      (weights[label * labelCount + inside] ?? 0) *
      (chain.scores[i * labelCount + inside] ?? 0) *
      (chain.scale[i] ?? 0)
    label = inside
  }
  if (end === count) return Math.min(1, product)
  let rest = 0
  for (let to = 0; to < labelCount; to++) {
    if (to === inside) continue
    rest +=
      (weights[label * labelCount + to] ?? 0) *
      (chain.scores[end * labelCount + to] ?? 0) *
      (chain.backward[end * labelCount + to] ?? 0)
  }
  return Math.min(1, product * rest * (chain.scale[end] ?? 0))
}

/** How likely the surest of the tokens [first, end) is to be in a name of the kind whose begin label is given. */
export const kindProbability = (chain: Chain, first: number, end: number, begin: number): number => {
  let most = 0
  for (let i = first; i < end; i++) {
    const at = i * labelCount + begin
    const share =
      (chain.forward[at] ?? 0) * (chain.backward[at] ?? 0) +
      (chain.forward[at + 1] ?? 0) * (chain.backward[at + 1] ?? 0)
    most = Math.max(most, share)
  }
  return Math.min(1, most)
}
