/**
 * What each feature of a sentence is worth. Written by `npm run train:summary -- --write`; docs/summary.md says how they
 * were chosen and what each of them brings.
 *
 * The worth is in ROUGE points / 100 that a summary of the wanted length gains when all its words have the feature at 1.
 */
import type { FeatureName } from './sentence-features.ts'

export const sentenceWeights: Readonly<Record<FeatureName, number>> = {
  position: 0.06,
  depth: -0.03,
  introduces: 0.02,
  central: 0.05,
  repeats: 0.01,
  numbers: 0.02,
  dates: 0.005,
  personal: -0.03,
  length: -0.05,
  brief: -0.06,
  headline: 0,
  people: 0,
  places: 0,
}

/** What a pair of chosen sentences adds or takes. */
export const pairWeights = {
  /** For each content word that both hold, in targetWords / 4. */
  overlap: -0.05,
  /** For one that follows the other in the article. */
  adjacent: 0.001,
} as const

/** How a summary of the default length is chosen. */
export const choiceConstants = {
  targetWords: 62,
  slackWords: 14,
  leadBonus: 0.01,
  firstBonus: 0.02,
  lengthCharge: 0.04,
  countWorth: 0,
} as const
