/**
 * A name as it stands in a URL.
 *
 *   slugOf('Recep Tayyip Erdoğan') -> 'recep-tayyip-erdogan'
 *
 * Letters of other scripts stay as they are; two people of one name share a slug.
 */

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

const marks = /\p{M}+/gu // the dots of "ü" once they stand alone
const apostrophes = /['’ʼ`]/gu // "O'Neill" is one word
const nonWords = /[^\p{L}\p{N}]+/gu // " ", "-", "."

/** The slug, or null where the name holds no letter and no digit. */
export const slugOf = (name: string): string | null => {
  // Marks go before the letters are looked at: "ǿ" is an "ø" with an accent.
  const bare = name.normalize('NFKD').replace(marks, '').toLowerCase()
  const letters = [...bare].map(letter => plainLetters.get(letter) ?? letter).join('')
  const words = letters.replace(apostrophes, '').replace(nonWords, '-')
  const slug = [...words.normalize('NFC')].slice(0, longestSlug).join('').replace(/^-/, '').replace(/-$/, '')
  return slug === '' ? null : slug
}
