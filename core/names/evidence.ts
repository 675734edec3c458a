/**
 * What the rest of the article says of a word: the document pass.
 *
 *   "Ash Carter spoke … Carter left"   the second Carter gets: elsewhere a person, and part of a longer person's name
 *
 * After a first pass every word that may be a name knows, over all its places, how likely it was each kind. A place
 * gets the mean over the other places, weighed by learned weights.
 */
import type { ArticleWords } from './article-words.ts'
import { type Chain, kinds, labelCount } from './chain.ts'

/** None and the kinds; then the kinds again, as part of a longer name. */
export const evidenceCount = 1 + 2 * kinds.length
/** One other place, two or three, more; a word alone in its run of capitals or beside others. */
const evidenceBuckets = 3 * 2
/** Evidence of a kind speaks for its own labels alone, begin and inside alike. */
export const evidenceWeightCount = evidenceBuckets * evidenceCount

/** The label, or first of two labels, that evidence e speaks for. */
export const labelOfEvidence = (e: number): number => (e === 0 ? 0 : 1 + 2 * ((e - 1) % kinds.length))

export interface Evidence {
  /** evidenceCount sums a word number. */
  sums: Float64Array
  counts: Int32Array
  /** evidenceCount values a token: what it gave to the sums. */
  own: Float64Array
}

export const makeEvidence = (): Evidence => ({
  sums: new Float64Array(0),
  counts: new Int32Array(0),
  own: new Float64Array(0),
})

export const clearEvidence = (evidence: Evidence, words: number, tokens: number): void => {
  if (evidence.counts.length < words) {
    evidence.sums = new Float64Array(words * 2 * evidenceCount)
    evidence.counts = new Int32Array(words * 2)
  }
  if (evidence.own.length < tokens * evidenceCount)
    evidence.own = new Float64Array(tokens * 2 * evidenceCount)
  evidence.sums.fill(0, 0, words * evidenceCount)
  evidence.counts.fill(0, 0, words)
}

/** Adds the token at place i of the summed chain, which is token `token` of the text, to the sums of its word. */
export const gatherEvidence = (
  evidence: Evidence,
  chain: Chain,
  i: number,
  count: number,
  token: number,
  word: number,
): void => {
  const own = token * evidenceCount
  const at = i * labelCount
  evidence.own[own] = (chain.forward[at] ?? 0) * (chain.backward[at] ?? 0)
  for (let k = 0; k < kinds.length; k++) {
    const b = at + 1 + 2 * k
    const begins = (chain.forward[b] ?? 0) * (chain.backward[b] ?? 0)
    const inside = (chain.forward[b + 1] ?? 0) * (chain.backward[b + 1] ?? 0)
    const next = b + labelCount + 1
    const goesOn = i + 1 < count ? (chain.forward[next] ?? 0) * (chain.backward[next] ?? 0) : 0
    evidence.own[own + 1 + k] = begins + inside
    evidence.own[own + 1 + kinds.length + k] = inside + Math.min(begins, goesOn)
  }
  evidence.counts[word] = (evidence.counts[word] ?? 0) + 1
  for (let e = 0; e < evidenceCount; e++) {
    evidence.sums[word * evidenceCount + e] =
      (evidence.sums[word * evidenceCount + e] ?? 0) + (evidence.own[own + e] ?? 0)
  }
}

/** The row of weights that applies to a token, or -1 for none. */
export const evidenceBucket = (
  evidence: Evidence,
  { number, capital }: ArticleWords,
  token: number,
): number => {
  const word = number[token] ?? 0
  if (word === 0 || capital[token] === 0) return -1
  const others = (evidence.counts[word] ?? 0) - 1
  if (others <= 0) return -1
  const isAlone = capital[token - 1] !== 1 && capital[token + 1] !== 1
  return (others === 1 ? 0 : others < 4 ? 1 : 2) * 2 + (isAlone ? 1 : 0)
}

/** Mean of evidence e over the other places of a token's word. */
export const elsewhere = (evidence: Evidence, { number }: ArticleWords, token: number, e: number): number => {
  const word = number[token] ?? 0
  const sum = (evidence.sums[word * evidenceCount + e] ?? 0) - (evidence.own[token * evidenceCount + e] ?? 0)
  return sum / ((evidence.counts[word] ?? 0) - 1)
}

const leastEvidence = 0.01

/** Adds to the scores of the tokens [first, end) what the other places of their words say. */
export const addEvidence = (
  pass: { readonly words: ArticleWords; readonly scores: Float64Array; readonly evidence: Evidence },
  weights: Float64Array,
  first: number,
  end: number,
): void => {
  const { words, scores, evidence } = pass
  for (let token = first; token < end; token++) {
    const bucket = evidenceBucket(evidence, words, token)
    if (bucket < 0) continue
    for (let e = 0; e < evidenceCount; e++) {
      const value = elsewhere(evidence, words, token, e)
      if (value < leastEvidence) continue
      const bonus = value * (weights[bucket * evidenceCount + e] ?? 0)
      const at = token * labelCount + labelOfEvidence(e)
      scores[at] = (scores[at] ?? 0) + bonus
      if (e > 0) scores[at + 1] = (scores[at + 1] ?? 0) + bonus
    }
  }
}
