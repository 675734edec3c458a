/**
 * What a finding is worth: of the findings with 0.8, about 80 in 100 are right on the visible set.
 *
 * A logistic sum over what is known of a finding (finding-signs.ts). The weights are fitted by bench/calibration.ts; no
 * word of any text is among them.
 */
import { bias, weights } from './confidence-weights.ts'
import { type Finding, signsOf } from './finding-signs.ts'

export const confidenceOf = (text: string, finding: Finding): number => {
  let sum = bias
  for (const sign of signsOf(text, finding)) sum += weights[sign] ?? 0
  return Math.round(100 / (1 + Math.exp(-sum))) / 100
}
