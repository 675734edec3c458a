/**
 * Every name in the text, and whether it is a person's, an organisation's, a place's or another's.
 *
 *   "Jordan joined Chelsea in Amman" -> person Jordan, organisation Chelsea, place Amman
 *
 * A linear-chain conditional random field over hashed features, trained by data/train-tagger.ts.
 */
import type { Reading } from '../text/reading.ts'
import { bestPath, type Chain, kinds, labelCount, makeChain, spanProbability, sumChain } from './chain.ts'
import { type FeatureTable, findFeatures } from './features.ts'
import { indexOf } from './key-set.ts'
import type { Tagger } from './tagger.ts'
import { nameStart } from './titles.ts'

/** A tagged name: text.slice(start, end), tokens [firstToken, endToken); score in 0..1. */
export interface NameSpan {
  readonly start: number
  readonly end: number
  readonly firstToken: number
  readonly endToken: number
  readonly kind: 'person' | 'organisation' | 'place' | 'other'
  /** The model's probability that exactly this stretch is a name of this kind. */
  readonly score: number
}

let chain: Chain = makeChain(256)

/** Every name in the text, in order, without overlaps. */
export const tagNames = (reading: Reading, tagger: Tagger): readonly NameSpan[] => {
  const spans: NameSpan[] = []
  const features = findFeatures(reading, tagger.lexicon)
  for (const { firstToken, endToken } of reading.sentences) {
    const count = endToken - firstToken
    if (count > chain.room) chain = makeChain(count * 2)
    scoreTokens(features, tagger, firstToken, count)
    bestPath(chain, count, tagger.transitions)
    if (chain.path.subarray(0, count).every(label => label === 0)) continue
    sumChain(chain, count, tagger.transitionWeights)
    collectSpans(reading, tagger, firstToken, count, spans)
  }
  return spans
}

/** Adds up the weights of every token's rows into chain.scores. */
const scoreTokens = ({ rows, firsts }: FeatureTable, tagger: Tagger, first: number, count: number): void => {
  const { scores } = chain
  const { weights, scale } = tagger
  scores.fill(0, 0, count * labelCount)
  for (let i = 0; i < count; i++) {
    const at = i * labelCount
    const end = firsts[first + i + 1] ?? 0
    for (let f = firsts[first + i] ?? end; f < end; f++) {
      const row = indexOf(tagger.rows, rows[f] ?? 0) * labelCount
      if (row < 0) continue
      for (let y = 0; y < labelCount; y++) scores[at + y] = (scores[at + y] ?? 0) + (weights[row + y] ?? 0)
    }
    for (let y = 0; y < labelCount; y++) scores[at + y] = (scores[at + y] ?? 0) * scale
  }
}

const collectSpans = (
  reading: Reading,
  tagger: Tagger,
  firstToken: number,
  count: number,
  spans: NameSpan[],
): void => {
  const { tokens } = reading
  let i = 0
  while (i < count) {
    const label = chain.path[i] ?? 0
    if (label === 0) {
      i++
      continue
    }
    let end = i + 1
    while (end < count && chain.path[end] === label + 1) end++
    const kind = kinds[(label - 1) >> 1] ?? 'other'
    const first = kind === 'person' ? nameStart(reading, firstToken + i, firstToken + end) : firstToken + i
    spans.push({
      start: tokens.starts[first] ?? 0,
      end: tokens.ends[firstToken + end - 1] ?? 0,
      firstToken: first,
      endToken: firstToken + end,
      kind,
      score: spanProbability(chain, [i, end, count], label, tagger.transitionWeights),
    })
    i = end
  }
}
