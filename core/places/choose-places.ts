/**
 * Which of the places of one name was meant, from what else the article names.
 *
 *   "Lebanon … Boone County … Indianapolis" -> Lebanon, Indiana
 *
 * Each group's candidates get signs (how large, what contains it, how much of the rest lies in the same country, area,
 * neighbourhood); a softmax over their weighted sums gives each a share, and the shares are the context of the next
 * round. The weights are fitted by data/fit-place-weights.ts.
 */
import type { ArticleRegions } from './article-regions.ts'
import type { Toponym } from './find-toponyms.ts'
import { type Group, holds, nounClass } from './gather-groups.ts'
import type { Gazetteer } from './gazetteer.ts'
import { isTown } from './place-kinds.ts'
import { choiceSigns, choiceWeights } from './place-weights.ts'

export interface ChosenGroup {
  readonly group: Group
  /** Share of each candidate, 0..1, in the order of group.candidates. */
  readonly shares: Float64Array
  /** Number of the best candidate. */
  readonly best: number
  /** Share of all that lie at its spot. */
  readonly sure: number
  /** Signs of every candidate in the last round, for the fit. */
  readonly signs: readonly Float64Array[]
}

const rounds = 3
const signNumber = new Map(choiceSigns.map((name, i) => [name, i]))

interface Working {
  readonly group: Group
  readonly fixed: readonly Float64Array[]
  readonly signs: Float64Array[]
  readonly shares: Float64Array
  readonly points: readonly (readonly [number, number, number])[]
  readonly strength: number
}

export const choosePlaces = (
  groups: readonly Group[],
  toponyms: readonly Toponym[],
  gazetteer: Gazetteer,
  regions: ArticleRegions,
  weights: readonly number[] = choiceWeights,
): ChosenGroup[] => {
  const working = groups.map(group => openGroup(group, toponyms, gazetteer, regions))
  for (const each of working) share(each, each.fixed, weights)
  for (let round = 0; round < rounds; round++) {
    const context = readContext(working, gazetteer)
    for (const each of working)
      each.signs.splice(0, each.signs.length, ...contextSigns(each, context, gazetteer))
    for (const each of working) share(each, each.signs, weights)
  }
  return working.map(({ group, shares, signs, points }) => {
    const together = shareOfSpot(shares, points)
    const sure = together.reduce((most, value) => Math.max(most, value), 0)
    const best = shares.reduce(
      (best, value, i) =>
        (together[i] ?? 0) > sure - sameSure && (best < 0 || value > (shares[best] ?? 0)) ? i : best,
      -1,
    )
    return { group, shares, signs, best, sure }
  })
}

const sameSure = 1e-9
const sameSpotKm = 60 // Washington and the District of Columbia, a town and its county

/** Share of each candidate with those that lie at the same spot: they are one answer to "where?". */
const shareOfSpot = (
  shares: Float64Array,
  points: readonly (readonly [number, number, number])[],
): Float64Array =>
  shares.map((own, i) => {
    let sum = 0
    const at = points[i] ?? [0, 0, 1]
    if (own < leastShare) return own
    points.forEach((point, j) => {
      if (kmBetween(at, point) <= sameSpotKm) sum += shares[j] ?? 0
    })
    return sum
  })

const set = (signs: Float64Array, name: (typeof choiceSigns)[number], value: number): void => {
  signs[signNumber.get(name) ?? 0] = value
}

const openGroup = (
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
    set(signs, 'population', Math.log10(population + 1))
    if (population === most) set(signs, 'isLargest', 1)
    if (type !== 'name') set(signs, type === 'other' ? 'isOtherName' : 'isDemonymOrCode', 1)
    if (kind === 'country') set(signs, 'isCountry', 1)
    else if (kind === 'region') set(signs, 'isRegion', 1)
    else if (kind === 'county') set(signs, 'isCounty', 1)
    else if (kind === 'capital') set(signs, 'isCapital', 1)
    else if (kind === 'seat') set(signs, 'isSeat', 1)
    else if (kind === 'smallSeat') set(signs, 'isSmallSeat', 1)
    else if (kind === 'section') set(signs, 'isSection', 1)
    else if (!isTown(kind)) set(signs, 'isFeature', 1)
    if (group.nouns.has(nounClass(kind))) set(signs, 'fitsNoun', 1)
    if (held[i]) set(signs, 'isContained', 1)
    else if (anyHeld) set(signs, 'isNotContained', 1)
    const code = gazetteer.country(place)
    set(signs, 'hintedCountry', regions.countryShare(code))
    if (regions.isHomeCountry(code)) set(signs, 'isHomeCountry', 1)
    if (kind !== 'country' && regions.isHomeArea(gazetteer.admin1(place))) set(signs, 'isHomeArea', 1)
    if (kind !== 'country') set(signs, 'styleFits', regions.styleShare(code))
    set(signs, 'hintedArea', regions.areaShare(gazetteer.admin1(place)))
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

const isHeld = (place: number, group: Group, toponyms: readonly Toponym[], gazetteer: Gazetteer): boolean =>
  group.containers.some(container =>
    toponyms[container]?.places.some(({ place: area }) => holds(area, place, gazetteer)),
  )

const pointOf = (place: number, gazetteer: Gazetteer): readonly [number, number, number] => {
  const lat = (gazetteer.lat(place) * Math.PI) / 180
  const lon = (gazetteer.lon(place) * Math.PI) / 180
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)]
}

