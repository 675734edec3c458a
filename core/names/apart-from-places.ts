/**
 * Names that are places after all: what the gazetteer and the context have put on the map is nobody's name.
 *
 *   Hama, tagged as a person, stands on the map of Syria -> no name
 *   "Jabal" of "Jabal al Zawiya", which is a place        -> no name
 *
 * A place inside a longer name ("University of Bergen") leaves the name alone.
 */
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Span } from '../../content-schema/span.ts'

/** Below this a place is itself a guess; from the other on it is one, however sure of the name the tagger was. */
const leastConfidence = 0.5
const surePlace = 0.6

export const apartFromPlaces = (names: readonly Name[], places: readonly Place[]): Name[] => {
  const placed = places
    .filter(({ confidence }) => confidence >= leastConfidence)
    .flatMap(({ mentions, confidence }) => mentions.map(({ start, end }) => ({ start, end, confidence })))
    .sort((a, b) => a.start - b.start)
  return names.filter(({ mentions, confidence }) => {
    const asPlace = mentions.filter(mention => isWithin(placed, mention, confidence)).length
    return asPlace * 2 <= mentions.length
  })
}

interface PlacedMention {
  readonly start: number
  readonly end: number
  readonly confidence: number
}

/** Whether a surer place covers the mention; a part of a place's name needs no more than a place. */
const isWithin = (placed: readonly PlacedMention[], { start, end }: Span, confidence: number): boolean => {
  let low = 0
  let high = placed.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((placed[middle]?.start ?? 0) <= start) low = middle + 1
    else high = middle
  }
  const place = placed[low - 1]
  if (!place || place.end < end) return false
  const isPart = place.start < start || place.end > end
  return isPart || place.confidence >= Math.min(confidence, surePlace)
}
