/**
 * Every stretch of the text that could be the name of a place: longest names of the gazetteer first.
 *
 *   Jamil of [Jisr al-Shughur], near the [Orontes] -> two toponyms, each with the places that go by that name
 *
 * Finds too much on purpose ("Chelsea Clinton" gives Chelsea): whether it is a place here is is-place.ts's question,
 * which one it is is choose-places.ts's.
 */
import type { NameSpan } from '../names/tag-names.ts'
import { findRoads } from './find-roads.ts'
import type { Gazetteer, NamedPlace } from './gazetteer.ts'
import { isInTeamSheet, isListedGroup, namesByNoun } from './names-by-noun.ts'
import { isTown } from './place-kinds.ts'
import { resolveLoosely } from './resolve-loosely.ts'
import type { TokenWords } from './token-words.ts'
import { directionWords, geographicNouns, officeNouns, schoolNouns } from './word-signs.ts'

export interface Toponym {
  readonly firstToken: number
  readonly endToken: number
  readonly start: number
  readonly end: number
  /** Folded name. */
  readonly key: string
  readonly places: readonly NamedPlace[]
  /** How it was found: in the gazetteer, there in another romanisation, by the tagger alone, by "town of", as a road. */
  readonly by: 'gazetteer' | 'tagger' | 'noun' | 'loose' | 'road'
}

const mostTokens = 9 // "Democratic People's Republic of Korea" is five, "Saint Vincent and the Grenadines" six
const joiners: ReadonlySet<string> = new Set(
  'of the and de la le les du del des di da do dos das el al ul as ash ad ar at az an en sur sous upon on under by in y e i van der den am im an von zu ob d l bin ibn'.split(
    ' ',
  ),
)
const articlesThatBegin: ReadonlySet<string> = new Set('al el ash ad ar at az an as'.split(' '))
const articlesInside: ReadonlySet<string> = new Set('al el ash ar az'.split(' ')) // none that is an English word
const compass: ReadonlyMap<string, string> = new Map([
  ['n', 'north'],
  ['s', 'south'],
  ['e', 'east'],
  ['w', 'west'],
  ['no', 'north'],
  ['so', 'south'],
])

export const findToponyms = (
  words: TokenWords,
  spans: readonly NameSpan[],
  gazetteer: Gazetteer,
): Toponym[] => {
  const found: Toponym[] = []
  const taken = new Uint8Array(words.count)
  for (const road of findRoads(words)) {
    const key = keyOf(words, road.firstToken, road.endToken)
    found.push(toponym(words, road.firstToken, road.endToken, key, [], 'road'))
    taken.fill(1, road.firstToken, road.endToken)
  }
  for (const match of listedCounties(words, gazetteer, taken)) {
    found.push(match)
    taken.fill(1, match.firstToken, match.endToken)
  }
  const whole = wholeNames(words, spans)
  const find = remembering(gazetteer)
  let i = 0
  while (i < words.count) {
    const match =
      taken[i] === 1 || !mayBegin(words, i)
        ? null
        : nameAt(words, i, gazetteer, longestName(words, i, find, taken))
    if (!match || isFragment(match, whole, words) || isHoliday(words, match) || isInTeamSheet(words, i)) {
      i++
      continue
    }
    found.push(match)
    taken.fill(1, match.firstToken, match.endToken)
    i = match.endToken
  }
  for (const range of namesByNoun(words)) {
    if (taken.subarray(range.firstToken, range.endToken).includes(1)) continue
    const key = keyOf(words, range.firstToken, range.endToken)
    found.push(toponym(words, range.firstToken, range.endToken, key, [], 'noun'))
    taken.fill(1, range.firstToken, range.endToken)
  }
  for (const span of spans) {
    if (span.kind !== 'place' || taken.subarray(span.firstToken, span.endToken).includes(1)) continue
    const key = keyOf(words, span.firstToken, span.endToken)
    if (isHoliday(words, span) || isCurrency(words, span.firstToken)) continue
    if (key !== '' && !isListedGroup(words, span.firstToken) && !isInTeamSheet(words, span.firstToken))
      found.push(toponym(words, span.firstToken, span.endToken, key, [], 'tagger'))
  }
  resolveLoosely(found, gazetteer)
  return found.sort((a, b) => a.firstToken - b.firstToken)
}

