/**
 * What each feature of a sentence is worth, and how the default summary is chosen. Written by
 * `npm run train:summary -- --write`; docs/summary.md says how the figures were chosen and what each of them brings.
 *
 * A weight is in ROUGE points / 100: what a summary gains when all its words have the feature at 1.
 */
import type { SummaryModel } from './summary-model.ts'

export const summaryModel: SummaryModel = {
  sentence: {
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
  },
  overlap: -0.05,
  adjacent: 0.001,
  count: 0,
  targetWords: 62,
  slackWords: 14,
  leadBonus: 0.01,
  firstBonus: 0.02,
  lengthCharge: 0.04,
}
