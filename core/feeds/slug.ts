/**
 * A name as it stands in a URL.
 *
 *   slugOf('Recep Tayyip Erdoğan') -> 'recep-tayyip-erdogan'
 *
 * Letters of other scripts stay as they are; two people of one name share a slug.
 */

import { hasLetterOrDigit, isAscii } from '../text/character-class.ts'

/** Letters that Unicode does not take apart into a base and a mark. */
const plainLetters: ReadonlyMap<string, string> = new Map([
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ħ', 'h'],
  ['ı', 'i'],
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['þ', 'th'],
  ['ð', 'd'],
])
const longestSlug = 80 // a name; what is longer is a description of somebody

/**
 * Accents once they stand alone (the dots of "ü"), Arabic and Hebrew vowel points. Not the marks that make another
 * letter in scripts of India, Thailand ("मीरा" and "मारा" are two people) and Japan ("ガ" and "カ").
 */
const accents =
  /(?:(?![\u3099\u309a])\p{Script=Inherited}|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7])+/gu
const apostrophes = /['’ʼ`]/gu // "O'Neill" is one word
const nonWords = /[^\p{L}\p{N}\p{M}]+/gu // " ", "-", "."

/** The slug, or null where the name holds no letter and no digit. */
export const slugOf = (name: string): string | null => {
  if (isAscii(name)) {
    const words = name
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, '-')
    return trimmed(words.slice(0, longestSlug))
  }
  // Accents go before the letters are looked at: "ǿ" is an "ø" with an accent.
  const bare = name.normalize('NFKD').replace(accents, '').toLowerCase()
  const letters = [...bare].map(letter => plainLetters.get(letter) ?? letter).join('')
  const words = letters.replace(apostrophes, '').replace(nonWords, '-')
  return trimmed([...words.normalize('NFC')].slice(0, longestSlug).join(''))
}

const trimmed = (words: string): string | null => {
  const slug = words.replace(/^-/, '').replace(/-$/, '')
  return hasLetterOrDigit(slug) ? slug : null
}
