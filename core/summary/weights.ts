/**
 * What each feature of a sentence is worth, and how the default summary is chosen. Written by
 * `npm run train:summary -- --write`; docs/summary.md says how the figures were chosen and what each of them brings.
 *
 * A weight is in ROUGE points / 100: what a summary gains when all its words have the feature at 1.
 */
import type { SummaryModel } from './summary-model.ts'

export const summaryModel: SummaryModel = {
  sentence: {
    position: 0.0541,
    depth: -0.0589,
    introduces: 0.0377,
    central: 0.108,
    repeats: 0.0813,
    numbers: 0.051,
    dates: 0.0094,
    personal: -0.0394,
    length: -0.0975,
    brief: -0.0596,
    headline: 0.02,
    people: 0,
    places: 0,
  },
  overlap: -0.0453,
  adjacent: 0.000612,
  count: 0.000578,
  targetWords: 62,
  slackWords: 14,
  leadBonus: 0.014,
  lengthCharge: 0.03,
}
