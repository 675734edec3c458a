/**
 * The weights of the two decisions: is it a place, and which one. Written by data/fit-place-weights.ts.
 */

/** Signs for the choice among the places of one name, in the order of their weights. */
export const choiceSigns = [
  'population',
  'isLargest',
  'isOtherName',
  'isDemonymOrCode',
  'isCountry',
  'isRegion',
  'isCounty',
  'isSeat',
  'isSmallSeat',
  'isSection',
  'isFeature',
  'isContained',
  'isNotContained',
  'hintedCountry',
  'hintedArea',
  'countryShare',
  'countryMass',
  'areaShare',
  'areaMass',
  'countryNamed',
  'areaNamed',
  'countyNamed',
  'countyMass',
  'near',
  'far',
] as const

export const choiceWeights: readonly number[] = [
  1.2, 0.3, -1.5, 0, 2, 1, -1, 0.5, 0.2, -1, 0, 6, -3, 1, 2, 2, 0.5, 1, 0.5, 0.5, 1.5, 2, 0.5, 2, 2,
]

/** Signs for being a place at all. */
export const placeWeights: Readonly<Record<string, number>> = {
  always: -1,
  'tagged place': 2,
  'sure place': 2,
  'tagged person': -2,
  'sure person': -2,
  isDemonym: 3,
  'firstOf organisation': 1,
  'firstOf place': 1,
  'after place preposition': 1.5,
}
