/**
 * Places of an article: found, told apart, put on the map.
 *
 *   findPlaces(reading, spans, gazetteer, { dateline: 'IDLIB, Syria' })
 *     -> [{ name: 'Idlib', kind: 'city', lat: 35.93, lon: 36.63, countryCode: 'SY', mentions: […], … }]
 *
 * Places that nothing decides between, and names that no gazetteer has, are listed without a point.
 */
import type { Place, PlaceCandidate, PlaceMention } from '../../content-schema/place.ts'
import type { NameSpan } from '../names/tag-names.ts'
import type { Reading } from '../text/reading.ts'
import type { ChosenGroup } from './choose-places.ts'
import type { Gazetteer } from './gazetteer.ts'
import { mentionKind } from './mention-kind.ts'
import { shownKind } from './place-kinds.ts'
import { readToponyms, type ToponymHints, type ToponymReading } from './read-toponyms.ts'
import { type StoryWeight, weighStory } from './weigh-story.ts'
import { locatingPrepositions } from './word-signs.ts'

export interface PlaceHints extends ToponymHints {
  /** The dateline as printed, or null. */
  readonly dateline: string | null
}

const likely = 0.5 // a place less likely right than wrong is listed, never put on the map
const mostAlternatives = 5

/** A place while its mentions are gathered. */
export interface DraftPlace {
  readonly id: string
  /** Number in the gazetteer, -1 where unresolved. */
  readonly place: number
  asWritten: string
  readonly mentions: PlaceMention[]
  readonly alternatives: readonly PlaceCandidate[]
  readonly share: number
  readonly by: string
  readonly isRoad: boolean
  /** Mentions that say that something is in it. */
  located: number
  found: number
}

