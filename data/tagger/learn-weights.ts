/**
 * Learns the weights of the conditional random field: stochastic gradient with AdaGrad, a sentence at a time.
 *
 * Where a source does not mark names of other kinds (isPartial), its "none" may be "none" or "other": the gradient is
 * taken towards the sum over both.
 */
import { type Chain, labelCount, makeChain, mayFollow, sumChain } from '../../core/names/chain.ts'
import { makeRandom, shuffle } from './random.ts'

/** Sentences of hashed features; token t has rows[firsts[t] .. firsts[t + 1]). */
export interface TrainingSet {
  readonly rows: Int32Array
  readonly firsts: Int32Array
  readonly labels: Uint8Array
  /** Sentence s has the tokens [starts[s], starts[s + 1]). */
  readonly starts: Int32Array
  readonly isPartial: Uint8Array
}

export interface Learned {
  /** labelCount weights a row. */
  readonly weights: Float32Array
  readonly transitions: Float64Array
}

export interface LearningOptions {
  readonly rowCount: number
  readonly epochs: number
  readonly rate: number
  readonly seed: number
  /** Rows to be left at nothing, e.g. pruned ones. */
  readonly isAllowed?: Uint8Array
  /** Begin from these weights. */
  readonly from?: Learned
  /** Where the sums of squared gradients begin; larger is slower. */
  readonly squares?: number
  readonly report?: (epoch: number, loss: number) => void
}

const smallestGradient = 1e-3 // a token that is as good as settled teaches nothing

export const learnWeights = (set: TrainingSet, options: LearningOptions): Learned => {
  const random = makeRandom(options.seed)
  const weights = options.from
    ? options.from.weights.slice()
    : new Float32Array(options.rowCount * labelCount)
  const squares = new Float32Array(weights.length).fill(options.squares ?? 1e-4)
  const transitions = options.from ? options.from.transitions.slice() : startTransitions()
  const transitionSquares = new Float64Array(transitions.length).fill(options.squares ?? 1e-4)
  const sum = new Float32Array(weights.length)
  const transitionSum = new Float64Array(transitions.length)
  const order = Int32Array.from({ length: set.starts.length - 1 }, (_, i) => i)
  const learner = new Learner(set, weights, squares, transitions, transitionSquares, options)
  const averagedFrom = Math.floor(options.epochs / 2)
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    let loss = 0
    for (const sentence of order) loss += learner.learn(sentence)
    options.report?.(epoch, loss / order.length)
    if (epoch < averagedFrom) continue
    const share = 1 / (options.epochs - averagedFrom)
    for (let i = 0; i < weights.length; i++) sum[i] = (sum[i] ?? 0) + share * (weights[i] ?? 0)
    for (let i = 0; i < transitions.length; i++) {
      transitionSum[i] = (transitionSum[i] ?? 0) + share * (transitions[i] ?? 0)
    }
  }
  return { weights: sum, transitions: transitionSum }
}

const startTransitions = (): Float64Array => {
  const transitions = new Float64Array(labelCount * labelCount)
  for (let from = 0; from < labelCount; from++) {
    for (let to = 0; to < labelCount; to++) {
      if (!mayFollow(from, to)) transitions[from * labelCount + to] = -Infinity
    }
  }
  return transitions
}

class Learner {
  private readonly gold: Chain = makeChain(1024)
  private readonly chain: Chain = makeChain(1024)
  private readonly gradient = new Float64Array(labelCount)
  private readonly transitionWeights = new Float64Array(labelCount * labelCount)
  private readonly set: TrainingSet
  private readonly weights: Float32Array
  private readonly squares: Float32Array
  private readonly transitions: Float64Array
  private readonly transitionSquares: Float64Array
  private readonly options: LearningOptions

  constructor(
    set: TrainingSet,
    weights: Float32Array,
    squares: Float32Array,
    transitions: Float64Array,
    transitionSquares: Float64Array,
    options: LearningOptions,
  ) {
    this.set = set
    this.weights = weights
    this.squares = squares
    this.transitions = transitions
    this.transitionSquares = transitionSquares
    this.options = options
  }

