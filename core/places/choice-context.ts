/**
 * The signs of a place that the other names of the article give: how much of the rest lies in its country, its area,
 * its neighbourhood, and whether these are named themselves.
 *
 *   Lebanon beside Boone County and Indianapolis -> areaShare 0.9, countyNamed 1, near 1.2 for the one in Indiana
 */
import { type CandidateFacts, kmBetween, type Point } from './candidate-facts.ts'
import { signNumber, type Working } from './choice-signs.ts'

interface Anchor {
  readonly from: Working
  readonly share: number
  readonly point: Point
}

export interface Context {
  total: number
  readonly country: Map<string, number>
  readonly admin1: Map<number, number>
  readonly admin2: Map<number, number>
  /** Countries, areas and counties that are named themselves. */
  readonly namedCountry: Map<string, number>
  readonly namedAdmin1: Map<number, number>
  readonly namedAdmin2: Map<number, number>
  readonly anchors: Anchor[]
  /** How many first-level areas of each country are named. */
  readonly regionsNamed: Map<string, number>
  /** Countries and areas by the sentences that name them. */
  readonly areasBySentence: Map<number, CandidateFacts[]>
}

const leastShare = 0.05
const anchorShare = 0.15
const mostAnchors = 60

const add = <Key>(map: Map<Key, number>, key: Key, value: number): void => {
  map.set(key, (map.get(key) ?? 0) + value)
}

export const readContext = (working: readonly Working[]): Context => {
  const context: Context = {
    total: 0,
    country: new Map(),
    admin1: new Map(),
    admin2: new Map(),
    namedCountry: new Map(),
    namedAdmin1: new Map(),
    namedAdmin2: new Map(),
    anchors: [],
    regionsNamed: new Map(),
    areasBySentence: new Map(),
  }
  for (const each of working) {
    context.total += each.strength
    gatherSentences(each, context.areasBySentence)
    each.facts.forEach((facts, i) => {
      const part = each.shares[i] ?? 0
      if (part >= leastShare) gatherCandidate(context, each, facts, part)
    })
  }
  return context
}

const gatherCandidate = (context: Context, from: Working, facts: CandidateFacts, share: number): void => {
  const { kind, code, area, county, point } = facts
  const mass = share * from.strength
  add(context.country, code, mass)
  if (kind === 'country') {
    add(context.namedCountry, code, share)
    return
  }
  add(context.admin1, area, mass)
  if (kind === 'region') {
    add(context.namedAdmin1, area, share)
    add(context.regionsNamed, code, share)
    return
  }
  if (county >= 0) add(context.admin2, county, mass)
  if (kind === 'county') add(context.namedAdmin2, county, share)
  if (context.anchors.length < mostAnchors && share > anchorShare)
    context.anchors.push({ from, share, point })
}

const namedSurely = 0.5

/** Adds a country or an area to the sentences that name it. */
const gatherSentences = (each: Working, bySentence: Map<number, CandidateFacts[]>): void => {
  each.facts.forEach((facts, i) => {
    if ((each.shares[i] ?? 0) < namedSurely || each.group.candidates[i]?.type === 'demonym') return
    if (facts.kind !== 'country' && facts.kind !== 'region') return
    for (const sentence of each.group.sentences) {
      const areas = bySentence.get(sentence)
      if (areas) areas.push(facts)
      else bySentence.set(sentence, [facts])
    }
  })
}

const isInSentenceArea = (
  { place, code, area }: CandidateFacts,
  each: Working,
  context: Context,
): boolean => {
  for (const sentence of each.group.sentences) {
    const named = context.areasBySentence.get(sentence)
    if (
      named?.some(
        other =>
          other.place !== place && (other.kind === 'country' ? other.code === code : other.area === area),
      )
    )
      return true
  }
  return false
}

const sign = {
  countryShare: signNumber('countryShare'),
  countryMass: signNumber('countryMass'),
  areaShare: signNumber('areaShare'),
  areaMass: signNumber('areaMass'),
  countryNamed: signNumber('countryNamed'),
  areaNamed: signNumber('areaNamed'),
  countyNamed: signNumber('countyNamed'),
  countyMass: signNumber('countyMass'),
  capitalOfNamed: signNumber('capitalOfNamed'),
  areaInSentence: signNumber('areaInSentence'),
  siblingsNamed: signNumber('siblingsNamed'),
  near: signNumber('near'),
  far: signNumber('far'),
}

