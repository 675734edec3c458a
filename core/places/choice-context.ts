/**
 * The signs of a place that the other names of the article give: how much of the rest lies in its country, its area,
 * its neighbourhood, and whether these are named themselves.
 *
 *   Lebanon beside Boone County and Indianapolis -> areaShare 0.9, countyNamed 1, near 1.2 for the one in Indiana
 */

import { kmBetween, type Point, setSign, type Working } from './choice-signs.ts'
import { holds } from './gather-groups.ts'
import type { Gazetteer } from './gazetteer.ts'

interface Anchor {
  readonly from: Working
  readonly share: number
  readonly place: number
  readonly point: Point
}

export interface Context {
  readonly total: number
  readonly country: ReadonlyMap<string, number>
  readonly admin1: ReadonlyMap<number, number>
  readonly admin2: ReadonlyMap<number, number>
  /** Countries, areas and counties that are named themselves. */
  readonly namedCountry: ReadonlyMap<string, number>
  readonly namedAdmin1: ReadonlyMap<number, number>
  readonly namedAdmin2: ReadonlyMap<number, number>
  readonly anchors: readonly Anchor[]
  /** How many first-level areas of each country are named. */
  readonly regionsNamed: ReadonlyMap<string, number>
  /** Countries and areas by the sentences that name them. */
  readonly areasBySentence: ReadonlyMap<number, readonly number[]>
}

const leastShare = 0.05
const anchorShare = 0.15
const mostAnchors = 60

const add = <Key>(map: Map<Key, number>, key: Key, value: number): void => {
  map.set(key, (map.get(key) ?? 0) + value)
}

export const readContext = (working: readonly Working[], gazetteer: Gazetteer): Context => {
  const country = new Map<string, number>()
  const admin1 = new Map<number, number>()
  const admin2 = new Map<number, number>()
  const namedCountry = new Map<string, number>()
  const namedAdmin1 = new Map<number, number>()
  const namedAdmin2 = new Map<number, number>()
  const anchors: Anchor[] = []
  let total = 0
  const areasBySentence = new Map<number, number[]>()
  const regionsNamed = new Map<string, number>()
  for (const each of working) {
    total += each.strength
    gatherSentences(each, areasBySentence, gazetteer)
    each.group.candidates.forEach(({ place }, i) => {
      const part = each.shares[i] ?? 0
      if (part < leastShare) return
      const mass = part * each.strength
      const kind = gazetteer.kind(place)
      add(country, gazetteer.country(place), mass)
      if (kind === 'country') add(namedCountry, gazetteer.country(place), part)
      else {
        add(admin1, gazetteer.admin1(place), mass)
        if (kind === 'region') {
          add(namedAdmin1, gazetteer.admin1(place), part)
          add(regionsNamed, gazetteer.country(place), part)
        } else {
          if (gazetteer.admin2Code(place)) add(admin2, gazetteer.admin2(place), mass)
          if (kind === 'county') add(namedAdmin2, gazetteer.admin2(place), part)
          if (anchors.length < mostAnchors && part > anchorShare)
            anchors.push({ from: each, share: part, place, point: each.points[i] ?? [0, 0, 1] })
        }
      }
    })
  }
  return {
    total,
    country,
    admin1,
    admin2,
    namedCountry,
    namedAdmin1,
    namedAdmin2,
    anchors,
    areasBySentence,
    regionsNamed,
  }
}

const namedSurely = 0.5

/** Adds a country's or an area's own number to the sentences that name it. */
const gatherSentences = (each: Working, bySentence: Map<number, number[]>, gazetteer: Gazetteer): void => {
  each.group.candidates.forEach(({ place, type }, i) => {
    const kind = gazetteer.kind(place)
    if ((each.shares[i] ?? 0) < namedSurely || type === 'demonym') return
    if (kind !== 'country' && kind !== 'region') return
    for (const sentence of each.group.sentences) {
      const areas = bySentence.get(sentence)
      if (areas) areas.push(place)
      else bySentence.set(sentence, [place])
    }
  })
}

const isInSentenceArea = (place: number, each: Working, context: Context, gazetteer: Gazetteer): boolean => {
  for (const sentence of each.group.sentences)
    if (context.areasBySentence.get(sentence)?.some(area => holds(area, place, gazetteer))) return true
  return false
}

