/**
 * Mentions of one name are one place unless the article says otherwise: toponyms gathered into groups, each with
 * the places that it could be.
 *
 *   "Paris, Texas … Paris … Paris, France" -> group Paris in Texas (with the bare mention), group Paris in France
 */

import type { Toponym } from './find-toponyms.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { NameType } from './pack-gazetteer.ts'
import { type GazetteerKind, isTown } from './place-kinds.ts'
import type { TokenWords } from './token-words.ts'

export interface Candidate {
  readonly place: number
  readonly type: NameType
}

export interface Group {
  readonly key: string
  readonly mentions: readonly number[]
  readonly candidates: readonly Candidate[]
  /** Toponyms that say what contains it: "Paris, [Texas]". */
  readonly containers: readonly number[]
  /** Toponyms beside it in a list: "New Jersey, [New York] and Ohio". */
  readonly listed: readonly number[]
  /** Kinds that the words beside it name: "the city of Hama", "Hama governorate". */
  readonly nouns: ReadonlySet<NounClass>
  /** Sentences of its mentions. */
  readonly sentences: ReadonlySet<number>
}

const mostCandidates = 48 // "San Antonio" has more; the smallest ones are villages that news hardly names

/** Groups of the toponyms [indexes], in the order of their first mention. */
export const gatherGroups = (
  toponyms: readonly Toponym[],
  isPlace: readonly boolean[],
  words: TokenWords,
  gazetteer: Gazetteer,
): Group[] => {
  const containers = findContainers(toponyms, isPlace, words, gazetteer)
  const outer = new Set(containers.values())
  const groups = new Map<string, { mentions: number[]; containers: number[] }>()
  const bare: number[] = []
  toponyms.forEach((toponym, i) => {
    if (!isPlace[i] || toponym.places.length === 0) return
    const container = containers.get(i)
    if (container === undefined || (outer.has(i) && isCityToo(toponym, gazetteer))) {
      bare.push(i)
      return
    }
    const id = `${toponym.key}|${toponyms[container]?.key}`
    const group = groups.get(id)
    if (group) group.mentions.push(i)
    else groups.set(id, { mentions: [i], containers: [container] })
  })
  for (const i of bare) {
    const key = toponyms[i]?.key ?? ''
    const isArea = outer.has(i) && isCityToo(toponyms[i], gazetteer)
    const id = isArea ? `${key}${asArea}` : (nearestGroup(groups, key, i) ?? key)
    const group = groups.get(id)
    if (group) group.mentions.push(i)
    else groups.set(id, { mentions: [i], containers: [] })
  }
  return [...groups]
    .map(([id, group]) => ({
      key: id.split(/[|/]/)[0] ?? id,
      mentions: group.mentions.sort((a, b) => a - b),
      containers: group.containers,
      listed: group.mentions.flatMap(mention =>
        listedBeside(mention, toponyms, words).filter(
          other => containers.get(mention) !== other && containers.get(other) !== mention,
        ),
      ),
      nouns: nounsBeside(group.mentions, toponyms, words),
      sentences: new Set(group.mentions.map(mention => words.sentence(toponyms[mention]?.firstToken ?? 0))),
      candidates: candidatesOf(toponyms[group.mentions[0] ?? 0], gazetteer).filter(
        ({ place }) => !id.endsWith(asArea) || !isTown(gazetteer.kind(place)),
      ),
    }))
    .sort((a, b) => (a.mentions[0] ?? 0) - (b.mentions[0] ?? 0))
}

/** The group of those mentions that say where another place lies: "Buffalo, New York" beside a bare "New York". */
const asArea = '/area'

/** Whether a capital or a city of millions has the name as well: bare mentions may mean that. */
const isCityToo = (toponym: Toponym | undefined, gazetteer: Gazetteer): boolean => {
  const places = toponym?.places ?? []
  const hasRegion = places.some(({ place, type }) => type === 'name' && gazetteer.kind(place) === 'region')
  return hasRegion && places.some(({ place }) => isGreatCity(place, gazetteer))
}

