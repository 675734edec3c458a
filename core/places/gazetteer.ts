/**
 * The packed gazetteer, opened: typed arrays over the bytes, nothing parsed.
 *
 *   const found = gazetteer.find('idlib')   // postings of every place of that name
 *   gazetteer.name(found[0].place)          // "Idlib"
 *
 * Written by pack-gazetteer.ts, which draws the layout; the names are read by name-records.ts.
 */
import { type NamedPlace, type NameFlags, type NameRecords, openNameRecords, three } from './name-records.ts'
import { gazetteerMagic, gazetteerVersion, headerInts } from './pack-gazetteer.ts'
import { type GazetteerKind, placeKinds } from './place-kinds.ts'

export type { NamedPlace, NameFlags }

export interface Gazetteer {
  readonly size: number
  /** Whether a name may have that hash (hashKey of its folded spelling); most that are asked for have not. */
  mayHold(hash: number): boolean
  /** Places that a folded name stands for; empty where there is none. */
  find(key: string): readonly NamedPlace[]
  /** Places whose name is romanised otherwise. */
  findLoosely(key: string): readonly NamedPlace[]
  /** How common the name is as something else; zeros for a name that is not in the gazetteer. */
  flags(key: string): NameFlags
  name(place: number): string
  kind(place: number): GazetteerKind
  lat(place: number): number
  lon(place: number): number
  population(place: number): number
  /** 0 where unknown. */
  geonameId(place: number): number
  /** ISO code, "" on the high seas. */
  country(place: number): string
  /** All of them, where it lies in several. */
  countries(place: number): readonly string[]
  /** Number of the first-level area, the same for all its places. */
  admin1(place: number): number
  admin2(place: number): number
  /** Code within the country: "LA"; "" for none. */
  admin1Code(group: number): string
  admin2Code(place: number): boolean
  /** The area itself, or -1. */
  admin1Place(group: number): number
  admin2Place(group: number): number
  countryPlace(code: string): number
  /** ISO codes of all countries that have places. */
  countryCodes(): readonly string[]
  /** Numbers [first, end) of the places of a country; [0, 0) where there is none. */
  placesOf(code: string): readonly [first: number, end: number]
  /** Of "US.LA"; -1 where unknown. */
  admin1Of(code: string): number
}

/** Of the packed byte: eight steps for each doubling. */
const populations = Float64Array.from({ length: 256 }, (_, i) => (i === 0 ? 0 : Math.round(2 ** (i / 8))))

const decoder = new TextDecoder()

/** @throws where magic or version is not the one this code reads. */
export const openGazetteer = (given: Uint8Array): Gazetteer => {
  const bytes = given.byteOffset % 4 === 0 ? given : new Uint8Array(given)
  const header =
    bytes.length >= headerInts * 4 ? new Uint32Array(bytes.buffer, bytes.byteOffset, headerInts) : []
  if (header[0] !== gazetteerMagic || header[1] !== gazetteerVersion)
    throw new Error(
      `gazetteer: not a packed gazetteer of version ${gazetteerVersion} (${bytes.length} bytes); run "npm run pack"`,
    )
  return new PackedGazetteer(bytes, header[2] ?? 0, index => header[3 + index] ?? 0)
}

class PackedGazetteer implements Gazetteer {
  readonly size: number
  private readonly nameAt: Uint8Array
  private readonly ids: Uint8Array
  private readonly lats: Uint8Array
  private readonly lons: Uint8Array
  private readonly populations: Uint8Array
  private readonly kinds: Uint8Array
  private readonly countryStarts: Uint32Array
  private readonly admin1Starts: Uint32Array
  private readonly admin2Starts: Uint32Array
  private readonly records: NameRecords
  private readonly texts: Uint8Array
  private lines: readonly string[] | null = null
  private knownCodes: readonly string[] | null = null
  private admin1Codes: readonly string[] | null = null
  private manyCountries: ReadonlyMap<number, readonly string[]> | null = null

  constructor(bytes: Uint8Array, size: number, offset: (section: number) => number) {
    const ints = (section: number): Uint32Array =>
      new Uint32Array(
        bytes.buffer,
        bytes.byteOffset + offset(section),
        (offset(section + 1) - offset(section)) >> 2,
      )
    const raw = (section: number): Uint8Array => bytes.subarray(offset(section), offset(section + 1))
    this.size = size
    this.nameAt = raw(0)
    this.ids = raw(1)
    this.lats = raw(2)
    this.lons = raw(3)
    this.populations = raw(4)
    this.kinds = raw(5)
    this.countryStarts = ints(6)
    this.admin1Starts = ints(7)
    this.admin2Starts = ints(8)
    this.records = openNameRecords({
      buckets: ints(9),
      names: raw(10),
      looseHashes: ints(11),
      looseOffsets: ints(12),
    })
    this.texts = raw(13)
  }

