/**
 * A model of summaries: weights that can be read, and the constants of the choice.
 */
import type { FeatureName, SentenceFeatures } from './sentence-features.ts'
import { featureNames } from './sentence-features.ts'

export interface SummaryModel {
  readonly sentence: Readonly<Record<FeatureName, number>>
  /** For each content word that two chosen sentences share, over a quarter of targetWords. */
  readonly overlap: number
  readonly targetWords: number
  /** How far from targetWords a summary may be. */
  readonly slackWords: number
  /** What another subset must be better by to replace the lead. */
  readonly leadBonus: number
  /** What 20 words too many or too few cost. */
  readonly lengthCharge: number
}

export interface ScorePart {
  readonly name: FeatureName
  readonly value: number
}
export interface RankedSentence {
  readonly score: number
  /** What each feature contributes; they add up to the score. Largest first, without zeros. */
  readonly parts: readonly ScorePart[]
}

/** The worth of a sentence alone: the same sum, in the same order. */
export const scoreSentence = (features: SentenceFeatures, model: SummaryModel): number => {
  let score = 0
  for (const name of featureNames) score += features[name] * model.sentence[name]
  return score
}

/** The worth of a sentence, with the parts it is made of, so that a page can show why it was chosen. */
export const rankSentence = (features: SentenceFeatures, model: SummaryModel): RankedSentence => {
  const parts: ScorePart[] = []
  let score = 0
  for (const name of featureNames) {
    const value = features[name] * model.sentence[name]
    if (value === 0) continue
    score += value
    parts.push({ name, value })
  }
  return { score, parts: parts.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)) }
}
