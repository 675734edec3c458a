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
  1.46, // population
  -0.22, // isLargest
  -1.7, // isOtherName
  0.11, // isDemonymOrCode
  1.8, // isCountry
  0.33, // isRegion
  -0.36, // isCounty
  0.84, // isSeat
  0.7, // isSmallSeat
  -0.23, // isSection
  0, // isFeature
  1.32, // isContained
  -1.32, // isNotContained
  1.8, // hintedCountry
  1.42, // hintedArea
  1.75, // countryShare
  0.51, // countryMass
  0.93, // areaShare
  0.6, // areaMass
  -0.18, // countryNamed
  0.27, // areaNamed
  0.42, // countyNamed
  0.46, // countyMass
  0.81, // near
  1.53, // far
]

/** Signs for being a place at all. */
export const placeWeights: Readonly<Record<string, number>> = {
  'after by': 0.01,
  'after for': 0.26,
  'after of': 0.23,
  'after place preposition': 0.48,
  'after with': -0.51,
  afterCapital: -0.23,
  afterDash: 0.16,
  afterDirection: 0.22,
  afterFirstName: -0.51,
  afterHyphen: 1.01,
  afterPlaceAndComma: 1.18,
  'afterPrepositionIn organisation': -0.5,
  'afterPrepositionIn other': 0.85,
  'afterPrepositionIn person': 2.35,
  'afterPrepositionIn place': 0.38,
  afterThe: 0.29,
  afterTitle: -1.41,
  always: -0.88,
  beforeCapital: -0.34,
  beforeCapitals: 0.49,
  beforeCommaAndPlace: 1.23,
  beforeEvent: -1.16,
  beforeGeographic: 0.87,
  beforeGeographicNoun: 1.59,
  beforeHyphen: -0.18,
  beforeMedia: -1.58,
  beforeNumber: -1.25,
  beforeOffice: 0.14,
  beforeSchool: -0.59,
  beforeSpeechVerb: -1.16,
  beforeSport: -0.49,
  beginsSentence: 0.23,
  'by gazetteer': 0.49,
  'by road': -0.1,
  'by tagger': -1.12,
  'crosses organisation': -0.22,
  'crosses person': 0.59,
  'crosses place': 0.13,
  elsewhereOrganisation: -0.13,
  elsewherePerson: -0.88,
  elsewherePlace: 0.72,
  'firstOf organisation': -0.1,
  'firstOf other': 0.1,
  'firstOf person': -1.7,
  'firstOf place': 0.53,
  inCapitals: 0.13,
  inList: 0.57,
  'is airport': -0.54,
  'is country': 0.91,
  'is county': 0.36,
  'is region': 0.04,
  isAbbreviation: 1.19,
  isCity: 0.46,
  isDemonym: 0.42,
  isFirstName: -1.1,
  isSurname: -0.62,
  isSurnameHere: -1.61,
  isTown: -0.32,
  isWord: -2.62,
  isWordInCapitals: 0.36,
  'lastOf organisation': -0.26,
  'lastOf other': -0.23,
  'lastOf person': -0.48,
  'lastOf place': 0.75,
  manyWords: 0.05,
  'midOf organisation': -0.79,
  'midOf other': -0.05,
  'midOf person': -1.58,
  'midOf place': 0.06,
  oneWord: -0.23,
  onlyOtherName: -0.54,
  population: 1.85,
  possessive: -0.41,
  short: -1.47,
  smallOneWord: -0.23,
  'sure organisation': -1.54,
  'sure other': 0.46,
  'sure person': -1.05,
  'sure place': 3.27,
  'tagged organisation': 0.87,
  'tagged other': 0.12,
  'tagged person': 0.74,
  'tagged place': -0.61,
  unknownGeographic: 0.7,
  unknownOffice: -0.92,
  unknownSchool: -1.59,
  untagged: -1.34,
}