  mayHold(hash: number): boolean {
    return this.records.mayHold(hash)
  }
  find(key: string): readonly NamedPlace[] {
    return this.records.find(key)
  }
  flags(key: string): NameFlags {
    return this.records.flags(key)
  }
  findLoosely(key: string): readonly NamedPlace[] {
    return this.records.findLoosely(key)
  }
  name(place: number): string {
    return this.records.textAt(three(this.nameAt, place * 3))
  }
  kind(place: number): GazetteerKind {
    return placeKinds[this.kinds[place] ?? 0] ?? 'city'
  }
  lat(place: number): number {
    return rounded(three(this.lats, place * 3) * (180 / 0xff_ff_ff) - 90)
  }
  lon(place: number): number {
    return rounded(three(this.lons, place * 3) * (360 / 0xff_ff_ff) - 180)
  }
  population(place: number): number {
    return populations[this.populations[place] ?? 0] ?? 0
  }
  geonameId(place: number): number {
    return three(this.ids, place * 3)
  }

  country(place: number): string {
    return this.codes()[groupOf(this.countryStarts, place)] ?? ''
  }
  countries(place: number): readonly string[] {
    this.manyCountries ??= readMany(this.line(2))
    const one = this.country(place)
    return this.manyCountries.get(place) ?? (one === '' ? [] : [one])
  }
  admin1(place: number): number {
    return groupOf(this.admin1Starts, place)
  }
  admin2(place: number): number {
    return groupOf(this.admin2Starts, place)
  }
  admin1Code(group: number): string {
    this.admin1Codes ??= this.line(1).split(',')
    const code = this.admin1Codes[group] ?? ''
    return code.slice(code.indexOf('.') + 1)
  }
  admin2Code(place: number): boolean {
    return this.admin2Starts[groupOf(this.admin2Starts, place)] !== this.admin1Starts[this.admin1(place)]
  }
  admin1Place(group: number): number {
    const place = this.admin1Starts[group] ?? 0
    return this.kind(place) === 'region' ? place : -1
  }
  admin2Place(group: number): number {
    const place = this.admin2Starts[group] ?? 0
    return this.kind(place) === 'county' ? place : -1
  }
  countryPlace(code: string): number {
    const group = this.codes().indexOf(code)
    const place = this.countryStarts[group] ?? -1
    return place >= 0 && this.kind(place) === 'country' ? place : -1
  }
  countryCodes(): readonly string[] {
    return this.codes()
  }
  placesOf(code: string): readonly [first: number, end: number] {
    const group = this.codes().indexOf(code)
    if (group < 0) return [0, 0]
    return [this.countryStarts[group] ?? 0, this.countryStarts[group + 1] ?? this.size]
  }
  admin1Of(code: string): number {
    const country = this.codes().indexOf(code.slice(0, 2))
    if (country < 0) return -1
    const first = this.countryStarts[country] ?? 0
    const end = this.countryStarts[country + 1] ?? this.size
    for (let group = this.admin1(first); (this.admin1Starts[group] ?? end) < end; group++)
      if (this.admin1Code(group) === code.slice(3) && code.length > 3) return group
    return -1
  }

  /** ISO codes of the countries, cut on first use. */
  private codes(): readonly string[] {
    this.knownCodes ??= this.line(0).split(',')
    return this.knownCodes
  }

  /** The few kilobytes of codes: of countries, of first-level areas, of the places that lie in several. */
  private line(number: 0 | 1 | 2): string {
    this.lines ??= decoder.decode(this.texts).split('\n')
    return this.lines[number] ?? ''
  }
}

/** "1203:US,CA;…" -> 1203: US and CA */
const readMany = (line: string): ReadonlyMap<number, readonly string[]> => {
  const many = new Map<number, readonly string[]>()
  for (const entry of line.split(';')) {
    const [place = '', codes = ''] = entry.split(':')
    if (codes !== '') many.set(Number(place), codes.split(','))
  }
  return many
}

/** Five decimals: a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 100_000) / 100_000

/** The last group that begins at or before the place. */
const groupOf = (starts: Uint32Array, place: number): number => {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
