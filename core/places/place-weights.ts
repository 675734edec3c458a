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
  1.51, // population
  -0.26, // isLargest
  -1.54, // isOtherName
  -0.1, // isDemonymOrCode
  1.71, // isCountry
  0.41, // isRegion
  -0.36, // isCounty
  0.69, // isSeat
  0.82, // isSmallSeat
  -0.49, // isSection
  0.6, // isFeature
  1.32, // isContained
  -1.32, // isNotContained
  1.73, // hintedCountry
  1.29, // hintedArea
  0.99, // countryShare
  0.67, // countryMass
  0.93, // areaShare
  0.68, // areaMass
  -0.33, // countryNamed
  0.21, // areaNamed
  -0.01, // countyNamed
  0.47, // countyMass
  1.02, // near
  1.33, // far
]

/** Signs for being a place at all. */
export const placeWeights: Readonly<Record<string, number>> = {
  'after by': -0.02,
  'after for': 0.33,
  'after of': 0.28,
  'after place preposition': 0.48,
  'after with': -0.57,
  afterCapital: -0.32,
  afterDash: 0.31,
  afterDirection: 0.02,
  afterFirstName: -0.49,
  afterHyphen: 1.01,
  afterPlaceAndComma: 1.2,
  'afterPrepositionIn organisation': -0.49,
  'afterPrepositionIn other': 0.75,
  'afterPrepositionIn person': 2.26,
  'afterPrepositionIn place': 0.24,
  afterThe: 0.27,
  afterTitle: -1.38,
  always: -0.75,
  beforeCapital: -0.37,
  beforeCapitals: 0.42,
  beforeCommaAndPlace: 1.3,
  beforeEvent: -1.21,
  beforeGeographic: 0.67,
  beforeGeographicNoun: 1.79,
  beforeHyphen: -0.38,
  beforeMedia: -1.63,
  beforeNumber: -1.22,
  beforeOffice: 0.11,
  beforeSchool: -0.57,
  beforeSpeechVerb: -1.16,
  beforeSport: -0.5,
  beginsSentence: 0.26,
  'by gazetteer': 0.61,
  'by road': 0.06,
  'by tagger': -1.41,
  'crosses organisation': -0.09,
  'crosses person': 0.51,
  'crosses place': 0.16,
  elsewhereOrganisation: -0.07,
  elsewherePerson: -0.87,
  elsewherePlace: 0.7,
  'firstOf organisation': -0.09,
  'firstOf other': 0.13,
  'firstOf person': -1.77,
  'firstOf place': 0.35,
  inCapitals: 0.34,
  inList: 0.56,
  'is airport': 0.14,
  'is alliance': 1.08,
  'is area': -0.06,
  'is continent': -0.42,
  'is country': 0.91,
  'is county': 0.37,
  'is desert': 0.1,
  'is district': 0.08,
  'is gulf': 0.17,
  'is island': -0.03,
  'is lake': 0.13,
  'is landmark': -0.19,
  'is mountain': -0.02,
  'is mountains': 0,
  'is ocean': -1,
  'is peninsula': 0.05,
  'is plain': -0.36,
  'is region': -0.16,
  'is river': -0.94,
  'is sea': 0.46,
  'is strait': 0.02,
  isAbbreviation: 1.15,
  isCity: 0.43,
  isDemonym: 0.05,
  isFirstName: -1.05,
  isSurname: -0.66,
  isSurnameHere: -1.55,
  isTown: -0.38,
  isWord: -2.75,
  isWordInCapitals: 0.3,
  'lastOf organisation': -0.41,
  'lastOf other': -0.19,
  'lastOf person': -0.53,
  'lastOf place': 0.46,
  manyWords: -0.17,
  'midOf organisation': -0.85,
  'midOf other': -0.02,
  'midOf person': -1.53,
  'midOf place': 0.08,
  oneWord: -0.48,
  onlyOtherName: -0.34,
  population: 2.19,
  possessive: -0.43,
  short: -1.73,
  smallOneWord: -0.38,
  'sure organisation': -2.52,
  'sure other': 0.39,
  'sure person': -1.07,
  'sure place': 2.82,
  'tagged organisation': 1.06,
  'tagged other': 0.16,
  'tagged person': 0.68,
  'tagged place': -0.42,
  unknownGeographic: 0.73,
  unknownOffice: -0.71,
  unknownSchool: -1.37,
  untagged: -1.34,
}
