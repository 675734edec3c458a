/**
 * The names of the packed gazetteer: records in buckets by hash, each with its flags, its spelling and the places that
 * go by it. pack-gazetteer.ts draws the layout.
 *
 *   records.find('idlib') -> [{ place, type: 'name' }, …]
 */
import { foldName, hashKey } from './fold-name.ts'
import { looseKey } from './loose-key.ts'
import { type NameType, nameTypes } from './pack-gazetteer.ts'

/** A place that goes by a name, and how. */
export interface NamedPlace {
  readonly place: number
  readonly type: NameType
}

/** What a name is besides a place, 0 (never) to 3 (very common). */
export interface NameFlags {
  readonly surname: number
  readonly firstName: number
  readonly word: number
}

export interface NameRecords {
  /** Whether a name may have that hash; most that are asked for have not. */
  mayHold(hash: number): boolean
  find(key: string): readonly NamedPlace[]
  findLoosely(key: string): readonly NamedPlace[]
  flags(key: string): NameFlags
  /** The spelling of the record that begins at the byte. */
  textAt(at: number): string
}

export interface NameSections {
  readonly buckets: Uint32Array
  readonly names: Uint8Array
  readonly looseHashes: Uint32Array
  readonly looseOffsets: Uint32Array
}

const decoder = new TextDecoder()
const noPlaces: readonly NamedPlace[] = []
const noFlags: NameFlags = { surname: 0, firstName: 0, word: 0 }

export const openNameRecords = (sections: NameSections): NameRecords => new PackedNames(sections)

export const three = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)

class PackedNames implements NameRecords {
  private readonly buckets: Uint32Array
  private readonly names: Uint8Array
  private readonly looseHashes: Uint32Array
  private readonly looseOffsets: Uint32Array

  constructor({ buckets, names, looseHashes, looseOffsets }: NameSections) {
    this.buckets = buckets
    this.names = names
    this.looseHashes = looseHashes
    this.looseOffsets = looseOffsets
  }

  mayHold(hash: number): boolean {
    const end = this.buckets[(hash >>> 16) + 1] ?? 0
    const tag = (hash >>> 8) & 255
    for (let at = this.buckets[hash >>> 16] ?? 0; at < end; at = this.next(at))
      if (this.names[at] === tag) return true
    return false
  }

  find(key: string): readonly NamedPlace[] {
    const hash = hashKey(key)
    const end = this.buckets[(hash >>> 16) + 1] ?? 0
    const tag = (hash >>> 8) & 255
    let found: NamedPlace[] | null = null
    for (let at = this.buckets[hash >>> 16] ?? 0; at < end; at = this.next(at))
      if (this.names[at] === tag && this.isNamed(at, key)) found = this.readPostings(at, found ?? [])
    return found ?? noPlaces
  }

  flags(key: string): NameFlags {
    const hash = hashKey(key)
    const end = this.buckets[(hash >>> 16) + 1] ?? 0
    const tag = (hash >>> 8) & 255
    let flags = 0
    for (let at = this.buckets[hash >>> 16] ?? 0; at < end; at = this.next(at))
      if (this.names[at] === tag && this.isNamed(at, key)) flags = this.names[at + 1] ?? 0
    if (flags === 0) return noFlags
    return { surname: flags & 3, firstName: (flags >> 2) & 3, word: (flags >> 4) & 3 }
  }

  findLoosely(key: string): readonly NamedPlace[] {
    const loose = looseKey(key)
    if (loose === '') return noPlaces
    const hash = hashKey(loose)
    let low = 0
    let high = this.looseHashes.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.looseHashes[middle] ?? 0) < hash) low = middle + 1
      else high = middle
    }
    const found: NamedPlace[] = []
    for (; this.looseHashes[low] === hash; low++) {
      const at = this.looseOffsets[low] ?? 0
      if (looseKey(foldName(this.textAt(at))) === loose) this.readPostings(at, found)
    }
    return found
  }

  textAt(at: number): string {
    const length = this.names[at + 2] ?? 0
    let text = ''
    for (let i = at + 3; i < at + 3 + length; i++) {
      const code = this.names[i] ?? 0
      if (code > 127) return decoder.decode(this.names.subarray(at + 3, at + 3 + length))
      text += String.fromCharCode(code)
    }
    return text
  }

  private next(at: number): number {
    const length = this.names[at + 2] ?? 0
    return at + 4 + length + 3 * (this.names[at + 3 + length] ?? 0)
  }

  /** Whether the record's folded spelling is the key; most differ in capitals alone, which needs no folding. */
  private isNamed(at: number, key: string): boolean {
    const length = this.names[at + 2] ?? 0
    if (length === key.length) {
      let i = 0
      while (i < length && lower(this.names[at + 3 + i] ?? 0) === key.charCodeAt(i)) i++
      if (i === length && !foldsFurther(key)) return true
    }
    return foldName(this.textAt(at)) === key
  }

  private readPostings(at: number, into: NamedPlace[]): NamedPlace[] {
    const countAt = at + 3 + (this.names[at + 2] ?? 0)
    const count = this.names[countAt] ?? 0
    const isFirst = into.length === 0
    for (let i = 0; i < count; i++) {
      const posting = three(this.names, countAt + 1 + 3 * i)
      const place = posting >> 4
      if (isFirst && i === 0) into.push({ place, type: nameTypes[posting & 15] ?? 'name' })
      else if (!into.some(known => known.place === place))
        into.push({ place, type: nameTypes[posting & 15] ?? 'name' })
    }
    return into
  }
}

const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/** What folding would change in a key's spelling: marks, and the short words. example: "st" · not: "idlib" */
const foldsFurther = (key: string): boolean => {
  let hasBlank = false
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i)
    if (code === 32) hasBlank = true
    else if (!(code >= 97 && code <= 122) && !(code >= 48 && code <= 57)) return true
  }
  return (hasBlank || key.length <= longestShortWord) && shortWord.test(key)
}
const longestShortWord = 3
const shortWord = /\b(?:st|ste|mt|ft|pt)\b/
