/**
 * Writes the packed gazetteer that gazetteer.ts opens.
 *
 *   openGazetteer(packGazetteer(rows)).find("idlib") -> the places that have that name
 *
 * Sections, each beginning at a multiple of four bytes, offsets in the header:
 *   header     magic, version, counts, section offsets
 *   places     one column after another; sorted by country, first-level and second-level code, so that which area
 *              a place lies in is found by its number alone; the area itself comes first in its group
 *   groups     first place of each country, first-level and second-level area
 *   buckets    for each of 65,536 hash buckets, where its name records begin
 *   names      records: tag, flags, length, UTF-8, count, postings of three bytes (place number and how it is named)
 *   loose      hashes of loose keys, sorted, and where their name records begin
 *   texts      codes of countries and areas; the countries of places that lie in more than one
 */
import { foldName, hashKey } from './fold-name.ts'
import { looseKey } from './loose-key.ts'
import { type GazetteerKind, placeKinds } from './place-kinds.ts'

export const gazetteerMagic = 0x5a_47_44_43 // "CDGZ"
export const gazetteerVersion = 1
export const headerInts = 20
export const bucketCount = 65_536

/** How a place is called by a name. */
export const nameTypes = ['name', 'other', 'demonym', 'abbreviation'] as const
export type NameType = (typeof nameTypes)[number]

/** One place on its way into the packed file. */
export interface GazetteerRow {
  readonly name: string
  readonly kind: GazetteerKind
  readonly lat: number
  readonly lon: number
  readonly population: number
  readonly geonameId: number
  /** ISO codes; the first one sorts the place, "" for the high seas and continents. */
  readonly countries: readonly string[]
  /** "US.LA" or "". */
  readonly admin1: string
  /** "US.LA.079" or "". */
  readonly admin2: string
  readonly names: readonly { readonly name: string; readonly type: NameType }[]
}

export interface PackOptions {
  /** Two bits each: how common the name is as a surname, a first name, an English word. */
  readonly flagsOf: (folded: string) => number
  /** Countries whose names are romanised in several ways. */
  readonly looseCountries: ReadonlySet<string>
}

const encoder = new TextEncoder()
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const areaFirst = (row: GazetteerRow): number =>
  row.kind === 'country' || row.kind === 'region' || row.kind === 'county' ? 0 : 1

/** In the order of the packed file. */
const sortRows = (rows: readonly GazetteerRow[]): GazetteerRow[] =>
  [...rows].sort(
    (a, b) =>
      byText(a.countries[0] ?? '', b.countries[0] ?? '') ||
      byText(a.admin1, b.admin1) ||
      byText(a.admin2, b.admin2) ||
      areaFirst(a) - areaFirst(b) ||
      b.population - a.population ||
      a.geonameId - b.geonameId ||
      byText(a.name, b.name),
  )

/** Population in a byte: eight steps for each doubling. */
export const packPopulation = (population: number): number =>
  population <= 0 ? 0 : Math.min(255, Math.max(1, Math.round(8 * Math.log2(population + 1))))

/** A byte writer that grows. */
class Bytes {
  private bytes = new Uint8Array(1 << 20)
  length = 0
  push(...values: readonly number[]): void {
    for (const value of values) {
      if (this.length === this.bytes.length) this.grow()
      this.bytes[this.length++] = value
    }
  }
  append(values: Uint8Array): void {
    while (this.length + values.length > this.bytes.length) this.grow()
    this.bytes.set(values, this.length)
    this.length += values.length
  }
  align(): number {
    while (this.length % 4 !== 0) this.push(0)
    return this.length
  }
  private grow(): void {
    const larger = new Uint8Array(this.bytes.length * 2)
    larger.set(this.bytes)
    this.bytes = larger
  }
  done(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }
}

const bytesOf = (array: Uint32Array | Uint16Array | Int32Array): Uint8Array => new Uint8Array(array.buffer)

interface NameRecord {
  readonly text: string
  readonly key: string
  readonly hash: number
  readonly postings: number[]
  isLoose: boolean
}

/** All names of all places, one record a spelling. */
const gatherNames = (rows: readonly GazetteerRow[], options: PackOptions): Map<string, NameRecord> => {
  const records = new Map<string, NameRecord>()
  const add = (text: string, type: NameType, id: number, isLoose: boolean): void => {
    const key = foldName(text)
    if (key === '' || encoder.encode(text).length > 255) return
    let record = records.get(text)
    if (!record) {
      record = { text, key, hash: hashKey(key), postings: [], isLoose: false }
      records.set(text, record)
    }
    if (record.postings.some(posting => posting >> 4 === id)) return
    record.postings.push((id << 4) | nameTypes.indexOf(type))
    if (isLoose) record.isLoose = true
  }
  rows.forEach((row, id) => {
    const isLoose = options.looseCountries.has(row.countries[0] ?? '')
    add(row.name, 'name', id, isLoose)
    for (const { name, type } of row.names) add(name, type, id, isLoose && type === 'other')
  })
  return records
}