export const contextSigns = (each: Working, context: Context, gazetteer: Gazetteer): Float64Array[] => {
  const rest = context.total - each.strength
  const own = ownMass(each, gazetteer)
  return each.fixed.map((fixed, i) => {
    const signs = Float64Array.from(fixed)
    if (rest <= 0) return signs
    const place = each.group.candidates[i]?.place ?? 0
    const kind = gazetteer.kind(place)
    const code = gazetteer.country(place)
    const area = gazetteer.admin1(place)
    const countryMass = Math.max(0, (context.country.get(code) ?? 0) - (own.country.get(code) ?? 0))
    setSign(signs, 'countryShare', code === '' ? 0 : countryMass / rest)
    setSign(signs, 'countryMass', code === '' ? 0 : Math.log2(1 + countryMass))
    if (kind === 'country') return signs
    const areaMass = Math.max(0, (context.admin1.get(area) ?? 0) - (own.admin1.get(area) ?? 0))
    setSign(signs, 'areaShare', areaMass / rest)
    setSign(signs, 'areaMass', Math.log2(1 + areaMass))
    setSign(signs, 'countryNamed', Math.min(1, context.namedCountry.get(code) ?? 0))
    if (isInSentenceArea(place, each, context, gazetteer)) setSign(signs, 'areaInSentence', 1)
    if (kind === 'capital') setSign(signs, 'capitalOfNamed', Math.min(1, context.namedCountry.get(code) ?? 0))
    if (kind === 'region') {
      const siblings = (context.regionsNamed.get(code) ?? 0) - (own.named1.get(area) ?? 0)
      setSign(signs, 'siblingsNamed', Math.min(1, Math.max(0, siblings - 1) / 2))
      return signs
    }
    setSign(
      signs,
      'areaNamed',
      Math.min(1, Math.max(0, (context.namedAdmin1.get(area) ?? 0) - (own.named1.get(area) ?? 0))),
    )
    if (gazetteer.admin2Code(place) && kind !== 'county') {
      const county = gazetteer.admin2(place)
      setSign(signs, 'countyNamed', Math.min(1, context.namedAdmin2.get(county) ?? 0))
    }
    if (gazetteer.admin2Code(place)) {
      const county = gazetteer.admin2(place)
      setSign(
        signs,
        'countyMass',
        Math.log2(1 + Math.max(0, (context.admin2.get(county) ?? 0) - (own.admin2.get(county) ?? 0))),
      )
    }
    nearnessSigns(each, each.points[i] ?? [0, 0, 1], context.anchors, signs)
    return signs
  })
}

interface OwnMass {
  readonly country: Map<string, number>
  readonly admin1: Map<number, number>
  readonly admin2: Map<number, number>
  readonly named1: Map<number, number>
}

const ownMass = (each: Working, gazetteer: Gazetteer): OwnMass => {
  const own: OwnMass = { country: new Map(), admin1: new Map(), admin2: new Map(), named1: new Map() }
  each.group.candidates.forEach(({ place }, i) => {
    const part = each.shares[i] ?? 0
    if (part < leastShare) return
    const mass = part * each.strength
    const kind = gazetteer.kind(place)
    add(own.country, gazetteer.country(place), mass)
    if (kind === 'country') return
    add(own.admin1, gazetteer.admin1(place), mass)
    if (kind === 'region') add(own.named1, gazetteer.admin1(place), part)
    else if (gazetteer.admin2Code(place)) add(own.admin2, gazetteer.admin2(place), mass)
  })
  return own
}

const nearKm = 40
const farKm = 250

/** How much of the rest lies near, at the reach of a town's surroundings and of a region. */
const nearnessSigns = (
  each: Working,
  point: Point,
  anchors: readonly Anchor[],
  signs: Float64Array,
): void => {
  let near = 0
  let far = 0
  for (const anchor of anchors) {
    if (anchor.from === each) continue
    const km = kmBetween(point, anchor.point)
    near += anchor.share * Math.exp(-km / nearKm)
    far += anchor.share * Math.exp(-km / farKm)
  }
  setSign(signs, 'near', Math.log2(1 + near))
  setSign(signs, 'far', Math.log2(1 + far))
}
