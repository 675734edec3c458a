/**
 * What a finding is worth: of the findings with 0.8, about 80 in 100 are right on the visible set.
 *
 * A logistic sum over what is known of a finding: the rule that saw it, the rule that named its speaker, its kind, and
 * whether its verb is a weak one. The weights are fitted by bench/calibration.ts; no word of any text is among them.
 */
import type { Quote } from '../../content-schema/quote.ts'
import { bias, weights } from './confidence-weights.ts'

/** The parts of a rule's name: "weak-object-subject pronoun" -> weak, object-subject, pronoun. */
export const signsOf = (by: string, kind: Quote['kind']): readonly string[] => {
  const [rule = '', naming = 'nobody'] = by.split(' ')
  const bare = rule.replace(/^weak-/, '')
  return [
    `rule ${bare}`,
    `name ${naming}`,
    `kind ${kind}`,
    `${bare.split('-')[0]} ${kind}`,
    ...(bare === rule ? [] : ['weak']),
  ]
}

export const confidenceOf = (by: string, kind: Quote['kind']): number => {
  let sum = bias
  for (const sign of signsOf(by, kind)) sum += weights[sign] ?? 0
  return Math.round((100 * 1) / (1 + Math.exp(-sum))) / 100
}