/** Writes the signs of one round into each.signs. */
export const contextSigns = (each: Working, context: Context): void => {
  const rest = context.total - each.strength
  const own = ownMass(each)
  each.facts.forEach((facts, i) => {
    const signs = each.signs[i]
    const fixed = each.fixed[i]
    if (!signs || !fixed) return
    signs.set(fixed)
    if (rest > 0) candidateSigns(signs, facts, each, { context, own, rest })
  })
}

interface Round {
  readonly context: Context
  readonly own: OwnMass
  /** Mentions of all other names. */
  readonly rest: number
}

const candidateSigns = (
  signs: Float64Array,
  facts: CandidateFacts,
  each: Working,
  { context, own, rest }: Round,
): void => {
  const { kind, code, area, county } = facts
  if (code !== '') {
    const countryMass = Math.max(0, (context.country.get(code) ?? 0) - own.country(code))
    signs[sign.countryShare] = countryMass / rest
    signs[sign.countryMass] = Math.log2(1 + countryMass)
  }
  if (kind === 'country') return
  const areaMass = Math.max(0, (context.admin1.get(area) ?? 0) - own.area(area))
  signs[sign.areaShare] = areaMass / rest
  signs[sign.areaMass] = Math.log2(1 + areaMass)
  const countryNamed = Math.min(1, context.namedCountry.get(code) ?? 0)
  signs[sign.countryNamed] = countryNamed
  if (isInSentenceArea(facts, each, context)) signs[sign.areaInSentence] = 1
  if (kind === 'capital') signs[sign.capitalOfNamed] = countryNamed
  if (kind === 'region') {
    const siblings = (context.regionsNamed.get(code) ?? 0) - own.named(area)
    signs[sign.siblingsNamed] = Math.min(1, Math.max(0, siblings - 1) / 2)
    return
  }
  signs[sign.areaNamed] = Math.min(1, Math.max(0, (context.namedAdmin1.get(area) ?? 0) - own.named(area)))
  if (county >= 0) {
    if (kind !== 'county') signs[sign.countyNamed] = Math.min(1, context.namedAdmin2.get(county) ?? 0)
    signs[sign.countyMass] = Math.log2(
      1 + Math.max(0, (context.admin2.get(county) ?? 0) - own.county(county)),
    )
  }
  nearnessSigns(each, facts.point, context.anchors, signs)
}

/** What a group itself has added to the sums: of its few likely candidates. */
interface OwnMass {
  country(code: string): number
  area(area: number): number
  county(county: number): number
  named(area: number): number
}

const ownMass = (each: Working): OwnMass => {
  const likely: { facts: CandidateFacts; share: number; mass: number }[] = []
  each.facts.forEach((facts, i) => {
    const share = each.shares[i] ?? 0
    if (share >= leastShare) likely.push({ facts, share, mass: share * each.strength })
  })
  return {
    country: code => {
      let sum = 0
      for (const { facts, mass } of likely) if (facts.code === code) sum += mass
      return sum
    },
    area: area => {
      let sum = 0
      for (const { facts, mass } of likely) if (facts.kind !== 'country' && facts.area === area) sum += mass
      return sum
    },
    county: county => {
      let sum = 0
      for (const { facts, mass } of likely)
        if (facts.kind !== 'country' && facts.kind !== 'region' && facts.county === county) sum += mass
      return sum
    },
    named: area => {
      let sum = 0
      for (const { facts, share } of likely) if (facts.kind === 'region' && facts.area === area) sum += share
      return sum
    },
  }
}

const nearKm = 40
const farKm = 250
const tooFarKm = 1_700 // beyond it an anchor adds less to `near` than can be told from nothing

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
    if (km < tooFarKm) near += anchor.share * Math.exp(-km / nearKm)
    far += anchor.share * Math.exp(-km / farKm)
  }
  signs[sign.near] = Math.log2(1 + near)
  signs[sign.far] = Math.log2(1 + far)
}
