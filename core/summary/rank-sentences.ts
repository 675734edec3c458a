/**
 * The worth of each story sentence, with the parts it is made of, so that a page can show why one was chosen.
 */
import type { FeatureName, SentenceFeatures } from './sentence-features.ts'
import { featureNames } from './sentence-features.ts'
import { sentenceWeights } from './weights.ts'

export interface ScorePart {
  readonly name: FeatureName
  readonly value: number
}
export interface RankedSentence {
  readonly score: number
  /** What each feature contributes; they add up to the score. Largest first, without zeros. */
  readonly parts: readonly ScorePart[]
}

export const rankSentence = (features: SentenceFeatures): RankedSentence => {
  const parts: ScorePart[] = []
  let score = 0
  for (const name of featureNames) {
    const value = features[name] * sentenceWeights[name]
    if (value === 0) continue
    score += value
    parts.push({ name, value })
  }
  return { score, parts: parts.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)) }
}