/** Places of the article, most salient first. */
export const findPlaces = (
  reading: Reading,
  spans: readonly NameSpan[],
  gazetteer: Gazetteer,
  hints: PlaceHints,
): Place[] => {
  const read = readToponyms(reading, spans, gazetteer, hints)
  const drafts = gatherDrafts(reading, read, gazetteer).map(draft => abstainWhereUnsure(draft, gazetteer))
  const weighed = weighStory(reading, drafts, gazetteer, hints.dateline)
  return drafts
    .map((draft, i) => shown(draft, gazetteer, weighed[i] ?? noWeight))
    .sort((a, b) => b.salience - a.salience || (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
}

const noWeight: StoryWeight = { salience: 0, isFocus: false, isDateline: false }

const gatherDrafts = (reading: Reading, read: ToponymReading, gazetteer: Gazetteer): DraftPlace[] => {
  const drafts = new Map<string, DraftPlace>()
  const inGroup = new Set<number>()
  for (const chosen of read.groups) {
    const share = chosen.sure
    const candidate = chosen.group.candidates[chosen.best]
    const place = candidate ? candidate.place : -1
    const id = place >= 0 ? `place-${place}` : `name-${chosen.group.key}`
    for (const mention of chosen.group.mentions) {
      inGroup.add(mention)
      addMention(
        drafts,
        id,
        mention,
        reading,
        read,
        () => ({
          place,
          share,
          alternatives: alternativesOf(chosen, gazetteer, place),
          by: byOf(chosen),
        }),
        candidate?.type === 'demonym',
      )
    }
  }
  read.toponyms.forEach((toponym, i) => {
    if (!read.isPlace[i] || inGroup.has(i)) return
    addMention(
      drafts,
      `name-${toponym.key}`,
      i,
      reading,
      read,
      () => ({
        place: -1,
        share: 1,
        alternatives: [],
        by: toponym.by === 'road' ? 'road by its shape' : 'tagged, not in the gazetteer',
      }),
      false,
    )
  })
  return [...drafts.values()]
}

/** "Springfield" and nothing else: the place is listed with the candidates that there are. */
const abstainWhereUnsure = (draft: DraftPlace, gazetteer: Gazetteer): DraftPlace => {
  if (draft.place < 0 || calibrated(draft) >= likely) return draft
  const best = { ...facts(draft.place, gazetteer), score: rounded(draft.share) }
  return {
    ...draft,
    place: -1,
    by: 'no place of the name is likely enough',
    alternatives: [best, ...draft.alternatives].slice(0, mostAlternatives),
  }
}

const addMention = (
  drafts: Map<string, DraftPlace>,
  id: string,
  index: number,
  reading: Reading,
  read: ToponymReading,
  open: () => Pick<DraftPlace, 'place' | 'share' | 'alternatives' | 'by'>,
  isDemonym: boolean,
): void => {
  const toponym = read.toponyms[index]
  if (!toponym) return
  const mention = {
    start: toponym.start,
    end: toponym.end,
    kind: isDemonym ? ('demonym' as const) : mentionKind(read.words, toponym),
  }
  const located = locatingPrepositions.has(read.words.word(toponym.firstToken - 1).toLowerCase()) ? 1 : 0
  const known = drafts.get(id)
  if (known) {
    if (!isDemonym && known.mentions.every(({ kind }) => kind === 'demonym'))
      known.asWritten = reading.text.slice(toponym.start, toponym.end) // "Syria" rather than "Syrian"
    known.mentions.push(mention)
    known.located += located
    known.found = Math.max(known.found, read.shares[index] ?? 0)
    return
  }
  const { place, share, alternatives, by } = open()
  drafts.set(id, {
    id,
    place,
    share,
    alternatives,
    by,
    asWritten: reading.text.slice(toponym.start, toponym.end),
    mentions: [mention],
    isRoad: toponym.by === 'road',
    located,
    found: read.shares[index] ?? 0,
  })
}

const byOf = ({ group, signs, best }: ChosenGroup): string => {
  if (group.candidates.length === 1) return 'only place of the name'
  if (group.containers.length > 0) return 'contained in what follows'
  return signs[best]?.[1] === 1 ? 'largest of the name, in context' : 'by context'
}

const alternativesOf = (chosen: ChosenGroup, gazetteer: Gazetteer, place: number): PlaceCandidate[] =>
  chosen.group.candidates
    .map((candidate, i) => ({ candidate, share: chosen.shares[i] ?? 0 }))
    .filter(({ candidate }) => candidate.place !== place)
    .sort((a, b) => b.share - a.share || a.candidate.place - b.candidate.place)
    .slice(0, mostAlternatives)
    .map(({ candidate, share }) => ({ ...facts(candidate.place, gazetteer), score: rounded(share) }))

const rounded = (value: number): number => Math.round(value * 1000) / 1000

/** Share of findings that are right, by the product of the two decisions: measured on the visible sets. */
const placedRight: readonly (readonly [number, number])[] = [
  [0, 0],
  [0.43, 0.34],
  [0.63, 0.6],
  [0.78, 0.74],
  [0.88, 0.84],
  [0.93, 0.89],
  [0.96, 0.91],
  [0.98, 0.94],
  [0.995, 0.955],
  [1, 0.97],
]

const rawShares = placedRight.map(([raw]) => raw)
const rightShares = placedRight.map(([, right]) => right)

const calibrated = ({ place, found, share }: DraftPlace): number => {
  if (place < 0) return found
  const raw = found * share
  let above = 1
  while (above + 1 < rawShares.length && (rawShares[above] ?? 1) < raw) above++
  const x0 = rawShares[above - 1] ?? 0
  const y0 = rightShares[above - 1] ?? 0
  return y0 + (((rightShares[above] ?? 1) - y0) * (raw - x0)) / ((rawShares[above] ?? 1) - x0)
}

/** Water between countries lies in none of them. */
const sharedWaters: ReadonlySet<string> = new Set(['ocean', 'sea', 'gulf', 'strait', 'channel'])

const facts = (place: number, gazetteer: Gazetteer) => {
  const kind = gazetteer.kind(place)
  const country = gazetteer.country(place)
  const region = kind === 'country' ? -1 : gazetteer.admin1Place(gazetteer.admin1(place))
  return {
    name: gazetteer.name(place),
    kind: shownKind(kind),
    geonameId: gazetteer.geonameId(place) || null,
    lat: gazetteer.lat(place),
    lon: gazetteer.lon(place),
    countryCode: country === '' || sharedWaters.has(kind) ? null : country,
    admin1: region >= 0 ? gazetteer.name(region) : null,
  }
}

/** Written out as one object: one that grows property by property takes twice the memory. */
const shown = (
  draft: DraftPlace,
  gazetteer: Gazetteer,
  { salience, isFocus, isDateline }: StoryWeight,
): Place => {
  const about = draft.place >= 0 ? facts(draft.place, gazetteer) : unknownFacts(draft)
  return {
    id: draft.id,
    asWritten: draft.asWritten,
    mentions: [...draft.mentions].sort((a, b) => a.start - b.start),
    confidence: rounded(calibrated(draft)),
    by: draft.by,
    alternatives: [...draft.alternatives],
    name: about.name,
    kind: about.kind,
    geonameId: about.geonameId,
    lat: about.lat,
    lon: about.lon,
    countryCode: about.countryCode,
    admin1: about.admin1,
    salience,
    isFocus,
    isDateline,
  }
}

const unknownFacts = (draft: DraftPlace) => ({
  name: draft.asWritten,
  kind: draft.isRoad ? ('road' as const) : ('unresolved' as const),
  geonameId: null,
  lat: null,
  lon: null,
  countryCode: null,
  admin1: null,
})
