/**
 * What lists know of a word or a phrase: first name, last name, town, country, nationality, role, group, common word.
 *
 *   classesOf(lexicon, lowerHash("jordan")) -> firstName | lastName | country
 *
 * Twenty-four bits of the hash are kept, so that about one unknown word in 300 gets the classes of another.
 */
import { firstOf, indexOf, type KeySet, openKeys, packKeys, restBits } from './key-set.ts'
import { lowerHash, mix } from './word-hashes.ts'

export const wordClasses = {
  firstName: 1,
  lastName: 2,
  town: 4,
  region: 8,
  nationality: 16,
  organisation: 32,
  person: 64,
  common: 128,
  /** A phrase of several words begins with this word. */
  beginsPhrase: 256,
  role: 512,
} as const

/** The flags; above them stands the sense of a common word, one of WordNet's 45 fields, plus one. */
export const flagMask = 1023
export const senseShift = 10

export const longestPhrase = 4 // "trinidad and tobago" and its like
const keyBits = 24

export interface Lexicon {
  readonly keys: KeySet
  /** The set of classes of each key, a number of the palette. */
  readonly sets: Uint8Array
  readonly palette: Uint16Array
}

/** The key of a phrase from the lower hashes of its words, joined one by one. */
export const phraseHash = (phrase: number, word: number): number => (phrase === 0 ? word : mix(phrase, word))

export const classesOf = (lexicon: Lexicon, hash: number): number => {
  const at = indexOf(lexicon.keys, hash >>> (32 - keyBits))
  return at < 0 ? 0 : (lexicon.palette[lexicon.sets[at] ?? 0] ?? 0)
}

/**
 * Asks memory for what `classesOf` will read for the hashes at 1 to count, all before the first is waited for. What it
 * gives says nothing.
 */
export const touchClasses = ({ keys, sets }: Lexicon, hashes: Int32Array, count: number): number => {
  let touched = 0
  for (let i = 1; i <= count; i++) {
    const first = firstOf(keys, (hashes[i] ?? 0) >>> (32 - keyBits + restBits))
    touched ^= (keys.rests[first] ?? 0) ^ (sets[first] ?? 0)
  }
  return touched
}

/** Entries: a word or phrase already in tokens, with its classes. */
export const packLexicon = (
  entries: Iterable<readonly [words: readonly string[], classes: number]>,
): Uint8Array => {
  const classes = new Map<number, number>()
  const add = (hash: number, bits: number): void => {
    const key = hash >>> (32 - keyBits)
    const before = classes.get(key) ?? 0
    const sense = before >>> senseShift || bits >>> senseShift
    classes.set(key, ((before | bits) & flagMask) | (sense << senseShift))
  }
  for (const [words, bits] of entries) {
    let phrase = 0
    for (const word of words) phrase = phraseHash(phrase, lowerHash(word, 0, word.length))
    if (words.length > longestPhrase) continue
    add(phrase, bits)
    const [first = ''] = words
    if (words.length > 1) add(lowerHash(first, 0, first.length), wordClasses.beginsPhrase)
  }
  const palette = choosePalette(classes.values())
  const keys = [...classes.keys()].sort((a, b) => a - b)
  const packedKeys = packKeys(keys, keyBits)
  const packed = new Uint8Array(paletteSize * 2 + packedKeys.length + keys.length)
  palette.forEach((bits, i) => {
    packed[i * 2] = bits & 0xff
    packed[i * 2 + 1] = bits >>> 8
  })
  packed.set(packedKeys, paletteSize * 2)
  keys.forEach((key, i) => {
    packed[paletteSize * 2 + packedKeys.length + i] = nearest(palette, classes.get(key) ?? 0)
  })
  return packed
}

const paletteSize = 256 // sets of classes; rarer ones lose their sense

const choosePalette = (sets: Iterable<number>): number[] => {
  const counts = new Map<number, number>()
  for (const bits of sets) {
    counts.set(bits, (counts.get(bits) ?? 0) + 1)
    counts.set(bits & flagMask, counts.get(bits & flagMask) ?? 0)
  }
  const isFlagsOnly = (bits: number): boolean => bits <= flagMask
  return [...counts.keys()]
    .sort(
      (a, b) =>
        Number(isFlagsOnly(b) && popular(b)) - Number(isFlagsOnly(a) && popular(a)) ||
        (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
        a - b,
    )
    .slice(0, paletteSize)
}

/** Sets of at most two flags are always there, so that every set has something near. */
const popular = (bits: number): boolean => bitCount(bits) <= 2

const bitCount = (bits: number): number => {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** The same set, or else the one that differs in the fewest flags and has the same sense where there is one. */
const nearest = (palette: readonly number[], bits: number): number => {
  let best = 0
  let bestDistance = Infinity
  palette.forEach((other, i) => {
    const distance =
      bitCount((other ^ bits) & flagMask) * 2 +
      (other >>> senseShift === bits >>> senseShift ? 0 : other >>> senseShift === 0 ? 1 : 9)
    if (distance < bestDistance) {
      best = i
      bestDistance = distance
    }
  })
  return best
}

export const openLexicon = (bytes: Uint8Array): Lexicon => {
  const keys = openKeys(bytes.subarray(paletteSize * 2), keyBits)
  const at = paletteSize * 2 + (1 << (keyBits - 8)) + keys.count
  const palette = Uint16Array.from(
    { length: paletteSize },
    (_, set) => (bytes[set * 2] ?? 0) | ((bytes[set * 2 + 1] ?? 0) << 8),
  )
  return { keys, sets: bytes.subarray(at, at + keys.count), palette }
}