const greatCity = 1_000_000

export const isGreatCity = (place: number, gazetteer: Gazetteer): boolean => {
  const kind = gazetteer.kind(place)
  return kind === 'capital' || (isTown(kind) && gazetteer.population(place) > greatCity)
}

const listedBeside = (mention: number, toponyms: readonly Toponym[], words: TokenWords): number[] =>
  [mention - 1, mention + 1].filter(other => {
    const [first, second] =
      other < mention ? [toponyms[other], toponyms[mention]] : [toponyms[mention], toponyms[other]]
    if (!first || !second || second.firstToken - first.endToken > 2) return false
    for (let i = first.endToken; i < second.firstToken; i++)
      if (!/^(?:,|and|or)$/.test(words.word(i))) return false
    return second.firstToken > first.endToken
  })

export type NounClass = 'country' | 'region' | 'county' | 'town' | 'nature'

/** What kind of noun goes with a kind of place. */
export const nounClass = (kind: GazetteerKind): NounClass => {
  if (isTown(kind)) return 'town'
  return kind === 'country' || kind === 'region' || kind === 'county' ? kind : 'nature'
}

const nouns: ReadonlyMap<string, NounClass> = new Map([
  ...[
    'province',
    'governorate',
    'state',
    'region',
    'oblast',
    'prefecture',
    'governor',
    'gov.',
    'legislature',
    'lawmakers',
    'border',
    'attorney',
    'senator',
    'sen.',
  ].map(noun => [noun, 'region'] as const),
  ...['county', 'district', 'counties', 'districts'].map(noun => [noun, 'county'] as const),
  ...['city', 'town', 'village', 'mayor', 'suburb', 'police', 'residents', 'resident', 'cities', 'towns'].map(
    noun => [noun, 'town'] as const,
  ),
  ...['river', 'lake', 'island', 'valley', 'mountains', 'desert', 'peninsula', 'coast'].map(
    noun => [noun, 'nature'] as const,
  ),
])

const nounsBeside = (
  mentions: readonly number[],
  toponyms: readonly Toponym[],
  words: TokenWords,
): ReadonlySet<NounClass> => {
  const found = new Set<NounClass>()
  for (const mention of mentions) {
    const toponym = toponyms[mention]
    if (!toponym) continue
    const after = nouns.get(words.word(toponym.endToken).toLowerCase())
    const before =
      words.word(toponym.firstToken - 1) === 'of' ? nouns.get(words.word(toponym.firstToken - 2)) : undefined
    if (after) found.add(after)
    if (before) found.add(before)
  }
  return found
}

/** The group of this name whose mention stands last before it, or else first after it. */
const nearestGroup = (
  groups: ReadonlyMap<string, { readonly mentions: readonly number[] }>,
  key: string,
  at: number,
): string | null => {
  let best: string | null = null
  let bestGap = Number.POSITIVE_INFINITY
  for (const [id, group] of groups) {
    if (!id.startsWith(`${key}|`)) continue
    for (const mention of group.mentions) {
      const gap = mention < at ? at - mention : 1_000 + mention - at
      if (gap < bestGap) {
        best = id
        bestGap = gap
      }
    }
  }
  return best
}

const candidatesOf = (toponym: Toponym | undefined, gazetteer: Gazetteer): Candidate[] => {
  const places = toponym?.places ?? []
  if (places.length <= mostCandidates) return [...places]
  return [...places]
    .sort((a, b) => gazetteer.population(b.place) - gazetteer.population(a.place))
    .slice(0, mostCandidates)
}

