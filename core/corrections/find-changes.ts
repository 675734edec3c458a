/**
 * What changed between two states of an article's findings.
 *
 *   "We will rebuild"  ->  "We will rebuild it all"     quote reworded
 *   said by Ana Ruiz   ->  said by Luis Ruiz            quote reattributed
 *   Springfield, US-IL ->  Springfield, US-MO           place moved
 *
 * Findings are told apart by what they say, not by where they stand: a paragraph put in front changes nothing. Two
 * wordings are of the same finding when they share at least half of their words.
 */
import type { Change } from '../../content-schema/correction.ts'
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote } from '../../content-schema/quote.ts'
import { pairUp } from './pair-up.ts'

/** What of a published article is compared. */
export interface Findings {
  readonly headline: string
  readonly summary: { readonly sentences: readonly { readonly text: string }[] }
  readonly quotes: readonly Quote[]
  readonly places: readonly Place[]
  readonly names: readonly Name[]
}

export const findChanges = (before: Findings, after: Findings): Change[] => [
  ...headlineChanges(before.headline, after.headline),
  ...summaryChanges(before.summary.sentences, after.summary.sentences),
  ...quoteChanges(before.quotes, after.quotes),
  ...placeChanges(before.places, after.places),
  ...nameChanges(before.names, after.names),
]

const headlineChanges = (before: string, after: string): Change[] =>
  before === after ? [] : [{ subject: 'headline', kind: 'reworded', id: null, before, after }]

type Sentences = Findings['summary']['sentences']

const summaryChanges = (before: Sentences, after: Sentences): Change[] =>
  pairUp(before, after, sentence => sentence.text).flatMap(([old, now]): Change[] => {
    if (old?.text === now?.text) return []
    return [{ subject: 'summary', id: null, ...kindAndWords(old?.text, now?.text) }]
  })

const quoteChanges = (before: readonly Quote[], after: readonly Quote[]): Change[] =>
  pairUp(before, after, quote => quote.text).flatMap(([old, now]): Change[] => {
    const id = now?.id ?? old?.id ?? null
    const changes: Change[] = []
    if (old?.text !== now?.text) changes.push({ subject: 'quote', id, ...kindAndWords(old?.text, now?.text) })
    if (old && now && old.speaker?.name !== now.speaker?.name) {
      const speakers = { before: old.speaker?.name ?? null, after: now.speaker?.name ?? null }
      changes.push({ subject: 'quote', id, kind: 'reattributed', ...speakers })
    }
    return changes
  })

/** What is written the same is the same place, and another point on the map is a move; so is what lies at the same point. */
const placeChanges = (before: readonly Place[], after: readonly Place[]): Change[] => {
  const pairs = pairByKey(before, after, place => place.asWritten.toLowerCase(), isAtSamePoint)
  const gone = new Set(pairs.flatMap(([old, now]) => (now === null ? [old?.geonameId] : [])))
  const come = new Set(pairs.flatMap(([old, now]) => (old === null ? [now?.geonameId] : [])))
  return pairs.flatMap(([old, now]): Change[] => {
    const id = now?.id ?? old?.id ?? null
    const geonameId = now?.geonameId ?? old?.geonameId ?? null
    if (!old || !now) {
      // "Syrian" in the one, "Syria" in the other: still there.
      if (geonameId !== null && gone.has(geonameId) && come.has(geonameId)) return []
      return [{ subject: 'place', id, ...kindAndWords(old?.name, now?.name) }]
    }
    if (isAtSamePoint(old, now)) return []
    return [{ subject: 'place', id, kind: 'moved', before: whereIs(old), after: whereIs(now) }]
  })
}

const isAtSamePoint = (old: Place, now: Place): boolean =>
  old.geonameId === now.geonameId && old.lat === now.lat && old.lon === now.lon

const whereIs = (place: Place): string =>
  [place.name, place.admin1, place.countryCode, place.lat === null ? null : `${place.lat},${place.lon}`]
    .filter(part => part !== null)
    .join(', ')

const nameChanges = (before: readonly Name[], after: readonly Name[]): Change[] =>
  pairByKey(before, after, name => `${name.kind} ${name.name.toLowerCase()}`).flatMap(
    ([old, now]): Change[] =>
      old && now
        ? []
        : [{ subject: 'name', id: now?.id ?? old?.id ?? null, ...kindAndWords(old?.name, now?.name) }],
  )

const kindAndWords = (
  before: string | undefined,
  after: string | undefined,
): Pick<Change, 'kind' | 'before' | 'after'> => ({
  kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'reworded',
  before: before ?? null,
  after: after ?? null,
})

type Pair<Finding> = readonly [Finding | null, Finding | null]

/** Of several with one key (Washington the city, Washington the state), those that are the same are paired first. */
const pairByKey = <Finding>(
  before: readonly Finding[],
  after: readonly Finding[],
  keyOf: (finding: Finding) => string,
  isSame: (old: Finding, now: Finding) => boolean = () => true,
): Pair<Finding>[] => {
  const earlier = new Map<string, Finding[]>()
  for (const old of before) {
    const alike = earlier.get(keyOf(old))
    if (alike) alike.push(old)
    else earlier.set(keyOf(old), [old])
  }
  const partners = new Map<Finding, Finding>()
  for (const mayPair of [isSame, () => true]) {
    for (const now of after) {
      const waiting = earlier.get(keyOf(now)) ?? []
      const at = partners.has(now) ? -1 : waiting.findIndex(old => mayPair(old, now))
      const [old] = at === -1 ? [] : waiting.splice(at, 1)
      if (old !== undefined) partners.set(now, old)
    }
  }
  const left = new Set([...earlier.values()].flat())
  return [
    ...before.filter(old => left.has(old)).map((old): Pair<Finding> => [old, null]),
    ...after.map((now): Pair<Finding> => [partners.get(now) ?? null, now]),
  ]
}
