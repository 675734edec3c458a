/**
 * Whether a toponym is a place here: the weighted sum of its signs, as a probability.
 *
 *   isPlaceShare(signs of "Nice" in "in Nice") -> 0.97
 */
import { placeWeights } from './place-weights.ts'
import type { Signs } from './toponym-signs.ts'

export const placeThreshold = 0.43

export const placeShare = (
  signs: Signs,
  weights: Readonly<Record<string, number>> = placeWeights,
): number => {
  let sum = 0
  for (const [name, value] of signs) sum += (weights[name] ?? 0) * value
  return 1 / (1 + Math.exp(-sum))
}