  /** One step on one sentence; returns its loss before the step. */
  learn(sentence: number): number {
    const { set, chain, transitions, transitionWeights } = this
    const first = set.starts[sentence] ?? 0
    const count = (set.starts[sentence + 1] ?? 0) - first
    if (count === 0 || count > chain.room) return 0
    for (let i = 0; i < transitions.length; i++) transitionWeights[i] = Math.exp(transitions[i] ?? 0)
    this.scoreSentence(first, count)
    this.maskGold(first, count, (set.isPartial[sentence] ?? 0) === 1)
    const goldSum = sumChain(this.gold, count, transitionWeights)
    const allSum = sumChain(chain, count, transitionWeights)
    this.stepTransitions(count)
    for (let i = 0; i < count; i++) this.stepToken(first + i, i * labelCount)
    return allSum - goldSum
  }

  private scoreSentence(first: number, count: number): void {
    const { set, chain, weights } = this
    chain.scores.fill(0, 0, count * labelCount)
    for (let i = 0; i < count; i++) {
      const at = i * labelCount
      const end = set.firsts[first + i + 1] ?? 0
      for (let f = set.firsts[first + i] ?? end; f < end; f++) {
        const row = (set.rows[f] ?? 0) * labelCount
        for (let y = 0; y < labelCount; y++)
          chain.scores[at + y] = (chain.scores[at + y] ?? 0) + (weights[row + y] ?? 0)
      }
    }
  }

  /** The gold chain: the same scores, barred where the label is another. */
  private maskGold(first: number, count: number, isPartial: boolean): void {
    const { set, chain, gold } = this
    for (let i = 0; i < count; i++) {
      const label = set.labels[first + i] ?? 0
      for (let y = 0; y < labelCount; y++) {
        const isRight = y === label || (isPartial && label === 0 && y >= labelCount - 2)
        gold.scores[i * labelCount + y] = isRight ? (chain.scores[i * labelCount + y] ?? 0) : -Infinity
      }
    }
  }

  private stepToken(token: number, at: number): void {
    const { set, chain, gold, gradient, weights, squares, options } = this
    let most = 0
    for (let y = 0; y < labelCount; y++) {
      const expected = (chain.forward[at + y] ?? 0) * (chain.backward[at + y] ?? 0)
      const observed = (gold.forward[at + y] ?? 0) * (gold.backward[at + y] ?? 0)
      const difference = expected - observed
      gradient[y] = difference
      most = Math.max(most, Math.abs(difference))
    }
    if (most < smallestGradient) return
    const end = set.firsts[token + 1] ?? 0
    for (let f = set.firsts[token] ?? end; f < end; f++) {
      const row = set.rows[f] ?? 0
      if (options.isAllowed && options.isAllowed[row] === 0) continue
      for (let y = 0; y < labelCount; y++) {
        const g = gradient[y] ?? 0
        const w = row * labelCount + y
        const square = (squares[w] ?? 0) + g * g
        squares[w] = square
        weights[w] = (weights[w] ?? 0) - (options.rate * g) / Math.sqrt(square)
      }
    }
  }

  private stepTransitions(count: number): void {
    const { chain, gold, transitions, transitionSquares, transitionWeights, options } = this
    for (let from = 0; from < labelCount; from++) {
      for (let to = 0; to < labelCount; to++) {
        const t = from * labelCount + to
        if (transitions[t] === -Infinity) continue
        let g = 0
        for (let i = 0; i < count; i++) g += pairShare(chain, i, from, to) - pairShare(gold, i, from, to)
        g *= transitionWeights[t] ?? 0
        const square = (transitionSquares[t] ?? 0) + g * g
        transitionSquares[t] = square
        transitions[t] = (transitions[t] ?? 0) - (options.rate * g) / Math.sqrt(square)
      }
    }
  }
}

/** Probability of the two labels at tokens i - 1 and i, without the weight of the transition. */
const pairShare = (chain: Chain, i: number, from: number, to: number): number => {
  const at = i * labelCount
  const before = i === 0 ? (from === 0 ? 1 : 0) : (chain.forward[at - labelCount + from] ?? 0)
  return before * (chain.scores[at + to] ?? 0) * (chain.backward[at + to] ?? 0) * (chain.scale[i] ?? 0)
}
