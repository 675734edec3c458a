/**
 * The first pass of the tagger over an article: every token's scores, the stretches that may hold names, and what each
 * word was taken for at all its places.
 *
 *   "The mayor said that [Ana Ruiz would] leave."   one stretch, with the settled word behind it
 *
 * A word is settled where no name can begin or go on; the chain of labels is cut there: most of a text is.
 * One set of arrays, reused by the next article.
 */
import type { Reading } from '../text/reading.ts'
import { type ArticleWords, readWords } from './article-words.ts'
import { type Chain, kinds, labelCount, makeChain, sumChain } from './chain.ts'
import { clearEvidence, type Evidence, gatherEvidence, makeEvidence } from './evidence.ts'
import { findOwnFeatures } from './features.ts'
import { addRows, findRows, makeFoundRows, pairedSums, writeScores } from './row-weights.ts'
import { readShared, sumShared } from './shared-sums.ts'
import type { Tagger } from './tagger.ts'

export interface FirstPass {
  words: ArticleWords
  /** labelCount scores a token. */
  scores: Float64Array
  /** Stretch s has the tokens [stretches[2 s], stretches[2 s + 1]). */
  stretches: Int32Array
  count: number
  evidence: Evidence
  /** Room for the longest stretch. */
  chain: Chain
}

/** The lead of "none" over every name, as a logarithm: e^-4, less than one word in fifty. */
const settled = 4
let pass: FirstPass | null = null

export const readFirstPass = (reading: Reading, tagger: Tagger): FirstPass => {
  const words = readWords(reading, tagger.lexicon)
  pass ??= {
    words,
    scores: new Float64Array(0),
    stretches: new Int32Array(0),
    count: 0,
    evidence: makeEvidence(),
    chain: makeChain(256),
  }
  pass.words = words
  pass.count = 0
  const tokens = reading.tokens.count
  if (pass.scores.length < tokens * labelCount) pass.scores = new Float64Array(tokens * 2 * labelCount)
  if (pass.stretches.length < tokens + 2) pass.stretches = new Int32Array(tokens * 2 + 2)
  scoreSentences(pass, reading, tagger)
  clearEvidence(pass.evidence, words.count + 1, tokens)
  for (let s = 0; s < pass.count; s++) gatherStretch(pass, tagger, s)
  return pass
}

const scoreSentences = (into: FirstPass, reading: Reading, tagger: Tagger): void => {
  const shared = sumShared(tagger, into.words, reading.sentences, reading.tokens.count)
  for (const sentence of reading.sentences) {
    const { firstToken, endToken } = sentence
    const features = findOwnFeatures(reading, sentence, into.words)
    findRows(found, tagger.weights, tagger.rows, features, endToken - firstToken)
    let begin = -1
    carried.fill(-Infinity)
    for (let i = firstToken; i < endToken; i++) {
      readShared(shared, i, firstToken, endToken, sums)
      addRows(tagger.weights, found, i - firstToken, sums, 0)
      writeScores(sums, tagger.scale, into.scores, i * labelCount)
      const isSettled = carry(into.scores, i) < -settled
      if (begin < 0 && !isSettled) begin = i
      if (begin < 0 || (!isSettled && i + 1 < endToken)) continue
      into.stretches[into.count * 2] = begin
      into.stretches[into.count * 2 + 1] = i + 1
      if (i + 1 - begin > into.chain.room) into.chain = makeChain((i + 1 - begin) * 2)
      into.count++
      begin = -1
      carried.fill(-Infinity)
    }
  }
}

/** By how much the best name of each kind that holds the token leads "none", begun here or carried on. */
const carried = new Float64Array(kinds.length)

const carry = (scores: Float64Array, token: number): number => {
  const at = token * labelCount
  const none = scores[at] ?? 0
  let most = -Infinity
  for (let k = 0; k < kinds.length; k++) {
    const begun = (scores[at + 1 + 2 * k] ?? 0) - none
    const goesOn = (carried[k] ?? 0) + (scores[at + 2 + 2 * k] ?? 0) - none
    const lead = Math.max(begun, goesOn)
    carried[k] = lead
    most = Math.max(most, lead)
  }
  return most
}

const found = makeFoundRows()
const sums = new Int32Array(pairedSums)

const gatherStretch = (into: FirstPass, tagger: Tagger, s: number): void => {
  const first = into.stretches[s * 2] ?? 0
  const length = (into.stretches[s * 2 + 1] ?? 0) - first
  if (!isAnyRepeated(into.words, first, first + length)) return
  fillChain(into, first, length)
  sumChain(into.chain, length, tagger.transitionWeights)
  for (let i = 0; i < length; i++) {
    const word = into.words.number[first + i] ?? 0
    if (word === 0 || into.words.capital[first + i] === 0) continue
    gatherEvidence(into.evidence, into.chain, i, length, first + i, word)
  }
}

/** Whether a word of the stretch may stand in a name elsewhere, too; others have nothing to tell. */
const isAnyRepeated = ({ number, capital, places }: ArticleWords, first: number, end: number): boolean => {
  for (let i = first; i < end; i++) {
    if (capital[i] === 1 && (places[number[i] ?? 0] ?? 0) > 1) return true
  }
  return false
}

/** The scores of a stretch, copied into the chain. */
export const fillChain = ({ chain, scores }: FirstPass, first: number, length: number): void => {
  for (let i = 0; i < length * labelCount; i++) chain.scores[i] = scores[first * labelCount + i] ?? 0
}
