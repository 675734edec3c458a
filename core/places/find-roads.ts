/**
 * Streets and highways by the shape of their names: found, never put on the map.
 *
 *   … of 2517 [Memphis St.] near [Highway 200] and [Interstate 95]
 *
 * Not found: streets without a word for street ("2231 Royal").
 */
import type { TokenWords } from './token-words.ts'

export interface TokenRange {
  readonly firstToken: number
  readonly endToken: number
}

const streetWords: ReadonlySet<string> = new Set(
  `Street Streets St. Avenue Avenues Ave. Ave Road Roads Rd. Rd Drive Dr. Boulevard Blvd. Blvd Lane Ln. Parkway Pkwy Pike Freeway
   Turnpike Expressway Highway Hwy. Bypass Terrace Crescent STREET AVENUE ROAD`.split(/\s+/),
)
const numberedWords: ReadonlySet<string> = new Set(
  'Highway Hwy. Hwy Interstate Route Rte. Rt. Road Freeway Motorway Autobahn'.split(' '),
)
const roadKinds: ReadonlySet<string> = new Set(
  'US U.S. State County Interstate Federal Provincial'.split(' '),
)
const mostNameTokens = 4 // "South Martin Luther King Boulevard"

export const findRoads = (words: TokenWords): TokenRange[] => {
  const found: TokenRange[] = []
  let free = 0
  for (let i = 0; i < words.count; i++) {
    if (i < free || !words.isCapital(i)) continue
    const range = numberedRoad(words, i) ?? street(words, i, free)
    if (!range) continue
    found.push(range)
    free = range.endToken
  }
  return found
}

/** "Highway 200", "County Road 4", "US-24", "Route 66", "I-95". */
const numberedRoad = (words: TokenWords, i: number): TokenRange | null => {
  let end = i
  if (roadKinds.has(words.word(end)) && numberedWords.has(words.word(end + 1))) end++
  const word = words.word(end)
  if (numberedWords.has(word) && words.isNumber(end + 1)) return { firstToken: i, endToken: end + 2 }
  if (
    (word === 'I' || word === 'US') &&
    words.word(end + 1) === '-' &&
    words.isNumber(end + 2) &&
    words.isGlued(end + 2)
  )
    return { firstToken: i, endToken: end + 3 }
  return null
}

/** The names before a word for street: "Memphis St.", "40th Avenue South". */
const street = (words: TokenWords, i: number, free: number): TokenRange | null => {
  if (!streetWords.has(words.word(i))) return null
  let first = i
  while (first > free && i - first < mostNameTokens && isStreetName(words, first - 1, i)) first--
  if (first === i) return null
  if (words.word(i) === 'St.' && words.isCapital(i + 1) && !isStreetEnd(words, i)) return null // "in St. Louis"
  return { firstToken: first, endToken: i + 1 }
}

const isStreetName = (words: TokenWords, i: number, streetAt: number): boolean => {
  if (words.sentence(i) !== words.sentence(streetAt)) return false
  const word = words.word(i)
  if (/^\d+(?:st|nd|rd|th)$/i.test(word)) return true
  return words.isCapital(i) && !startsOnly.has(word) && !streetWords.has(word)
}
const startsOnly: ReadonlySet<string> = new Set(
  'The A An In On At Of Near From To And But Along While When After Before Across Off Both This That'.split(
    ' ',
  ),
)
const isStreetEnd = (words: TokenWords, i: number): boolean => {
  const next = words.word(i + 1)
  return (
    next === '' ||
    words.sentence(i) !== words.sentence(i + 1) ||
    /^(?:The|On|At|In|Police|He|She)$/.test(next)
  )
}
