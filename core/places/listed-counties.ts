/**
 * Counties whose noun stands once, behind the last of them.
 *
 *   "Becker, Clay and Otter Tail counties" -> Becker County, Clay County, Otter Tail County
 */
import type { Gazetteer } from './gazetteer.ts'
import type { TokenWords } from './token-words.ts'
import { keyOf, type Toponym, toponym } from './toponym.ts'

const mostListed = 20
const listNounLetters = 8
const listNouns: ReadonlyMap<string, string> = new Map([
  ...['counties', 'Counties', 'COUNTIES'].map(word => [word, 'county'] as const),
  ...['parishes', 'Parishes', 'PARISHES'].map(word => [word, 'parish'] as const),
])

/** "Becker, Clay and Otter Tail counties": each is "X County". */
export const listedCounties = (words: TokenWords, gazetteer: Gazetteer, taken: Uint8Array): Toponym[] => {
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
