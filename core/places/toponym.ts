/**
 * A stretch of the text that could be the name of a place, with the places that go by it.
 */
import { emptyHash, hashOn } from './fold-name.ts'
import type { NamedPlace } from './gazetteer.ts'
import type { TokenWords } from './token-words.ts'

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

export const toponym = (
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

export const isHyphen = (word: string): boolean =>
  word === '-' || word === '‐' || word === '‑' || word === '–'
export const isApostrophe = (word: string): boolean =>
  word.charCodeAt(0) === 39 || word.charCodeAt(0) === 0x2019

/** The key of tokens [first, end); of the first of them another may be given. */
export const keyOf = (words: TokenWords, first: number, end: number, firstKey?: string): string => {
  let key = firstKey ?? ''
  for (let i = firstKey === undefined ? first : first + 1; i < end; i++) key = joined(key, words, i)
  return key
}

/** The key with one token more. */
const joined = (key: string, words: TokenWords, i: number): string => {
  const part = words.key(i)
  if (part === '') return key
  return key === '' || isApostrophe(words.word(i)) ? key + part : `${key} ${part}`
}

/** The hash of the key with one token more, as `joined` puts it together, before it is spread. */
export const hashJoined = (hash: number, words: TokenWords, i: number): number => {
  const part = words.key(i)
  if (part === '') return hash
  const isFirst = hash === emptyHash
  return hashOn(isFirst || isApostrophe(words.word(i)) ? hash : hashOn(hash, ' '), part)
}
