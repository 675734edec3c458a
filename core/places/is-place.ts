/**
 * Whether a toponym is a place here: the weighted sum of its signs, as a probability.
 *
 *   shareOfSum(placeSum(signs of "Nice" in "in Nice")) -> 0.97
 */
import { placeWeights } from './place-weights.ts'
import { NumberedWeights, type Signs } from './signs.ts'

export const placeThreshold = 0.43

const usualWeights = new NumberedWeights(placeWeights)

/** The weighted sum of the signs from number `from` on, added to what those before it gave. */
export const placeSum = (
  signs: Signs,
  weights: NumberedWeights = usualWeights,
  from = 0,
  before = 0,
): number => signs.weigh(weights, from, before)

export const shareOfSum = (sum: number): number => 1 / (1 + Math.exp(-sum))