/** Softmax of the weighted signs. */
const share = (each: Working, signs: readonly Float64Array[], weights: readonly number[]): void => {
  const { shares } = each
  let top = Number.NEGATIVE_INFINITY
  signs.forEach((vector, i) => {
    let sum = 0
    for (let k = 0; k < vector.length; k++) sum += (vector[k] ?? 0) * (weights[k] ?? 0)
    shares[i] = sum
    top = Math.max(top, sum)
  })
  let total = 0
  for (let i = 0; i < shares.length; i++) {
    shares[i] = Math.exp((shares[i] ?? 0) - top)
    total += shares[i] ?? 0
  }
  for (let i = 0; i < shares.length; i++) shares[i] = (shares[i] ?? 0) / total
}

interface Anchor {
  readonly from: Working
  readonly share: number
  readonly place: number
  readonly point: readonly [number, number, number]
}

interface Context {
  readonly total: number
  readonly country: ReadonlyMap<string, number>
  readonly admin1: ReadonlyMap<number, number>
  readonly admin2: ReadonlyMap<number, number>
  /** Countries, areas and counties that are named themselves. */
  readonly namedCountry: ReadonlyMap<string, number>
  readonly namedAdmin1: ReadonlyMap<number, number>
  readonly namedAdmin2: ReadonlyMap<number, number>
  readonly anchors: readonly Anchor[]
  /** Countries and areas by the sentences that name them. */
  readonly areasBySentence: ReadonlyMap<number, readonly number[]>
}

const leastShare = 0.05
const anchorShare = 0.15
const mostAnchors = 60

const add = <Key>(map: Map<Key, number>, key: Key, value: number): void => {
  map.set(key, (map.get(key) ?? 0) + value)
}

const readContext = (working: readonly Working[], gazetteer: Gazetteer): Context => {
  const country = new Map<string, number>()
  const admin1 = new Map<number, number>()
  const admin2 = new Map<number, number>()
  const namedCountry = new Map<string, number>()
  const namedAdmin1 = new Map<number, number>()
  const namedAdmin2 = new Map<number, number>()
  const anchors: Anchor[] = []
  let total = 0
  const areasBySentence = new Map<number, number[]>()
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
        if (kind === 'region') add(namedAdmin1, gazetteer.admin1(place), part)
        else {
          if (gazetteer.admin2Code(place)) add(admin2, gazetteer.admin2(place), mass)
          if (kind === 'county') add(namedAdmin2, gazetteer.admin2(place), part)
          if (anchors.length < mostAnchors && part > anchorShare)
            anchors.push({ from: each, share: part, place, point: each.points[i] ?? [0, 0, 1] })
        }
      }
    })
  }
  return { total, country, admin1, admin2, namedCountry, namedAdmin1, namedAdmin2, anchors, areasBySentence }
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

const contextSigns = (each: Working, context: Context, gazetteer: Gazetteer): Float64Array[] => {
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
    set(signs, 'countryShare', code === '' ? 0 : countryMass / rest)
    set(signs, 'countryMass', code === '' ? 0 : Math.log2(1 + countryMass))
    if (kind === 'country') return signs
    const areaMass = Math.max(0, (context.admin1.get(area) ?? 0) - (own.admin1.get(area) ?? 0))
    set(signs, 'areaShare', areaMass / rest)
    set(signs, 'areaMass', Math.log2(1 + areaMass))
    set(signs, 'countryNamed', Math.min(1, context.namedCountry.get(code) ?? 0))
    if (isInSentenceArea(place, each, context, gazetteer)) set(signs, 'areaInSentence', 1)
    if (kind === 'capital') set(signs, 'capitalOfNamed', Math.min(1, context.namedCountry.get(code) ?? 0))
    if (kind === 'region') return signs
    set(
      signs,
      'areaNamed',
      Math.min(1, Math.max(0, (context.namedAdmin1.get(area) ?? 0) - (own.named1.get(area) ?? 0))),
    )
    if (gazetteer.admin2Code(place) && kind !== 'county') {
      const county = gazetteer.admin2(place)
      set(signs, 'countyNamed', Math.min(1, context.namedAdmin2.get(county) ?? 0))
    }
    if (gazetteer.admin2Code(place)) {
      const county = gazetteer.admin2(place)
      set(
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

const earthKm = 6371
const nearKm = 40
const farKm = 250

/** Straight through the earth: near enough to the way over it for places that are near. */
const kmBetween = (a: readonly [number, number, number], b: readonly [number, number, number]): number =>
  earthKm * Math.sqrt(Math.max(0, 2 - 2 * (a[0] * b[0] + a[1] * b[1] + a[2] * b[2])))

/** How much of the rest lies near, at the reach of a town's surroundings and of a region. */
const nearnessSigns = (
  each: Working,
  point: readonly [number, number, number],
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
  set(signs, 'near', Math.log2(1 + near))
  set(signs, 'far', Math.log2(1 + far))
}
