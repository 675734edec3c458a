/**
 * What the training text knows of frequent words: the one tag a word always has, and the group of words tagged like it.
 *
 *   findWord(lexicon, hash of "the") -> row;  lexicon.fixed[row] -> the class of DT
 */

export interface Lexicon {
  readonly mask: number
  /** Whole hashes of lower-cased words; 0 marks an empty place. */
  readonly keys: Int32Array
  /** The class of a word that is always tagged alike, or `anyClass`. */
  readonly fixed: Uint8Array
  /** Words with the same habits share a group; 0 for unknown words. */
  readonly groups: Uint8Array
}

/** The place of a word that the lexicon does not hold. */
export const unknownWord = 0
export const anyClass = 255

/** The place of a word, by the hash of its lower case; `unknownWord` where it is not there. */
export const findWord = (lexicon: Lexicon, hash: number): number => {
  const { keys, mask } = lexicon
  let place = slotOf(hash, mask)
  for (;;) {
    const key = keys[place] ?? 0
    if (key === hash && hash !== 0) return place
    if (key === 0) return unknownWord
    place = next(place, mask)
  }
}

/** Place 0 is never used: it is the unknown word's. */
const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 15)) & mask || 1
const next = (place: number, mask: number): number => (place + 1) & mask || 1

export interface LexiconWord {
  readonly hash: number
  readonly fixed: number
  readonly group: number
}

const fullest = 0.7

export const buildLexicon = (words: readonly LexiconWord[]): Lexicon => {
  let places = 16
  while (places * fullest < words.length + 1) places *= 2
  const mask = places - 1
  const lexicon = {
    mask,
    keys: new Int32Array(places),
    fixed: new Uint8Array(places).fill(anyClass),
    groups: new Uint8Array(places),
  }
  for (const word of words) {
    if (word.hash === 0 || findWord(lexicon, word.hash) !== unknownWord) continue
    let place = slotOf(word.hash, mask)
    while ((lexicon.keys[place] ?? 0) !== 0) place = next(place, mask)
    lexicon.keys[place] = word.hash
    lexicon.fixed[place] = word.fixed
    lexicon.groups[place] = word.group
  }
  return lexicon
}
