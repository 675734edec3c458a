/**
 * The signs of the places of one name that need no other name: how large, what kind, what contains them, where the
 * paper is.
 *
 *   Paris, Texas -> isContained 1, population 4.4, isSmallSeat 1, …
 */
import type { ArticleRegions } from './article-regions.ts'
import { type CandidateFacts, readFacts } from './candidate-facts.ts'
import { holds } from './find-containers.ts'
import { type Group, isGreatCity, nounClass } from './gather-groups.ts'
import type { Gazetteer } from './gazetteer.ts'
import { isTown } from './place-kinds.ts'
import { choiceSigns } from './place-weights.ts'
import type { Toponym } from './toponym.ts'

/** A group while the rounds go on. */
export interface Working {
  readonly group: Group
  readonly facts: readonly CandidateFacts[]
  /** Signs that no round changes; none where there is one candidate, which needs none. */
  readonly fixed: readonly Float64Array[]
  readonly signs: readonly Float64Array[]
  readonly shares: Float64Array
  readonly strength: number
}

type SignName = (typeof choiceSigns)[number]

/** The place of a sign in a vector of signs. */
export const signNumber = (name: SignName): number => choiceSigns.indexOf(name)

const sign = {
  population: signNumber('population'),
  isLargest: signNumber('isLargest'),
  isOtherName: signNumber('isOtherName'),
  isDemonymOrCode: signNumber('isDemonymOrCode'),
  isFeature: signNumber('isFeature'),
  fitsNoun: signNumber('fitsNoun'),
  isContained: signNumber('isContained'),
  isNotContained: signNumber('isNotContained'),
  hintedCountry: signNumber('hintedCountry'),
  styleFits: signNumber('styleFits'),
  hintedArea: signNumber('hintedArea'),
  isHomeCountry: signNumber('isHomeCountry'),
  isHomeArea: signNumber('isHomeArea'),
  isInAreaList: signNumber('isInAreaList'),
  yieldsToCity: signNumber('yieldsToCity'),
}

export const openGroup = (
  group: Group,
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
  regions: ArticleRegions,
): Working => {
  const facts = group.candidates.map(({ place }) => readFacts(place, gazetteer))
  const fixed = facts.length > 1 ? facts.map(() => new Float64Array(choiceSigns.length)) : []
  if (facts.length > 1) {
    const populations = group.candidates.map(({ place }) => gazetteer.population(place))
    const most = Math.max(...populations)
    populations.forEach((population, i) => {
      const signs = fixed[i]
      if (!signs) return
      signs[sign.population] = Math.log10(population + 1)
      if (population === most) signs[sign.isLargest] = 1
    })
    containedSigns(fixed, group, toponyms, gazetteer)
    fixed.forEach((signs, i) => {
      const of = facts[i]
      if (!of) return
      const { kind, code, area, place } = of
      const type = group.candidates[i]?.type
      if (type !== 'name') signs[type === 'other' ? sign.isOtherName : sign.isDemonymOrCode] = 1
      const ofKind = kindSigns.get(kind) ?? (isTown(kind) ? -1 : sign.isFeature)
      if (ofKind >= 0) signs[ofKind] = 1
      if (kind === 'region') regionSigns(signs, place, group, toponyms, gazetteer)
      if (group.nouns.has(nounClass(kind))) signs[sign.fitsNoun] = 1
      signs[sign.hintedCountry] = regions.countryShare(code)
      if (regions.isHomeCountry(code)) signs[sign.isHomeCountry] = 1
      if (kind !== 'country' && regions.isHomeArea(area)) signs[sign.isHomeArea] = 1
      if (kind !== 'country') signs[sign.styleFits] = regions.styleShare(code)
      signs[sign.hintedArea] = regions.areaShare(area)
    })
  }
  return {
    group,
    facts,
    fixed,
    signs: fixed.map(signs => Float64Array.from(signs)),
    shares: new Float64Array(facts.length).fill(facts.length === 1 ? 1 : 0),
    strength: Math.min(3, group.mentions.length),
  }
}

const containedSigns = (
  fixed: readonly Float64Array[],
  group: Group,
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
): void => {
  if (group.containers.length === 0) return
  const held = group.candidates.map(({ place }) => isHeld(place, group, toponyms, gazetteer))
  if (!held.includes(true)) return
  fixed.forEach((signs, i) => {
    signs[held[i] ? sign.isContained : sign.isNotContained] = 1
  })
}

const kindSigns: ReadonlyMap<string, number> = new Map([
  ['country', signNumber('isCountry')],
  ['region', signNumber('isRegion')],
  ['county', signNumber('isCounty')],
  ['capital', signNumber('isCapital')],
  ['seat', signNumber('isSeat')],
  ['smallSeat', signNumber('isSmallSeat')],
  ['section', signNumber('isSection')],
])

/** Named bare, New York is the city and Washington the capital before the state, unless others are listed with it. */
const regionSigns = (
  signs: Float64Array,
  place: number,
  group: Group,
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
): void => {
  if (isListedWithAreas(place, group, toponyms, gazetteer)) signs[sign.isInAreaList] = 1
  else if (!group.nouns.has('region'))
    signs[sign.yieldsToCity] = Math.max(
      0,
      ...group.candidates.map(other => cityPull(place, other.place, gazetteer)),
    )
}

const pullOfCapital = 1.5 // in the news a capital is named more than another city

const cityPull = (region: number, city: number, gazetteer: Gazetteer): number => {
  if (gazetteer.country(city) !== gazetteer.country(region) || !isGreatCity(city, gazetteer)) return 0
  return gazetteer.kind(city) === 'capital' ? pullOfCapital : 1
}

/** "Ohio, New York and Oregon": beside other regions of its country. */
const isListedWithAreas = (
  place: number,
  group: Group,
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
): boolean =>
  group.listed.some(beside =>
    toponyms[beside]?.places.some(
      ({ place: other }) =>
        gazetteer.kind(other) === 'region' &&
        other !== place &&
        gazetteer.country(other) === gazetteer.country(place),
    ),
  )

const isHeld = (place: number, group: Group, toponyms: readonly Toponym[], gazetteer: Gazetteer): boolean =>
  group.containers.some(container =>
    toponyms[container]?.places.some(({ place: area }) => holds(area, place, gazetteer)),
  )
