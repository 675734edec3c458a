/**
 * What a finding is worth: of the findings with 0.8, about 80 in 100 are right on the visible set.
 *
 * A logistic sum over what is known of a finding (finding-signs.ts). The weights are fitted by bench/calibration.ts; no
 * word of any text is among them.
 */
import { bias, weights } from './confidence-weights.ts'
import { type Finding, signsOf } from './finding-signs.ts'

/** A map: looking up a sign that was just put together costs an object's property more. */
const weightOf: ReadonlyMap<string, number> = new Map(Object.entries(weights))

export const confidenceOf = (text: string, finding: Finding): number => {
  let sum = bias
  for (const sign of signsOf(text, finding)) sum += weightOf.get(sign) ?? 0
  return Math.round(100 / (1 + Math.exp(-sum))) / 100
}