/** The names that the tagger takes for a place: the end of each by its first token, and the other way round. */
interface WholeNames {
  readonly ends: ReadonlyMap<number, number>
  readonly begins: ReadonlyMap<number, number>
}

const wholeNames = (words: TokenWords, spans: readonly NameSpan[]): WholeNames => {
  const ends = new Map<number, number>()
  const begins = new Map<number, number>()
  for (const { kind, score, firstToken, endToken } of spans) {
    if (kind !== 'place' || score <= sureWhole || !words.isCapital(endToken - 1)) continue
    ends.set(firstToken, endToken)
    begins.set(endToken, firstToken)
  }
  return { ends, begins }
}
const sureWhole = 0.6

/** "US$3 million", "$US3 million" */
const isCurrency = (words: TokenWords, i: number): boolean =>
  words.word(i) === 'US' && (words.word(i + 1) === '$' || words.word(i - 1) === '$')

/** "St. Patrick's Day" */
const isHoliday = (words: TokenWords, { endToken }: { readonly endToken: number }): boolean =>
  words.word(endToken + 1) === 'Day' && /^['’]s$/.test(words.word(endToken))

/** "Cherry" of the village "Cherry Hinton": part of another place's name, not a place that names an office. */
const isFragment = (match: Toponym, whole: WholeNames, words: TokenWords): boolean => {
  const end = whole.ends.get(match.firstToken)
  const next = words.word(match.endToken)
  if (isEndOfWhole(match, whole, words)) return true
  if (articlesInside.has(next) && words.isCapital(match.endToken + 1)) return true // "Jisr" of "Jisr al Shughur"
  if (end === undefined || end !== match.endToken + 1 || match.endToken - match.firstToken > 1) return false
  const last = words.key(match.endToken)
  return (
    words.isCapital(match.endToken) && !officeNouns.has(last) && !schoolNouns.has(last) && last.length > 3
  )
}

/** "Robinson" of "Lake Robinson", "Ford" of "Moore's Ford". */
const isEndOfWhole = (match: Toponym, { begins }: WholeNames, words: TokenWords): boolean => {
  const first = begins.get(match.endToken)
  if (first === undefined || first >= match.firstToken) return false
  const isAfterNoun = first === match.firstToken - 1 && geographicNouns.has(words.key(first))
  return isAfterNoun || /^['’]s$/.test(words.word(match.firstToken - 1))
}

const mostListed = 20
const listNounLetters = 8
const listNouns: ReadonlyMap<string, string> = new Map([
  ...['counties', 'Counties', 'COUNTIES'].map(word => [word, 'county'] as const),
  ...['parishes', 'Parishes', 'PARISHES'].map(word => [word, 'parish'] as const),
])

/** "Becker, Clay and Otter Tail counties": each is "X County". */
const listedCounties = (words: TokenWords, gazetteer: Gazetteer, taken: Uint8Array): Toponym[] => {
  const found: Toponym[] = []
  for (let at = 0; at < words.count; at++) {
    if (words.end(at) - words.start(at) !== listNounLetters) continue
    const noun = listNouns.get(words.word(at))
    if (noun === undefined) continue
    let end = at
    for (let n = 0; n < mostListed && end > 0; n++) {
      let first = end
      while (first > 0 && words.isCapital(first - 1) && words.sentence(first - 1) === words.sentence(at))
        first--
      if (first === end) break
      const key = `${keyOf(words, first, end)} ${noun}`
      const places = gazetteer.find(key)
      if (places.length > 0 && taken[first] !== 1)
        found.push(toponym(words, first, end, key, places, 'gazetteer'))
      end = first
      while (end > 0 && (words.word(end - 1) === ',' || words.word(end - 1) === 'and')) end--
      if (end === first) break
    }
  }
  return found
}

const toponym = (
  words: TokenWords,
  firstToken: number,
  endToken: number,
  key: string,
  places: readonly NamedPlace[],
  by: Toponym['by'],
): Toponym => ({
  firstToken,
  endToken,
  start: words.start(firstToken),
  end: words.end(endToken - 1),
  key,
  places,
  by,
})

const mayBegin = (words: TokenWords, i: number): boolean =>
  words.isCapital(i) ||
  (articlesThatBegin.has(words.word(i)) &&
    isHyphen(words.word(i + 1)) &&
    words.isCapital(i + 2) &&
    !words.isCapital(i - 1))

const isHyphen = (word: string): boolean => word === '-' || word === '‐' || word === '‑' || word === '–'
const isApostrophe = (word: string): boolean => word.charCodeAt(0) === 39 || word.charCodeAt(0) === 0x2019

/** The key of tokens [first, end). */
export const keyOf = (words: TokenWords, first: number, end: number): string => {
  let key = ''
  for (let i = first; i < end; i++) key = joined(key, words, i)
  return key
}

const joined = (key: string, words: TokenWords, i: number): string => {
  const part = words.key(i)
  if (part === '') return key
  return key === '' || isApostrophe(words.word(i)) ? key + part : `${key} ${part}`
}

/** Looks each name up once: an article says the same ones again and again. */
const remembering = (gazetteer: Gazetteer): Gazetteer['find'] => {
  const known = new Map<string, readonly NamedPlace[]>()
  return key => {
    let places = known.get(key)
    if (places === undefined) {
      places = gazetteer.find(key)
      known.set(key, places)
    }
    return places
  }
}

/** The match with the noun of its area and without that of an office, or an abbreviation printed in two. */
const nameAt = (words: TokenWords, i: number, gazetteer: Gazetteer, match: Toponym | null): Toponym | null =>
  match
    ? withAreaNoun(withoutOfficeNoun(match, words, gazetteer), words, gazetteer)
    : spacedInitials(words, i, gazetteer)

/** The longest name of the gazetteer that begins at token i. */
const longestName = (
  words: TokenWords,
  i: number,
  find: Gazetteer['find'],
  taken: Uint8Array,
): Toponym | null => {
  const sentence = words.sentence(i)
  let key = ''
  let best: Toponym | null = null
  const prefix = words.word(i).endsWith('.') ? compass.get(words.key(i)) : undefined
  for (let end = i; end < Math.min(words.count, i + mostTokens) && words.sentence(end) === sentence; end++) {
    if (taken[end] === 1) break
    const word = words.word(end)
    if (end > i && !mayContinue(words, end)) break
    key = end === i && prefix !== undefined ? prefix : joined(key, words, end)
    if (!mayEnd(words, end)) continue
    const places = find(key)
    const usable = places.length > 0 && fitsCase(word, key, places, words, end) ? places : null
    if (usable) best = toponym(words, i, end + 1, key, usable, 'gazetteer')
  }
  return best
}

/** "Washington, D. C.", where the abbreviation is printed in two. */
const spacedInitials = (words: TokenWords, i: number, gazetteer: Gazetteer): Toponym | null => {
  if (words.word(i - 1) !== ',' || !initial.test(words.word(i)) || !initial.test(words.word(i + 1)))
    return null
  const key = words.key(i) + words.key(i + 1)
  const places = gazetteer.find(key).filter(({ type }) => type === 'abbreviation')
  return places.length > 0 ? toponym(words, i, i + 2, key, places, 'gazetteer') : null
}
/** example: "D." · not: "D", "Dr." */
const initial = /^[A-Z]\.$/

/** "Dublin" of "Dublin City Council", where no town is called Dublin City. */
const withoutOfficeNoun = (match: Toponym, words: TokenWords, gazetteer: Gazetteer): Toponym => {
  const end = match.endToken - 1
  if (end <= match.firstToken || !cityNouns.has(words.key(end)) || !words.isCapital(match.endToken))
    return match
  if (!isOffice(words, match.endToken) || match.places.some(({ place }) => isTown(gazetteer.kind(place))))
    return match
  const key = keyOf(words, match.firstToken, end)
  const places = gazetteer.find(key)
  return places.length > 0 ? toponym(words, match.firstToken, end, key, places, 'gazetteer') : match
}

const cityNouns: ReadonlySet<string> = new Set(['city', 'state', 'district', 'highway'])
const isOffice = (words: TokenWords, i: number): boolean =>
  officeNouns.has(words.key(i)) ||
  schoolNouns.has(words.key(i)) ||
  words.key(i) === 'manager' ||
  words.key(i) === 'patrol'

const areaNouns: ReadonlySet<string> = new Set(
  'County Province Governorate State District Region Oblast Prefecture COUNTY PROVINCE STATE'.split(' '),
)

/** "Busia County" where the gazetteer has the area as "Busia": the noun belongs to the name, and says the kind. */
const withAreaNoun = (match: Toponym, words: TokenWords, gazetteer: Gazetteer): Toponym => {
  const at = match.endToken
  if (!areaNouns.has(words.word(at)) || words.sentence(at) !== words.sentence(match.firstToken)) return match
  if (schoolNouns.has(words.key(at + 1))) return match // "Ohio State University"
  if (words.isCapital(at + 1) && stateNouns.test(words.word(at))) return match // "Ohio State Patrol"
  const areas = match.places.filter(({ place, type }) => {
    const kind = gazetteer.kind(place)
    return type !== 'demonym' && (kind === 'region' || kind === 'county')
  })
  if (areas.length === 0) return match
  return toponym(words, match.firstToken, at + 1, `${match.key} ${words.key(at)}`, areas, 'gazetteer')
}

/** example: "State" · not: "County" */
const stateNouns = /^(?:State|District|STATE)$/

const mayContinue = (words: TokenWords, i: number): boolean => {
  const word = words.word(i)
  if (words.isCapital(i) || joiners.has(word) || elided.test(word)) return true
  if (isHyphen(word)) return words.isGlued(i) && words.isGlued(i + 1)
  if (isApostrophe(word)) return words.isGlued(i)
  if (word === '.') return words.isGlued(i) && saintWords.has(words.word(i - 1)) // "ST. LOUIS"
  return words.isNumber(i) || words.isGlued(i - 1) || word === '&'
}

/** example: "d'Ivoire" · not: "don't" */
const elided = /^[dl]['’]\p{Lu}/u

const saintWords: ReadonlySet<string> = new Set(['ST', 'STE', 'MT', 'FT'])

const mayEnd = (words: TokenWords, i: number): boolean =>
  words.isCapital(i) ||
  words.isNumber(i) ||
  elided.test(words.word(i)) ||
  (isHyphen(words.word(i - 1)) && words.isGlued(i))

/** Abbreviations must look like them: "Ind.", "IN" after a comma, "US"; not "Ind", "In", "Us". */
const fitsCase = (
  word: string,
  key: string,
  places: readonly NamedPlace[],
  words: TokenWords,
  i: number,
): boolean => {
  if (key.includes(' ')) return true
  if (isCurrency(words, i)) return false
  if (directionWords.has(key) || genericNames.has(key)) return false // "East", "Village": part of some other name
  const isAbbreviation = places.every(place => place.type === 'abbreviation')
  if (isAbbreviation) {
    if (word.includes('.')) return word !== 'Co.' || words.word(i - 1) === ',' // "Crane Co."
    const isCode = /^[A-Z]{2,3}$/.test(word)
    return isCode && (words.word(i - 1) === ',' || !stateWords.has(word))
  }
  if (key.length <= 3 && /^[A-Z]{2,4}$/.test(word) === false && /^(?:us|uk|uae|eu|usa|un)$/.test(key))
    return word.includes('.')
  return true
}
/** Towns are called so somewhere; alone the word is what is left of another name. */
const genericNames: ReadonlySet<string> = new Set(
  `village region casino center centre island islands lake river bay beach park bridge creek grove hill hills canal
   colony parkway road street avenue square station castle church college school university hospital airport market garden gardens
   forest valley mountain mountains point port harbor harbour county district province republic kingdom union
   mound marina homestead plateau crossing junction farm court tower`.split(/\s+/),
)

/** State codes that are words or names of other things in capitals. */
const stateWords: ReadonlySet<string> = new Set(
  'IN OR ME OK HI OH PA LA MA ID AL DE CO MO MS MD CT AR IA MI SD ND TN VA WA ON NL SA NT AB UP PE SC CA GA MN KY'.split(
    ' ',
  ),
)
