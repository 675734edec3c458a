/**
 * Where the paper is, from what is not a place name: telephone area codes, the source's home region, and words that
 * only some countries' papers use.
 *
 *   "call (318) 555-0100" -> Louisiana;  homeRegion "GB.ENG" -> England
 */
import type { Reading } from '../text/reading.ts'
import type { Gazetteer } from './gazetteer.ts'
import { americanStyle, areaOfCode, britishStyle, localWords } from './region-cues.ts'
import type { TokenWords } from './token-words.ts'

export interface ArticleRegions {
  /** How much speaks for a country, 0..1. */
  countryShare(code: string): number
  /** Whether the source says that it publishes there. */
  isHomeCountry(code: string): boolean
  isHomeArea(admin1: number): boolean
  /** Whether it is written as that country's papers write: 1 yes, -1 as others do, 0 does not tell. */
  styleShare(code: string): number
  /** How much speaks for a first-level area, 0..1. */
  areaShare(admin1: number): number
}

const telephone = /\(?\b([2-9]\d\d)\)?[-. ]\s?\d{3}[-.]\d{4}\b/g // "(318) 555-0100"; not "2009-2010"
const mostWords = 2_000 // the beginning of a long article tells where it is from

export const readRegions = (
  reading: Reading,
  words: TokenWords,
  gazetteer: Gazetteer,
  homeRegion: string | undefined,
): ArticleRegions => {
  const countries = new Map<string, number>()
  const areas = new Map<number, number>()
  const addArea = (code: string, value: number): void => {
    const group = gazetteer.admin1Of(code)
    if (group >= 0) areas.set(group, Math.max(areas.get(group) ?? 0, value))
    countries.set(code.slice(0, 2), Math.max(countries.get(code.slice(0, 2)) ?? 0, value))
  }
  const homeCountry = homeRegion?.slice(0, 2) ?? ''
  const homeArea = homeRegion === undefined ? -1 : gazetteer.admin1Of(homeRegion)
  for (const match of reading.text.matchAll(telephone)) {
    const code = areaOfCode(match[1] ?? '')
    if (code !== undefined) addArea(code, 1)
  }
  const head = reading.text.slice(0, mostStyle)
  countWords(reading.text, words, countries)
  const style = readStyle(head)
  return {
    isHomeCountry: code => code !== '' && code === homeCountry,
    isHomeArea: admin1 => homeArea >= 0 && admin1 === homeArea,
    countryShare: code => countries.get(code) ?? 0,
    styleShare: code => (code === 'US' ? style : britishCountries.has(code) ? -style : 0),
    areaShare: admin1 => areas.get(admin1) ?? 0,
  }
}

const mostStyle = 8_000 // units of text that are looked at
const britishCountries: ReadonlySet<string> = new Set('GB IE AU NZ ZA IN'.split(' '))

/** From -1 (British) to 1 (American). */
const readStyle = (text: string): number => {
  const american = text.match(americanStyle)?.length ?? 0
  const british = text.match(britishStyle)?.length ?? 0
  return (american - british) / (american + british + 2)
}

const enoughWords = 3

/** Which lengths the local words with a first letter have, a bit each: most words are told apart by it. */
const lengthsByFirst = new Uint32Array(256)
for (const word of localWords.keys()) {
  const first = word.charCodeAt(0) & 255
  lengthsByFirst[first] = (lengthsByFirst[first] ?? 0) | (1 << (word.length & 31))
}

const countWords = (text: string, words: TokenWords, countries: Map<string, number>): void => {
  const counts = new Map<string, number>()
  for (let i = 0; i < Math.min(words.count, mostWords); i++) {
    const lengths = lengthsByFirst[text.charCodeAt(words.start(i)) & 255] ?? 0
    if ((lengths & (1 << ((words.end(i) - words.start(i)) & 31))) === 0) continue
    const code = localWords.get(words.word(i))
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  for (const [code, count] of counts)
    countries.set(code, Math.max(countries.get(code) ?? 0, Math.min(1, count / enoughWords)))
}
