/**
 * One key for all the spellings of a name that differ only in marks.
 *
 *   foldName("Saint-Étienne") = foldName("St. Etienne") -> "saint etienne"
 *   foldName("Hawai‘i") -> "hawaii"
 *
 * Not done here: other romanisations of the same name; see loose-key.ts.
 */
const letters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
  ['ə', 'e'],
  ['ħ', 'h'],
  ['ŋ', 'n'],
])
const shortWords: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['ste', 'sainte'],
  ['mt', 'mount'],
  ['ft', 'fort'],
  ['pt', 'point'],
])
const isPlainAscii = /^[a-z0-9 ]*$/ // "idlib"; not "Idlib", "jisr al-shughur"
const marks = /\p{M}+/gu // the acute of "e\u0301"
const dropped = /['’‘`´ʻʼʾʿ′.]+/g // "Hawai‘i", "St."
const blanks = /[\s\u00a0\-‐‑–—/,_]+/g // "Jisr al-Shughur"
const special = /[ßæœøłđðþıəħŋ]/g

const longestShortWord = 3

/** The key of one word or of a whole name. */
export const foldName = (name: string): string => {
  const plain = foldPlainWord(name)
  return plain ?? foldAny(name)
}

/** Most words have nothing but the letters a to z: in small letters they are their key, or a short word's. */
const foldPlainWord = (name: string): string | null => {
  let hasCapital = false
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    if (code >= 97 && code <= 122) continue
    if (code < 65 || code > 90) return null
    hasCapital = true
  }
  const key = hasCapital ? name.toLowerCase() : name
  return key.length > longestShortWord ? key : (shortWords.get(key) ?? key)
}

/** Whether anything but ASCII, dashes and quotation marks stands in it: those have no accents to take off. */
const mayHaveMarks = (key: string): boolean => {
  for (let i = 0; i < key.length; i++) {
    const code = key.charCodeAt(i)
    if (code >= 0x80 && (code < 0x2010 || code > 0x2027)) return true
  }
  return false
}

const withoutMarks = (key: string): string =>
  key
    .normalize('NFD')
    .replace(marks, '')
    .replace(special, letter => letters.get(letter) ?? letter)

const foldAny = (name: string): string => {
  let key = name.toLowerCase()
  if (!isPlainAscii.test(key)) {
    key = (mayHaveMarks(key) ? withoutMarks(key) : key)
      .replace(dropped, '')
      .replaceAll('&', ' and ')
      .replace(blanks, ' ')
      .trim()
  }
  if (!key.includes(' ')) return shortWords.get(key) ?? key
  return key
    .split(' ')
    .map(word => shortWords.get(word) ?? word)
    .join(' ')
}

/** FNV-1a over UTF-16 units, spread once more: 32 bits, unsigned. */
export const hashKey = (key: string): number => spread(hashOn(emptyHash, key))

/** The hash of a key that is put together from parts, before it is spread: hashOn(hashOn(emptyHash, 'new '), 'york'). */
export const emptyHash = 0x811c9dc5

export const hashOn = (before: number, part: string): number => {
  let hash = before
  for (let i = 0; i < part.length; i++) hash = Math.imul(hash ^ part.charCodeAt(i), 0x01000193)
  return hash
}

export const spread = (hash: number): number => {
  let mixed = hash ^ (hash >>> 15)
  mixed = Math.imul(mixed, 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
