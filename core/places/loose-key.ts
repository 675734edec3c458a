/**
 * One key for a name however it was romanised from Arabic, Persian, Cyrillic or an Indic script.
 *
 *   looseKey("jisr al shughur") = looseKey("jisr ash shughour") -> "jsr sgr"
 *   looseKey("kharkiv") = looseKey("harkiv")
 *
 * Too loose to be a name's proof: only for places in countries that the article is about, and only where nothing
 * matches exactly. Keys of fewer than three consonants are refused: they would match anything.
 */
const articles: ReadonlySet<string> = new Set(
  'al el as ash ad ar at az an ul ol il l ed er esh es ez et en adh ath'.split(' '),
)
const sounds: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh|ch|zh|tch|tsch|dj|dzh|ts|tz/g, 's'], // "Shughur", "Chernihiv"
  [/kh|gh|q|ck|g|x|c|h/g, 'k'], // "Khan", "Qamishli", "Ghouta"
  [/ph/g, 'f'],
  [/th|dh|d/g, 't'],
  [/z|j/g, 's'],
  [/w|v|b/g, 'v'],
  [/y|[aeiou]/g, ''],
  [/(.)\1+/g, '$1'], // doubled letters
]
const fewestConsonants = 3

/** The key of a folded name, or "" where it would say too little. */
export const looseKey = (folded: string): string => {
  const words = folded.split(' ').filter(word => !articles.has(word))
  const key = words.map(looseWord).filter(Boolean).join(' ')
  return key.replaceAll(' ', '').length >= fewestConsonants ? key : ''
}

const looseWord = (word: string): string => {
  let out = word.replace(/h$/, '') // the final h of "Talbisah"
  for (const [pattern, sound] of sounds) out = out.replace(pattern, sound)
  return /^[aeiouy]/.test(word) ? `a${out}` : out
}
