/**
 * What cannot be right about places on a map, said as warnings: nothing is changed.
 *
 *   Idlib at 36.63, 35.93 -> misplaced at places[0]: latitude and longitude look swapped
 *
 * Land is where the gazetteer has towns: cells of one degree and their neighbours. So a point 150 km off the coast may
 * pass, and a lonely island may be asked about.
 */
import type { Place } from '../../content-schema/place.ts'
import type { Problem } from '../../content-schema/problem.ts'
import { continentOf } from './continents.ts'
import type { Gazetteer } from './gazetteer.ts'

type Cells = ReadonlySet<number>

/** Warnings about resolved places, in the order of the places. */
export const lintPlaces = (places: readonly Place[], gazetteer: Gazetteer): Problem[] => {
  const warnings = places.flatMap((place, i) => lintPoint(place, `places[${i}]`, gazetteer))
  return [...warnings, ...lintSpread(places)]
}

const warning = (path: string, message: string): Problem => ({
  code: 'misplaced',
  path,
  message,
  level: 'warning',
})

/** Kinds that lie inside the one country they name. */
const onLand: ReadonlySet<string> = new Set(['city', 'district', 'landmark', 'airport', 'county', 'region'])

const lintPoint = (place: Place, path: string, gazetteer: Gazetteer): Problem[] => {
  const { lat, lon, countryCode: country } = place
  if (lat === null || lon === null || country === null || !onLand.has(place.kind)) return []
  const cells = cellsOf(country, gazetteer)
  if (cells.size === 0) return [warning(path, `${place.name}: no country has the code ${country}`)]
  if (isNear(lat, lon, cells)) return []
  const at = `${place.name} is at ${lat}, ${lon}`
  if (Math.abs(lon) <= 90 && isNear(lon, lat, cells))
    return [warning(path, `${at}; latitude and longitude look swapped, expected ${lon}, ${lat}`)]
  const other = countryAt(lat, lon, gazetteer)
  if (other === null)
    return [warning(path, `${at}: in the sea or where nobody lives, expected a point in ${country}`)]
  return [warning(path, `${at}: in or near ${other}, not in ${country}; check the point or the country`)]
}

const cellNumber = (lat: number, lon: number): number =>
  (Math.floor(lat) + 90) * 360 + ((Math.floor(lon) + 180 + 360) % 360)

const known = new WeakMap<Gazetteer, Map<string, Cells>>()

/** The cells in which a country has places, found once. */
const cellsOf = (country: string, gazetteer: Gazetteer): Cells => {
  const cache = known.get(gazetteer) ?? new Map<string, Cells>()
  known.set(gazetteer, cache)
  const had = cache.get(country)
  if (had) return had
  const cells = new Set<number>()
  const [first, end] = gazetteer.placesOf(country)
  for (let place = first; place < end; place++)
    cells.add(cellNumber(gazetteer.lat(place), gazetteer.lon(place)))
  cache.set(country, cells)
  return cells
}

const isNear = (lat: number, lon: number, cells: Cells): boolean => {
  for (let north = -1; north <= 1; north++)
    for (let east = -1; east <= 1; east++) if (cells.has(cellNumber(lat + north, lon + east))) return true
  return false
}

/** A country that has places in the cell itself, or null. */
const countryAt = (lat: number, lon: number, gazetteer: Gazetteer): string | null =>
  gazetteer.countryCodes().find(code => code !== '' && cellsOf(code, gazetteer).has(cellNumber(lat, lon))) ??
  null

const surely = 0.75 // a place chosen with more than that needs no other reason
const worthAsking = 0.25 // share of a runner-up below which it is no better guess

const doubtMark = 'places: '

/** The article's doubts about its places, for its limits: found without a gazetteer. */
export const placeDoubts = (places: readonly Place[]): string[] =>
  [...lintSpread(places), ...lintMoved(places)].map(({ message }) => `${doubtMark}${message}`)

/** Limits with the doubts about these places instead of those about the places before. */
export const withPlaceDoubts = (limits: readonly string[], places: readonly Place[]): string[] => [
  ...limits.filter(limit => !limit.startsWith(doubtMark)),
  ...placeDoubts(places),
]

const farAwayDegrees = 5 // some 500 km

/** Points that an editor typed the wrong way round: far from the other places of the article, near them when swapped. */
const lintMoved = (places: readonly Place[]): Problem[] =>
  places.flatMap((place, i) => {
    const { lat, lon } = place
    if (place.by !== 'editor' || lat === null || lon === null || Math.abs(lon) > 90) return []
    const others = places.filter(other => other !== place && other.lat !== null)
    const isNearSome = (north: number, east: number): boolean =>
      others.some(
        other =>
          Math.abs((other.lat ?? 0) - north) < farAwayDegrees &&
          Math.abs((other.lon ?? 0) - east) < farAwayDegrees,
      )
    if (isNearSome(lat, lon) || !isNearSome(lon, lat)) return []
    const message = `${place.name} was moved to ${lat}, ${lon}; latitude and longitude look swapped, expected ${lon}, ${lat}`
    return [warning(`places[${i}]`, message)]
  })

/** Towns alone on their continent, where the same name was to be had on the article's own. Looks at no gazetteer. */
export const lintSpread = (places: readonly Place[]): Problem[] => {
  const resolved = places.filter(place => place.countryCode !== null && place.lat !== null)
  return places.flatMap((place, i) => {
    if (place.kind !== 'city' || place.lat === null || place.confidence >= surely) return []
    const others = resolved.filter(other => other !== place)
    if (others.some(other => other.countryCode === place.countryCode)) return []
    const own = continentOf(place.countryCode ?? '')
    const rest = new Set(others.map(other => continentOf(other.countryCode ?? '')))
    if (rest.size === 0 || rest.has(own)) return []
    const instead = place.alternatives.find(
      other => other.score >= worthAsking && rest.has(continentOf(other.countryCode ?? '')),
    )
    if (!instead) return []
    const message = `${place.name} (${place.countryCode}) is alone on its continent; ${instead.name} (${instead.countryCode}) would be nearer to the rest`
    return [warning(`places[${i}]`, message)]
  })
}
