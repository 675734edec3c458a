/**
 * The signs of the places of one name that need no other name: how large, what kind, what contains them, where the
 * paper is.
 *
 *   Paris, Texas -> isContained 1, population 4.4, isSmallSeat 1, …
 */
import type { ArticleRegions } from './article-regions.ts'
import type { Toponym } from './find-toponyms.ts'
import { type Group, holds, isGreatCity, nounClass } from './gather-groups.ts'
import type { Gazetteer } from './gazetteer.ts'
import { isTown } from './place-kinds.ts'
import { choiceSigns } from './place-weights.ts'

/** A point on the unit sphere. */
export type Point = readonly [x: number, y: number, z: number]

/** A group while the rounds go on. */
export interface Working {
  readonly group: Group
  readonly fixed: readonly Float64Array[]
  readonly signs: Float64Array[]
  readonly shares: Float64Array
  readonly points: readonly Point[]
  readonly strength: number
}

const signNumber = new Map(choiceSigns.map((name, i) => [name, i]))

export const setSign = (signs: Float64Array, name: SignName, value: number): void => {
  signs[signNumber.get(name) ?? 0] = value
}

export const openGroup = (
  group: Group,
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
  regions: ArticleRegions,
): Working => {
  const most = Math.max(...group.candidates.map(({ place }) => gazetteer.population(place)))
  const held = group.candidates.map(({ place }) => isHeld(place, group, toponyms, gazetteer))
  const anyHeld = held.includes(true)
  const fixed = group.candidates.map(({ place, type }, i) => {
    const signs = new Float64Array(choiceSigns.length)
    const population = gazetteer.population(place)
    const kind = gazetteer.kind(place)
    setSign(signs, 'population', Math.log10(population + 1))
    if (population === most) setSign(signs, 'isLargest', 1)
    if (type !== 'name') setSign(signs, type === 'other' ? 'isOtherName' : 'isDemonymOrCode', 1)
    const kindSign = kindSigns.get(kind) ?? (isTown(kind) ? null : 'isFeature')
    if (kindSign) setSign(signs, kindSign, 1)
    if (kind === 'region') regionSigns(signs, place, group, toponyms, gazetteer)
    if (group.nouns.has(nounClass(kind))) setSign(signs, 'fitsNoun', 1)
    if (held[i]) setSign(signs, 'isContained', 1)
    else if (anyHeld) setSign(signs, 'isNotContained', 1)
    const code = gazetteer.country(place)
    setSign(signs, 'hintedCountry', regions.countryShare(code))
    if (regions.isHomeCountry(code)) setSign(signs, 'isHomeCountry', 1)
    if (kind !== 'country' && regions.isHomeArea(gazetteer.admin1(place))) setSign(signs, 'isHomeArea', 1)
    if (kind !== 'country') setSign(signs, 'styleFits', regions.styleShare(code))
    setSign(signs, 'hintedArea', regions.areaShare(gazetteer.admin1(place)))
    return signs
  })
  return {
    group,
    fixed,
    signs: [...fixed],
    shares: new Float64Array(group.candidates.length),
    points: group.candidates.map(({ place }) => pointOf(place, gazetteer)),
    strength: Math.min(3, group.mentions.length),
  }
}

type SignName = (typeof choiceSigns)[number]

const kindSigns: ReadonlyMap<string, SignName> = new Map<string, SignName>([
  ['country', 'isCountry'],
  ['region', 'isRegion'],
  ['county', 'isCounty'],
  ['capital', 'isCapital'],
  ['seat', 'isSeat'],
  ['smallSeat', 'isSmallSeat'],
  ['section', 'isSection'],
])

/** Named bare, New York is the city and Washington the capital before the state, unless others are listed with it. */
const regionSigns = (
  signs: Float64Array,
  place: number,
  group: Group,
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
): void => {
  if (isListedWithAreas(place, group, toponyms, gazetteer)) setSign(signs, 'isInAreaList', 1)
  else if (!group.nouns.has('region'))
    setSign(
      signs,
      'yieldsToCity',
      Math.max(0, ...group.candidates.map(other => cityPull(place, other.place, gazetteer))),
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

const pointOf = (place: number, gazetteer: Gazetteer): Point => {
  const lat = (gazetteer.lat(place) * Math.PI) / 180
  const lon = (gazetteer.lon(place) * Math.PI) / 180
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)]
}

const earthKm = 6371

/** Straight through the earth: near enough to the way over it for places that are near. */
export const kmBetween = (a: Point, b: Point): number =>
  earthKm * Math.sqrt(Math.max(0, 2 - 2 * (a[0] * b[0] + a[1] * b[1] + a[2] * b[2])))