interface PackedNames {
  readonly blob: Uint8Array
  readonly buckets: Uint32Array
  readonly offsets: ReadonlyMap<string, number>
  readonly looseHashes: Uint32Array
  readonly looseOffsets: Uint32Array
}

const packNames = (records: ReadonlyMap<string, NameRecord>, options: PackOptions): PackedNames => {
  const sorted = [...records.values()].sort((a, b) => a.hash - b.hash || byText(a.text, b.text))
  const blob = new Bytes()
  const buckets = new Uint32Array(bucketCount + 1)
  const offsets = new Map<string, number>()
  const loose: [number, number][] = []
  let bucket = 0
  for (const record of sorted) {
    while (bucket <= record.hash >>> 16) buckets[bucket++] = blob.length
    const at = blob.length
    offsets.set(record.text, at)
    const text = encoder.encode(record.text)
    const postings = record.postings.slice(0, 255)
    blob.push((record.hash >>> 8) & 255, options.flagsOf(record.key), text.length)
    blob.append(text)
    blob.push(postings.length)
    for (const posting of postings) blob.push(posting & 255, (posting >> 8) & 255, (posting >> 16) & 255)
    const key = record.isLoose ? looseKey(record.key) : ''
    if (key !== '') loose.push([hashKey(key), at])
  }
  while (bucket <= bucketCount) buckets[bucket++] = blob.length
  loose.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  return {
    blob: blob.done(),
    buckets,
    offsets,
    looseHashes: Uint32Array.from(loose, ([hash]) => hash),
    looseOffsets: Uint32Array.from(loose, ([, at]) => at),
  }
}

/** First place of each group, and the code of each group. */
const groupBy = (rows: readonly GazetteerRow[], codeOf: (row: GazetteerRow) => string) => {
  const starts: number[] = []
  const codes: string[] = []
  rows.forEach((row, id) => {
    const code = codeOf(row)
    if (id === 0 || code !== codes[codes.length - 1]) {
      starts.push(id)
      codes.push(code)
    }
  })
  return { starts: Uint32Array.from(starts), codes }
}

/** @throws where a field does not fit its column. */
export const packGazetteer = (given: readonly GazetteerRow[], options: PackOptions): Uint8Array => {
  const rows = sortRows(given)
  if (rows.length >= 1 << 20) throw new RangeError(`gazetteer: ${rows.length} places, at most ${1 << 20}`)
  const names = packNames(gatherNames(rows, options), options)
  const country = groupBy(rows, row => row.countries[0] ?? '')
  const admin1 = groupBy(rows, row => `${row.countries[0] ?? ''} ${row.admin1}`)
  const admin2 = groupBy(rows, row => `${row.countries[0] ?? ''} ${row.admin1} ${row.admin2}`)
  const many = rows.flatMap((row, id) =>
    row.countries.length > 1 ? [`${id}:${row.countries.join(',')}`] : [],
  )
  const out = new Bytes()
  out.append(new Uint8Array(headerInts * 4))
  const offsets: number[] = []
  const section = (bytes: Uint8Array): void => {
    offsets.push(out.align())
    out.append(bytes)
  }
  section(threeBytes(rows, row => names.offsets.get(row.name) ?? 0))
  section(threeBytes(rows, row => row.geonameId))
  section(threeBytes(rows, row => Math.round(((row.lat + 90) / 180) * 0xff_ff_ff)))
  section(threeBytes(rows, row => Math.round(((row.lon + 180) / 360) * 0xff_ff_ff)))
  section(Uint8Array.from(rows, row => packPopulation(row.population)))
  section(Uint8Array.from(rows, row => placeKinds.indexOf(row.kind)))
  section(bytesOf(country.starts))
  section(bytesOf(admin1.starts))
  section(bytesOf(admin2.starts))
  section(bytesOf(names.buckets))
  section(names.blob)
  section(bytesOf(names.looseHashes))
  section(bytesOf(names.looseOffsets))
  const texts = [
    country.codes.join(','),
    admin1.codes.map(code => code.slice(3)).join(','),
    many.join(';'),
  ].join('\n')
  section(encoder.encode(texts))
  offsets.push(out.length)
  const bytes = out.done()
  const counts = [rows.length, country.starts.length, admin1.starts.length, admin2.starts.length]
  new Uint32Array(bytes.buffer, 0, headerInts).set([
    gazetteerMagic,
    gazetteerVersion,
    ...counts.slice(0, 1),
    ...offsets,
  ])
  return bytes
}

/** A column of three bytes a place; for degrees that is steps of a metre or two. */
const threeBytes = (rows: readonly GazetteerRow[], columnOf: (row: GazetteerRow) => number): Uint8Array => {
  const bytes = new Uint8Array(rows.length * 3)
  rows.forEach((row, i) => {
    const value = columnOf(row)
    if (!(value >= 0 && value <= 0xff_ff_ff))
      throw new RangeError(
        `gazetteer: ${row.name} (${row.lat}, ${row.lon}, ${row.geonameId}) does not fit a column`,
      )
    bytes.set([value & 255, (value >> 8) & 255, value >> 16], i * 3)
  })
  return bytes
}
