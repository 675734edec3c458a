/**
 * Which toponym names what contains another: the one behind a comma, or before the whole sentence.
 *
 *   "Paris, Texas", "Dunkirk, northern France", "Nara, a town in Mali", "In neighbouring Uganda, roads near Mbale"
 */
import type { Gazetteer } from './gazetteer.ts'
import type { TokenWords } from './token-words.ts'
import type { Toponym } from './toponym.ts'

/** Which toponym names what contains another: the one behind a comma, if some place of the first lies in it. */
export const findContainers = (
  toponyms: readonly Toponym[],
  isPlace: readonly boolean[],
  words: TokenWords,
  gazetteer: Gazetteer,
): Map<number, number> => {
  const containers = new Map<number, number>()
  for (let i = 0; i + 1 < toponyms.length; i++) {
    const inner = toponyms[i]
    const outer = toponyms[i + 1]
    if (!inner || !outer || !isPlace[i] || !isPlace[i + 1]) continue
    if (words.sentence(inner.firstToken) !== words.sentence(outer.firstToken)) continue
    if (!isJoined(words, inner.endToken, outer.firstToken)) continue
    if (holdsSome(inner, outer, gazetteer)) containers.set(i, i + 1)
  }
  const frame = { sentence: -1, outer: -1 }
  toponyms.forEach((toponym, i) => {
    if (!isPlace[i]) return
    const sentence = words.sentence(toponym.firstToken)
    const outer = toponyms[frame.outer]
    if (isFrame(toponym, words, gazetteer)) Object.assign(frame, { sentence, outer: i })
    else if (
      frame.sentence === sentence &&
      outer &&
      !containers.has(i) &&
      holdsSome(toponym, outer, gazetteer)
    )
      containers.set(i, frame.outer)
  })
  return containers
}

/** "In neighbouring [Uganda], …": what the sentence goes on to name lies there. */
const isFrame = (
  { firstToken, endToken, places }: Toponym,
  words: TokenWords,
  gazetteer: Gazetteer,
): boolean => {
  if (words.word(endToken) !== ',') return false
  const sentence = words.sentence(firstToken)
  let first = firstToken - 1
  if (words.word(first) !== 'In') {
    if (words.word(first - 1) !== 'In' || !/^\p{Ll}/u.test(words.word(first))) return false
    first--
  }
  if (words.sentence(first) !== sentence) return false
  if (words.sentence(first - 1) === sentence) return false
  return places.some(({ place }) => gazetteer.kind(place) === 'country' || gazetteer.kind(place) === 'region')
}

const longestJoint = 9 // tokens of ", a small port town in the south-east of"

/** "Paris, Texas", "Paris (Texas", "Paris Tex.", "Paris in northern Texas", "Paris, a town in Texas" */
const isJoined = (words: TokenWords, end: number, next: number): boolean => {
  if (next - end > longestJoint) return false
  if (next === end) return true
  const last = words.word(next - 1)
  if (next === end + 1 && last === ',') return true
  if (!endOfJoint.test(last)) return false
  let between = ''
  for (let i = end; i < next; i++) between += `${words.word(i)} `
  return joint.test(between)
}
/** The last word of a joint, asked first: the whole expression takes half a millisecond to be built. */
const endOfJoint = /^(?:[,(]|in|the|of)$|^(?:north|south|east|west|central|upper|lower)/
/** example: ", northern ", ", a port in " · not: "and ", ", who lives in " */
const joint =
  /^(?:[,(] )?(?:(?:a|the) (?:[a-z-]+ ){0,2}(?:town|city|village|suburb|district|port|resort|capital|community|region|province) (?:in|of) )?(?:in )?(?:the )?(?:(?:north|south|east|west|central|upper|lower)(?:ern)?(?:-?(?:east|west))?(?:ern)? (?:of )?)?$/

const holdsSome = (inner: Toponym, outer: Toponym, gazetteer: Gazetteer): boolean =>
  inner.places.some(({ place }) => outer.places.some(({ place: area }) => holds(area, place, gazetteer)))

/** Whether an area (country, first- or second-level) contains a place. */
export const holds = (area: number, place: number, gazetteer: Gazetteer): boolean => {
  if (area === place) return false
  switch (gazetteer.kind(area)) {
    case 'country':
      return gazetteer.country(area) === gazetteer.country(place)
    case 'region':
      return gazetteer.admin1(area) === gazetteer.admin1(place)
    case 'county':
      return (
        gazetteer.admin1(area) === gazetteer.admin1(place) &&
        (gazetteer.admin2(area) === gazetteer.admin2(place) || isClose(area, place, gazetteer))
      )
    default:
      return false
  }
}

const countyReach = 0.6 // degrees: counties without a code in the town list

const isClose = (a: number, b: number, gazetteer: Gazetteer): boolean =>
  !gazetteer.admin2Code(a) &&
  Math.abs(gazetteer.lat(a) - gazetteer.lat(b)) < countyReach &&
  Math.abs(gazetteer.lon(a) - gazetteer.lon(b)) < countyReach
