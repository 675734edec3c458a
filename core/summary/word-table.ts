/**
 * Words as numbers, found by their letters, so that no string is made for a word of the text.
 *
 *   takeToken(text, 4, 11); foldTaken(); addWord(table)      "Ferries" -> 0, and so will "ferry"
 *
 * One word is held at a time, in lower case: the one that was taken last. What holds it is reused by the next word.
 */

/** Words by number: the letters of word i are letters[starts[i]] to letters[starts[i + 1]]. */
export interface WordTable {
  count: number
  letters: Uint16Array
  starts: Int32Array
  hashes: Int32Array
  /** Number of a word and 1, at a place that its hash gives, or at the next one that was free; 0: free. */
  readonly slots: Int32Array
}

const usualLetters = 3 // for each token: a content word has more, but half of the tokens are none, or repeat one
const longestTaken = 128 // units: three times the longest word that is looked at, since lower case can be longer

/** A table with room for so many words. */
export const openWordTable = (mostWords: number): WordTable => {
  const slots = 1 << (33 - Math.clz32(Math.max(8, mostWords))) // between two and four times as many
  return {
    count: 0,
    letters: new Uint16Array((mostWords + 8) * usualLetters),
    starts: new Int32Array(mostWords + 1),
    hashes: new Int32Array(mostWords),
    slots: new Int32Array(slots),
  }
}

const taken = new Uint16Array(longestTaken)
let length = 0
let hash = 0

const prime = 0x01000193
const offset = 0x811c9dc5 | 0

/** Takes text.slice(start, end) in lower case. */
export const takeToken = (text: string, start: number, end: number): void => {
  hash = offset
  length = end - start
  for (let i = 0; i < length; i++) {
    let code = text.charCodeAt(start + i)
    if (code > 127) {
      takeWord(text.slice(start, end).toLowerCase())
      return
    }
    if (code >= 65 && code <= 90) code |= 32
    taken[i] = code
    hash = Math.imul(hash ^ code, prime)
  }
}

/** Takes a word as it is. One longer than any that is ever added is cut, and not found. */
export const takeWord = (word: string): void => {
  length = Math.min(word.length, longestTaken)
  for (let i = 0; i < length; i++) taken[i] = word.charCodeAt(i)
  hashTaken()
}

const hashTaken = (): void => {
  hash = offset
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ (taken[i] ?? 0), prime)
}

const [letterI, letterE, letterS, letterU, letterY] = [105, 101, 115, 117, 121]

/** Without the plural's ending: "ferries" -> "ferry", "buses" -> "buse", "glass" -> "glass". */
export const foldTaken = (): void => {
  if (length < 4 || taken[length - 1] !== letterS) return
  const before = taken[length - 2]
  if (length > 4 && before === letterE && taken[length - 3] === letterI) {
    taken[length - 3] = letterY
    length -= 2
  } else if (before === letterS || before === letterU || before === letterI) {
    return
  } else {
    length--
  }
  hashTaken()
}

/** Slots looked at for a word. No text needs so many but one whose words are made to get the same hash. */
const mostTried = 256

/** Where the taken word stands or may be put; -1 where there is no room for it. */
const slotOf = (table: WordTable): number => {
  const { slots, hashes } = table
  const mask = slots.length - 1
  let slot = (hash ^ (hash >>> 15)) & mask
  for (let tried = 0; tried < mostTried; tried++) {
    const word = (slots[slot] ?? 0) - 1
    if (word < 0 || (hashes[word] === hash && isTaken(table, word))) return slot
    slot = (slot + 1) & mask
  }
  return -1
}

const isTaken = ({ letters, starts }: WordTable, word: number): boolean => {
  const start = starts[word] ?? 0
  if ((starts[word + 1] ?? 0) - start !== length) return false
  for (let i = 0; i < length; i++) if (letters[start + i] !== taken[i]) return false
  return true
}

/** The number of the taken word, or -1. */
export const findWord = (table: WordTable): number => (table.slots[slotOf(table)] ?? 0) - 1

/** The number of the taken word, which is the next one where the table did not have it; -1 where it has no room. */
export const addWord = (table: WordTable): number => {
  const slot = slotOf(table)
  if (slot < 0) return -1
  const known = (table.slots[slot] ?? 0) - 1
  if (known >= 0) return known
  const word = table.count++
  table.slots[slot] = word + 1
  table.hashes[word] = hash
  const start = table.starts[word] ?? 0
  const end = start + length
  if (end > table.letters.length) table.letters = grown(table.letters, end * 2)
  for (let i = 0; i < length; i++) table.letters[start + i] = taken[i] ?? 0
  table.starts[word + 1] = end
  return word
}

const grown = (letters: Uint16Array, size: number): Uint16Array => {
  const more = new Uint16Array(size)
  more.set(letters)
  return more
}
