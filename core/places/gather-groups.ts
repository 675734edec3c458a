/**
 * Mentions of one name are one place unless the article says otherwise: toponyms gathered into groups, each with
 * the places that it could be.
 *
 *   "Paris, Texas … Paris … Paris, France" -> group Paris in Texas (with the bare mention), group Paris in France
 */

import { findContainers } from './find-containers.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { NameType } from './pack-gazetteer.ts'
import { type GazetteerKind, isTown } from './place-kinds.ts'
import type { TokenWords } from './token-words.ts'
import type { Toponym } from './toponym.ts'

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
  const contained = new Map<string, ContainedGroup[]>()
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
    if (group) {
      group.mentions.push(i)
      return
    }
    const begun = { id, mentions: [i], containers: [container] }
    groups.set(id, begun)
    const ofName = contained.get(toponym.key)
    if (ofName) ofName.push(begun)
    else contained.set(toponym.key, [begun])
  })
  for (const i of bare) {
    const key = toponyms[i]?.key ?? ''
    const isArea = outer.has(i) && isCityToo(toponyms[i], gazetteer)
    const id = isArea ? `${key}${asArea}` : (nearestGroup(contained.get(key), i) ?? key)
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

/** A group of mentions that say what contains the place: "Paris, Texas". */
interface ContainedGroup {
  readonly id: string
  readonly mentions: readonly number[]
}

/** Of the groups of a name, the one whose mention stands last before a place, or else first after it. */
const nearestGroup = (groups: readonly ContainedGroup[] = [], at: number): string | null => {
  let best: string | null = null
  let bestGap = Number.POSITIVE_INFINITY
  for (const { id, mentions } of groups) {
    for (const mention of mentions) {
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
