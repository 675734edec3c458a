/**
 * The longest name of the gazetteer that begins at a token, and what belongs to it.
 *
 *   "Busia County" where the gazetteer has "Busia";  "Dublin" of "Dublin City Council";  "Washington, D. C."
 */
import { emptyHash, hashOn, spread } from './fold-name.ts'
import type { Gazetteer, NamedPlace } from './gazetteer.ts'
import { isTown } from './place-kinds.ts'
import type { TokenWords } from './token-words.ts'
import { hashJoined, isApostrophe, isHyphen, keyOf, type Toponym, toponym } from './toponym.ts'
import { directionWords, officeNouns, schoolNouns } from './word-signs.ts'

const mostTokens = 9 // "Democratic People's Republic of Korea" is five, "Saint Vincent and the Grenadines" six
const joiners: ReadonlySet<string> = new Set(
  'of the and de la le les du del des di da do dos das el al ul as ash ad ar at az an en sur sous upon on under by in y e i van der den am im an von zu ob d l bin ibn'.split(
    ' ',
  ),
)
const articlesThatBegin: ReadonlySet<string> = new Set('al el ash ad ar at az an as'.split(' '))
const compass: ReadonlyMap<string, string> = new Map([
  ['n', 'north'],
  ['s', 'south'],
  ['e', 'east'],
  ['w', 'west'],
  ['no', 'north'],
  ['so', 'south'],
])

export const mayBegin = (words: TokenWords, i: number): boolean =>
  words.isCapital(i) ||
  (articlesThatBegin.has(words.word(i)) &&
    isHyphen(words.word(i + 1)) &&
    words.isCapital(i + 2) &&
    !words.isCapital(i - 1))

/** Looks each name up once: an article says the same ones again and again. */
export const remembering = (gazetteer: Gazetteer): Gazetteer['find'] => {
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
export const nameAt = (
  words: TokenWords,
  i: number,
  gazetteer: Gazetteer,
  match: Toponym | null,
): Toponym | null =>
  match
    ? withLastStop(withAreaNoun(withoutOfficeNoun(match, words, gazetteer), words, gazetteer), words)
    : spacedInitials(words, i, gazetteer)

/** "W.Va." where the tokens have its last stop apart. */
const withLastStop = (match: Toponym, words: TokenWords): Toponym => {
  const { firstToken, endToken, key, places } = match
  if (words.word(endToken) !== '.' || !words.isGlued(endToken)) return match
  const isShort =
    innerStop.test(words.word(endToken - 1)) && places.every(({ type }) => type === 'abbreviation')
  return isShort ? toponym(words, firstToken, endToken + 1, key, places, 'gazetteer') : match
}
/** example: "W.Va" · not: "U.S.", "Pa" */
const innerStop = /^\p{Lu}\.\p{L}+$/u

/** The longest name of the gazetteer that begins at token i. */
export const longestName = (
  words: TokenWords,
  i: number,
  gazetteer: Gazetteer,
  find: Gazetteer['find'],
  taken: Uint8Array,
): Toponym | null => {
  const sentence = words.sentence(i)
  let hash = emptyHash
  let best: Toponym | null = null
  const prefix = words.word(i).endsWith('.') ? compass.get(words.key(i)) : undefined
  for (let end = i; end < Math.min(words.count, i + mostTokens) && words.sentence(end) === sentence; end++) {
    if (taken[end] === 1) break
    const word = words.word(end)
    if (end > i && !mayContinue(words, end)) break
    hash = end === i && prefix !== undefined ? hashOn(hash, prefix) : hashJoined(hash, words, end)
    if (!mayEnd(words, end) || !gazetteer.mayHold(spread(hash))) continue
    const key = keyOf(words, i, end + 1, prefix)
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
  if (
    !isOffice(words, match.endToken) ||
    match.places.some(({ place, type }) => type === 'name' && isTown(gazetteer.kind(place)))
  )
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
  if (words.isCapital(i) || joiners.has(word) || isElided(word)) return true
  if (isHyphen(word)) return words.isGlued(i) && words.isGlued(i + 1)
  if (isApostrophe(word)) return words.isGlued(i)
  if (word === '.') return words.isGlued(i) && saintWords.has(words.word(i - 1)) // "ST. LOUIS"
  return words.isNumber(i) || words.isGlued(i - 1) || word === '&'
}

/** example: "d'Ivoire" · not: "don't" */
const isElided = (word: string): boolean => {
  const first = word.charCodeAt(0)
  const second = word.charCodeAt(1)
  const isArticle = (first === 100 || first === 108) && (second === 39 || second === 0x2019)
  return isArticle && /^..\p{Lu}/u.test(word)
}

const saintWords: ReadonlySet<string> = new Set(['ST', 'STE', 'MT', 'FT'])

const mayEnd = (words: TokenWords, i: number): boolean =>
  words.isCapital(i) ||
  words.isNumber(i) ||
  isElided(words.word(i)) ||
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

/** "US$3 million", "$US3 million" */
export const isCurrency = (words: TokenWords, i: number): boolean =>
  words.word(i) === 'US' && (words.word(i + 1) === '$' || words.word(i - 1) === '$')
