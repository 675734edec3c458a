/**
 * What lists know of a word or a phrase: first name, last name, town, country, nationality, role, group, common word.
 *
 *   classesOf(lexicon, lowerHash("jordan")) -> firstName | lastName | country
 *
 * Twenty-four bits of the hash are kept, so that about one unknown word in 300 gets the classes of another.
 */
import { indexOf, type KeySet, openKeys, packKeys } from './key-set.ts'
import { lowerHash, mix } from './word-hashes.ts'

export const wordClasses = {
  firstName: 1,
  lastName: 2,
  town: 4,
  country: 8,
  nationality: 16,
  role: 32,
  group: 64,
  common: 128,
  /** A phrase of several words begins with this word. */
  beginsPhrase: 256,
} as const

export const longestPhrase = 4 // "trinidad and tobago" and its like
const keyBits = 24

export interface Lexicon {
  readonly keys: KeySet
  readonly classes: Uint16Array
}

/** The key of a phrase from the lower hashes of its words, joined one by one. */
export const phraseHash = (phrase: number, word: number): number => (phrase === 0 ? word : mix(phrase, word))

export const classesOf = (lexicon: Lexicon, hash: number): number => {
  const at = indexOf(lexicon.keys, hash >>> (32 - keyBits))
  return at < 0 ? 0 : (lexicon.classes[at] ?? 0)
}

/** Entries: a word or phrase already in tokens, with its classes. */
export const packLexicon = (
  entries: Iterable<readonly [words: readonly string[], classes: number]>,
): Uint8Array => {
  const classes = new Map<number, number>()
  const add = (hash: number, bits: number): void => {
    const key = hash >>> (32 - keyBits)
    classes.set(key, (classes.get(key) ?? 0) | bits)
  }
  for (const [words, bits] of entries) {
    let phrase = 0
    for (const word of words) phrase = phraseHash(phrase, lowerHash(word, 0, word.length))
    if (words.length > longestPhrase) continue
    add(phrase, bits)
    const [first = ''] = words
    if (words.length > 1) add(lowerHash(first, 0, first.length), wordClasses.beginsPhrase)
  }
  const keys = [...classes.keys()].sort((a, b) => a - b)
  const packedKeys = packKeys(keys, keyBits)
  const packed = new Uint8Array(packedKeys.length + keys.length * 2)
  packed.set(packedKeys)
  keys.forEach((key, i) => {
    const bits = classes.get(key) ?? 0
    packed[packedKeys.length + i * 2] = bits & 0xff
    packed[packedKeys.length + i * 2 + 1] = bits >>> 8
  })
  return packed
}

export const openLexicon = (bytes: Uint8Array): Lexicon => {
  const keys = openKeys(bytes, keyBits)
  const at = (1 << (keyBits - 8)) + keys.count
  const classes = new Uint16Array(keys.count)
  for (let i = 0; i < keys.count; i++)
    classes[i] = (bytes[at + i * 2] ?? 0) | ((bytes[at + i * 2 + 1] ?? 0) << 8)
  return { keys, classes }
}
