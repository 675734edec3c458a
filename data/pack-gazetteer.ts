/**
 * Makes data/packed/gazetteer.bin from its sources.
 *
 *   npm run pack                 fetches the sources, writes the packed file
 *   npm run pack -- --check      compares with the packed file instead; exit 1 where they differ
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { foldName } from '../core/places/fold-name.ts'
import { type GazetteerRow, packGazetteer } from '../core/places/pack-gazetteer.ts'
import { fetchSources, sourceFile } from './fetch-sources.ts'
import { readCounties, readCountries, readRegions } from './read-areas.ts'
import { placeByNearestTown, readAirports, readFeatures } from './read-features.ts'
import { readTable } from './read-tables.ts'
import { looseCountries, readTowns } from './read-towns.ts'

const packedFile = fileURLToPath(new URL('./packed/gazetteer.bin', import.meta.url))
const mostBytes = 9_000_000 // opened at every cold start and bundled with the function

export const readRows = (): GazetteerRow[] => {
  const towns = readTowns()
  const { regions, rest } = readRegions(towns)
  const counties = readCounties(towns)
  const known = new Set(counties.map(county => `${county.countries[0]} ${foldName(county.name)}`))
  const extra = rest.filter(area => !known.has(`${area.countries[0]} ${foldName(area.name)}`))
  const others = placeByNearestTown([...readFeatures(), ...readAirports()], towns)
  return [...readCountries(), ...regions, ...counties, ...extra, ...towns, ...others]
}

const level = (share: number, steps: readonly [number, number, number]): number =>
  share >= steps[2] ? 3 : share >= steps[1] ? 2 : share >= steps[0] ? 1 : 0

/** How common a name is as a surname, a first name (US Census, percent of people) or an English word. */
const readFlags = (): ((folded: string) => number) => {
  const census = (file: string): Map<string, number> =>
    new Map(
      readFileSync(sourceFile('names', `names-0.3.0/names/${file}`), 'utf8')
        .split('\n')
        .map(line => line.trim().split(/\s+/))
        .map(([name = '', percent]) => [name.toLowerCase(), Number(percent)]),
    )
  const last = census('dist.all.last')
  const male = census('dist.male.first')
  const female = census('dist.female.first')
  const words = new Map(readTable('common-words.tsv').map(([word = '', rank]) => [word, Number(rank)]))
  return folded => {
    const first = Math.max(male.get(folded) ?? 0, female.get(folded) ?? 0)
    return (
      level(last.get(folded) ?? 0, [0.001, 0.01, 0.05]) |
      (level(first, [0.003, 0.02, 0.1]) << 2) |
      ((words.get(folded) ?? 0) << 4)
    )
  }
}

export const packFromSources = (): Uint8Array =>
  packGazetteer(readRows(), { flagsOf: readFlags(), looseCountries })

const main = (): void => {
  if (!fetchSources()) {
    console.error(
      'pack: SKIPPED: the sources are not in data/.cache and cannot be fetched; gazetteer.bin is as it was',
    )
    return
  }
  const bytes = packFromSources()
  const isCheck = process.argv.includes('--check')
  console.error(`pack: gazetteer.bin ${(bytes.length / 1e6).toFixed(2)} MB of at most ${mostBytes / 1e6}`)
  if (bytes.length > mostBytes) throw new Error(`pack: gazetteer.bin is larger than ${mostBytes} bytes`)
  if (isCheck) {
    if (existsSync(packedFile) && Buffer.compare(readFileSync(packedFile), bytes) === 0) return
    console.error('pack: gazetteer.bin is not what its sources give; run "npm run pack" and commit it')
    process.exitCode = 1
    return
  }
  mkdirSync(fileURLToPath(new URL('./packed/', import.meta.url)), { recursive: true })
  writeFileSync(packedFile, bytes)
}

if (process.argv[1]?.endsWith('pack-gazetteer.ts')) main()
