/**
 * Every name in the text, and whether it is a person's, an organisation's, a place's or another's.
 *
 *   "Jordan joined Chelsea in Amman" -> person Jordan, organisation Chelsea, place Amman
 *
 * A linear-chain conditional random field over hashed features, trained by data/train-tagger.ts; a second pass lets
 * every word see how its other places in the article were read. Not done: names within names.
 */
import type { Reading } from '../text/reading.ts'
import { bestPath, type Chain, kindProbability, kinds, spanProbability, sumChain } from './chain.ts'
import { addEvidence } from './evidence.ts'
import { fillChain, readFirstPass } from './first-pass.ts'
import type { Tagger } from './tagger.ts'
import { nameStart } from './titles.ts'

/** A tagged name: text.slice(start, end), tokens [firstToken, endToken). */
export interface NameSpan {
  readonly start: number
  readonly end: number
  readonly firstToken: number
  readonly endToken: number
  readonly kind: 'person' | 'organisation' | 'place' | 'other'
  /** The model's probability that exactly this stretch is a name of this kind, 0..1. */
  readonly score: number
  /** How likely it is that there is a name of this kind at all, wherever exactly it begins and ends, 0..1. */
  readonly kindScore: number
}

/** Every name in the text, in order, without overlaps. */
export const tagNames = (reading: Reading, tagger: Tagger): readonly NameSpan[] => {
  const pass = readFirstPass(reading, tagger)
  const { chain, stretches } = pass
  const spans: NameSpan[] = []
  for (let s = 0; s < pass.count; s++) {
    const first = stretches[s * 2] ?? 0
    const length = (stretches[s * 2 + 1] ?? 0) - first
    addEvidence(pass, tagger.evidence, first, first + length)
    fillChain(pass, first, length)
    bestPath(chain, length, tagger.transitions)
    if (isAllNone(chain, length)) continue
    sumChain(chain, length, tagger.transitionWeights)
    collectSpans(reading, tagger, chain, first, length, spans)
  }
  return spans
}

const isAllNone = ({ path }: Chain, length: number): boolean => {
  for (let i = 0; i < length; i++) if (path[i] !== 0) return false
  return true
}

const collectSpans = (
  reading: Reading,
  tagger: Tagger,
  chain: Chain,
  first: number,
  length: number,
  spans: NameSpan[],
): void => {
  let i = 0
  while (i < length) {
    const label = chain.path[i] ?? 0
    if (label === 0) {
      i++
      continue
    }
    let end = i + 1
    while (end < length && chain.path[end] === label + 1) end++
    const score = spanProbability(chain, [i, end, length], label, tagger.transitionWeights)
    const kindScore = kindProbability(chain, i, end, label)
    const kind = kinds[(label - 1) >> 1] ?? 'other'
    spans.push(toSpan(reading, first + i, first + end, kind, score, kindScore))
    i = end
  }
}

const toSpan = (
  reading: Reading,
  begin: number,
  endToken: number,
  kind: NameSpan['kind'],
  score: number,
  kindScore: number,
): NameSpan => {
  const firstToken = kind === 'person' ? nameStart(reading, begin, endToken) : begin
  return {
    start: reading.tokens.starts[firstToken] ?? 0,
    end: reading.tokens.ends[endToken - 1] ?? 0,
    firstToken,
    endToken,
    kind,
    score,
    kindScore,
  }
}
