/**
 * The parts of a person's name, folded so that two ways of writing it can be compared.
 *
 *   "Dr. Martin Luther King Jr." -> given martin luther, surname king, suffix jr
 *   "Ursula von der Leyen"       -> given ursula, surname von der leyen
 */
export interface PersonName {
  /** All words but titles and suffixes, folded. */
  readonly words: readonly string[]
  readonly given: readonly string[]
  readonly surname: string
  readonly suffix: string | null
}

const suffixes: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])
const particles: ReadonlySet<string> = new Set(
  'van von der den de del della di da dos das du la le el al bin ibn ben abu st ter ten'.split(' '),
)

/** Short forms that do not begin their long form: "Bill" of William. */
const nicknames: ReadonlyMap<string, string> = new Map(
  `bill william|billy william|will william|bob robert|bobby robert|rob robert|dick richard|rick richard|jim james|jimmy james|
   mike michael|mick michael|ted edward|ed edward|ned edward|jack john|johnny john|hank henry|harry henry|chuck charles|
   charlie charles|tony anthony|liz elizabeth|beth elizabeth|betty elizabeth|peggy margaret|meg margaret|maggie margaret|
   kate katherine|kathy katherine|larry lawrence|jerry gerald|andy andrew|drew andrew|bernie bernard|mitch mitchell|
   jeb john|joe joseph|becky rebecca|sue susan|steve stephen|stevie stephen|bart bartholomew`
    .split('|')
    .map(pair => pair.trim().split(' '))
    .map(([short = '', long = '']) => [short, long]),
)

/** Lower case, without accents, stops and apostrophes: "Beyoncé’s" is beyonces. */
export const foldWord = (word: string): string =>
  isPlain(word)
    ? word.toLowerCase()
    : word
        .normalize('NFD')
        .replace(/[\p{M}.'’,"“”]/gu, '')
        .toLowerCase()

/** Nothing but the letters a to z, blanks and hyphens, as most names: nothing to take off. */
const isPlain = (word: string): boolean => {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
    if (!isLetter && code !== 32 && code !== 45) return false
  }
  return true
}

const mostWords = 12 // longer ones are lists of names

export const parsePersonName = (name: string): PersonName => {
  const words = name.split(/\s+/, mostWords).map(foldWord).filter(Boolean)
  const last = words.at(-1) ?? ''
  const suffix = words.length > 1 && suffixes.has(last) ? last : null
  if (suffix) words.pop()
  let at = Math.max(0, words.length - 1)
  while (at > 1 && particles.has(words[at - 1] ?? '')) at--
  return { words, given: words.slice(0, at), surname: words.slice(at).join(' '), suffix }
}

const sameGiven = (a: string, b: string): boolean => {
  if (a === b || (nicknames.get(a) ?? a) === (nicknames.get(b) ?? b)) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (short.length === 1 || short.length > 2) && long.startsWith(short)
}

/** Whether two full names can be one person's: "Hillary Clinton" and "Hillary Rodham Clinton", not "Bill Clinton". */
export const canBeSamePerson = (a: PersonName, b: PersonName): boolean => {
  if (a.suffix && b.suffix && a.suffix !== b.suffix) return false
  if (isPartOf(a, b) || isPartOf(b, a)) return true
  const [firstOfA, firstOfB] = [a.given[0], b.given[0]]
  if (firstOfA === undefined || firstOfB === undefined) return false
  return isNearlySame(a.surname, b.surname) && sameGiven(firstOfA, firstOfB)
}

/** Whether the words of the short form stand together in the long one: "Suu Kyi" in "Aung San Suu Kyi". */
const isPartOf = (short: PersonName, long: PersonName): boolean =>
  short.words.length > 1 && ` ${long.words.join(' ')} `.includes(` ${short.words.join(' ')} `)

/**
 * How well a short form fits a full name: 3 for its surname, 2 for its first word, 1 for another word, 0 for none.
 * "Baghdadi" is the surname al-Baghdadi; a slip of one letter in a long surname passes.
 */
export const shortFormFit = (short: PersonName, full: PersonName): 0 | 1 | 2 | 3 => {
  const word = short.words.join(' ')
  if (word === full.surname || word.replace(arabicArticle, '') === full.surname.replace(arabicArticle, ''))
    return 3
  if (full.surname.endsWith(` ${word}`) || full.surname.endsWith(`-${word}`)) return 3
  if (isNearlySame(word, full.surname)) return 3
  if (full.words.length < 2) return 0
  if (word === full.words[0]) return 2
  return isPartOf(short, full) || full.words.includes(word) ? 1 : 0
}

/** example: "al-assad", "ez zawiya" · not: "alassad" */
const arabicArticle = /^(?:al|el|ul|an|as|ash|ad|ar|at|az|es|esh|ed|er|et|ez)[- ]/

const fewestLettersForSlip = 7 // in shorter names one letter makes another name: Moore, Moody

/** Equal, or one letter added, left out or changed, or up to three in another order, in a long word. */
export const isNearlySame = (a: string, b: string): boolean => {
  if (a === b) return true
  if (Math.min(a.length, b.length) < fewestLettersForSlip || Math.abs(a.length - b.length) > 1) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let end = 0
  while (end < Math.min(a.length, b.length) - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  if (from === 0) return false
  const restOfA = a.slice(from, a.length - end)
  const restOfB = b.slice(from, b.length - end)
  if (restOfA.length <= 1 && restOfB.length <= 1) return true
  return restOfA.length <= 3 && [...restOfA].sort().join('') === [...restOfB].sort().join('')
}
