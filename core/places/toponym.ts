/**
 * A stretch of the text that could be the name of a place, with the places that go by it.
 */
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

/** The key of tokens [first, end). */
export const keyOf = (words: TokenWords, first: number, end: number): string => {
  let key = ''
  for (let i = first; i < end; i++) key = joined(key, words, i)
  return key
}

/** The key with one token more. */
export const joined = (key: string, words: TokenWords, i: number): string => {
  const part = words.key(i)
  if (part === '') return key
  return key === '' || isApostrophe(words.word(i)) ? key + part : `${key} ${part}`
}