/** Which toponym names what contains another: the one behind a comma, if some place of the first lies in it. */
const findContainers = (
  toponyms: readonly Toponym[],
  isPlace: readonly boolean[],
  words: TokenWords,
  gazetteer: Gazetteer,
): Map<number, number> => {
  const containers = new Map<number, number>()
  for (let i = 0; i + 1 < toponyms.length; i++) {
    const inner = toponyms[i]
    const outer = toponyms[i + 1]
    if (!inner || !outer || !isPlace[i] || !isPlace[i + 1]) continue
    if (words.sentence(inner.firstToken) !== words.sentence(outer.firstToken)) continue
    if (!isJoined(words, inner.endToken, outer.firstToken)) continue
    if (holdsSome(inner, outer, gazetteer)) containers.set(i, i + 1)
  }
  const frame = { sentence: -1, outer: -1 }
  toponyms.forEach((toponym, i) => {
    if (!isPlace[i]) return
    const sentence = words.sentence(toponym.firstToken)
    const outer = toponyms[frame.outer]
    if (isFrame(toponym, words, gazetteer)) Object.assign(frame, { sentence, outer: i })
    else if (
      frame.sentence === sentence &&
      outer &&
      !containers.has(i) &&
      holdsSome(toponym, outer, gazetteer)
    )
      containers.set(i, frame.outer)
  })
  return containers
}

/** "In neighbouring [Uganda], …": what the sentence goes on to name lies there. */
const isFrame = (
  { firstToken, endToken, places }: Toponym,
  words: TokenWords,
  gazetteer: Gazetteer,
): boolean => {
  if (words.word(endToken) !== ',') return false
  const sentence = words.sentence(firstToken)
  let first = firstToken - 1
  if (/^\p{Ll}/u.test(words.word(first))) first--
  if (words.word(first) !== 'In' || words.sentence(first) !== sentence) return false
  if (words.sentence(first - 1) === sentence) return false
  return places.some(({ place }) => gazetteer.kind(place) === 'country' || gazetteer.kind(place) === 'region')
}

const longestJoint = 9 // tokens of ", a small port town in the south-east of"

/** "Paris, Texas", "Paris (Texas", "Paris Tex.", "Paris in northern Texas", "Paris, a town in Texas" */
const isJoined = (words: TokenWords, end: number, next: number): boolean => {
  if (next - end > longestJoint) return false
  let between = ''
  for (let i = end; i < next; i++) between += `${words.word(i)} `
  return joint.test(between)
}
/** example: ", northern ", ", a port in " · not: "and ", ", who lives in " */
const joint =
  /^(?:[,(] )?(?:(?:a|the) (?:[a-z-]+ ){0,2}(?:town|city|village|suburb|district|port|resort|capital|community|region|province) (?:in|of) )?(?:in )?(?:the )?(?:(?:north|south|east|west|central|upper|lower)(?:ern)?(?:-?(?:east|west))?(?:ern)? (?:of )?)?$/

const holdsSome = (inner: Toponym, outer: Toponym, gazetteer: Gazetteer): boolean =>
  inner.places.some(({ place }) => outer.places.some(({ place: area }) => holds(area, place, gazetteer)))

/** Whether an area (country, first- or second-level) contains a place. */
export const holds = (area: number, place: number, gazetteer: Gazetteer): boolean => {
  if (area === place) return false
  switch (gazetteer.kind(area)) {
    case 'country':
      return gazetteer.country(area) === gazetteer.country(place)
    case 'region':
      return gazetteer.admin1(area) === gazetteer.admin1(place)
    case 'county':
      return (
        gazetteer.admin1(area) === gazetteer.admin1(place) &&
        (gazetteer.admin2(area) === gazetteer.admin2(place) || isClose(area, place, gazetteer))
      )
    default:
      return false
  }
}

const countyReach = 0.6 // degrees: counties without a code in the town list

const isClose = (a: number, b: number, gazetteer: Gazetteer): boolean =>
  !gazetteer.admin2Code(a) &&
  Math.abs(gazetteer.lat(a) - gazetteer.lat(b)) < countyReach &&
  Math.abs(gazetteer.lon(a) - gazetteer.lon(b)) < countyReach
