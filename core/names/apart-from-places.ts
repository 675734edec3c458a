/**
 * Names that are places after all: what the gazetteer and the context have put on the map is nobody's name.
 *
 *   Hama, tagged as a person, stands on the map of Syria -> no name
 *
 * A place inside a longer name ("University of Bergen") leaves the name alone.
 */
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'

/** Below this a place is itself a guess. */
const leastConfidence = 0.6

export const apartFromPlaces = (names: readonly Name[], places: readonly Place[]): Name[] => {
  const placed = new Set<string>()
  for (const place of places) {
    if (place.confidence < leastConfidence) continue
    for (const { start, end } of place.mentions) placed.add(`${start}:${end}`)
  }
  return names.filter(({ mentions }) => {
    const asPlace = mentions.filter(({ start, end }) => placed.has(`${start}:${end}`)).length
    return asPlace * 2 <= mentions.length
  })
}
