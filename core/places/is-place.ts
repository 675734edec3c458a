/**
 * Whether a toponym is a place here: the weighted sum of its signs, as a probability.
 *
 *   shareOfSum(placeSum(signs of "Nice" in "in Nice")) -> 0.97
 */
import { placeWeights } from './place-weights.ts'
import type { Signs } from './toponym-signs.ts'

export const placeThreshold = 0.43

/** The weighted sum of the signs from number `from` on, added to what those before it gave. */
export const placeSum = (
  signs: Signs,
  weights: Readonly<Record<string, number>> = placeWeights,
  from = 0,
  before = 0,
): number => {
  let sum = before
  let i = 0
  for (const [name, value] of signs) if (i++ >= from) sum += (weights[name] ?? 0) * value
  return sum
}

export const shareOfSum = (sum: number): number => 1 / (1 + Math.exp(-sum))
