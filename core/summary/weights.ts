/**
 * What each feature of a sentence is worth, and how the default summary is chosen. Written by
 * `npm run train:summary -- --write`; docs/summary.md says how the figures were chosen and what each of them brings.
 *
 * A weight is in ROUGE points / 100: what a summary gains when all its words have the feature at 1.
 */
import type { SummaryModel } from './summary-model.ts'

export const summaryModel: SummaryModel = {
  sentence: {
    position: 0.0691,
    depth: -0.0363,
    introduces: 0.0344,
    central: 0.0999,
    repeats: 0.0724,
    numbers: 0.025,
    dates: 0.00693,
    personal: -0.035,
    length: -0.106,
    brief: -0.0634,
    headline: 0.02,
    people: 0,
    places: 0,
  },
  overlap: -0.0385,
  targetWords: 62,
  slackWords: 14,
  leadBonus: 0.015,
  lengthCharge: 0.04,
}
