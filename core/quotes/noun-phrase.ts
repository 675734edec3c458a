/**
 * Noun phrases around a verb, read from tags and commas where the tree is not to be trusted.
 *
 *   On Tuesday a report published [last week] said      -> "a report published last week"
 *   said Ana Ruiz, a nurse from Leeds, on Monday        -> "Ana Ruiz, a nurse from Leeds,"
 *
 * Not done: a phrase with a comma inside that is no apposition ("her calm, quiet voice").
 */
import { isDigitAt, isLetterAt } from '../text/character-class.ts'
import { type Clause, hasFiniteTag, tagAt, wordAt } from './clause.ts'

/** Words [from, to) of a clause. */
export interface WordRange {
  readonly from: number
  readonly to: number
}

/** No letter or digit in it: "--", "$". */
export const isMark = (word: string): boolean => {
  for (let k = 0; k < word.length; k++) if (isLetterAt(word, k) || isDigitAt(word, k)) return false
  return true
}

const countsAsWord = /[$€£%]/

export const isPunctuation = (clause: Clause, i: number): boolean => {
  const word = wordAt(clause, i)
  return word !== '' && isMark(word) && !countsAsWord.test(word)
}

/** Without marks at the ends. */
export const trimmed = (clause: Clause, range: WordRange): WordRange => {
  let { from, to } = range
  while (to > from && isPunctuation(clause, to - 1) && wordAt(clause, to - 1) !== ')') to--
  while (from < to && isPunctuation(clause, from) && wordAt(clause, from) !== '(') from++
  return { from, to }
}

/** The noun phrase that begins at word `from`, or null where none does. */
export const phraseAfter = (clause: Clause, from: number): WordRange | null => {
  const end = nextHole(clause, from)
  let to = coreEnd(clause, from, end)
  if (to === from) return null
  if (isRelative(tagAt(clause, to)) || tagAt(clause, to) === 'VBN') to = asideEnd(clause, to, end) // "who lives there", "published last week"
  while (to < end && wordAt(clause, to) === ',' && isApposition(clause, to + 1)) {
    to = asideEnd(clause, to + 1, end)
    if (wordAt(clause, to) === ',' && to + 1 < end && !isApposition(clause, to + 1))
      return { from, to: to + 1 }
  }
  return trimmed(clause, { from, to })
}

/** "who", "which", "whose" */
const isRelative = (tag: string): boolean => tag === 'WP' || tag === 'WDT' || tag === 'WP$'

const inside: ReadonlySet<string> = new Set(
  'NN NNS NNP NNPS NFP DT PDT JJ JJR JJS CD POS PRP$ FW HYPH $ ADD AFX GW'.split(' '),
)
const links: ReadonlySet<string> = new Set('of for at from in with to and & on by'.split(' '))

/** The end of the nouns and what links them, before any comma. */
const coreEnd = (clause: Clause, from: number, end: number): number => {
  if (tagAt(clause, from) === 'PRP' || tagAt(clause, from) === 'EX') return from + 1
  let to = from
  while (to < end) {
    const tag = tagAt(clause, to)
    if (tag === '-LRB-' || wordAt(clause, to) === '(') to = bracketEnd(clause, to, end)
    else if (inside.has(tag) && !(to > from && isTime(clause, to))) to++
    else if (
      to > from &&
      links.has(wordAt(clause, to)) &&
      !(wordAt(clause, to) === 'in' && owners.has(wordAt(clause, to + 1))) && // "Ruiz | in a note"
      to + 1 < end &&
      inside.has(tagAt(clause, to + 1)) &&
      !isTime(clause, to + 1)
    )
      to += 2
    else break
  }
  return to
}

const owners: ReadonlySet<string> = new Set(['a', 'an', 'her', 'his', 'their'])

const bracketEnd = (clause: Clause, from: number, end: number): number => {
  for (let i = from; i < Math.min(end, from + 12); i++) if (wordAt(clause, i) === ')') return i + 1
  return from + 1
}

/** "Monday", "last week": said when, not by whom. */
export const isTime = (clause: Clause, i: number): boolean =>
  timeWords.has(wordAt(clause, i)) && wordAt(clause, i) !== 'may' && wordAt(clause, i) !== 'march'

/** Where what begins behind a comma ends: at the next comma or stop. */
const asideEnd = (clause: Clause, from: number, end: number): number => {
  let to = from
  while (to < end && !asideEnds.has(wordAt(clause, to))) to++
  return to
}

const asideEnds: ReadonlySet<string> = new Set([',', '.', ';', ':', ')', '--', '—', '–'])

/** "a nurse from Leeds", "president of the club", "who leads it", an age: still about the noun before the comma. */
const isApposition = (clause: Clause, at: number): boolean => {
  const tag = tagAt(clause, at)
  if (wordAt(clause, at).endsWith('ing') || isTime(clause, at)) return false
  if (tag === 'CD') return /^\d\d$/.test(wordAt(clause, at))
  if (tag === 'DT' && !/^(?:a|an|the)$/.test(wordAt(clause, at))) return false
  if (!tag.startsWith('W') && hasFiniteVerb(clause, at)) return false // "…, the pier will be rebuilt"
  return appositionTags.has(tag)
}

const appositionTags: ReadonlySet<string> = new Set('WP WDT WP$ DT NN NNS JJ NNP PRP$'.split(' '))

/** A finite verb before the next comma that no relative pronoun opens. */
const hasFiniteVerb = (clause: Clause, at: number): boolean => {
  for (let i = at; i < clause.count && !clauseEnds.has(wordAt(clause, i)); i++) {
    if (isRelative(tagAt(clause, i)) || tagAt(clause, i) === 'WRB') return false
    if (hasFiniteTag(clause, i)) return true
  }
  return false
}

const clauseEnds: ReadonlySet<string> = new Set([',', '.', ';', ':'])

const nextHole = (clause: Clause, from: number): number => {
  for (let i = from + 1; i <= clause.count; i++) if (clause.holes[i] === 1) return i
  return clause.count
}

/** The phrase that ends right before a verb's group at `from`, with the apposition between commas that may close it. */
export const phraseBefore = (clause: Clause, from: number): WordRange | null => {
  if (from <= 0) return null
  if (wordAt(clause, from - 1) !== ',' || clause.holes[from] === 1) {
    const start = phraseStart(clause, from)
    return start === null ? null : { from: start, to: from }
  }
  let comma = from - 2
  while (comma > 0 && wordAt(clause, comma) !== ',' && clause.holes[comma] !== 1) comma--
  if (comma <= 0 || wordAt(clause, comma) !== ',') return null
  const start = phraseStart(clause, comma)
  if (start === null) return null
  const isAside = /^(?:VBG|VBN|RB|IN|TO)$/.test(tagAt(clause, comma + 1))
  return { from: start, to: isAside ? comma : from }
}

const borders: ReadonlySet<string> = new Set(
  'that if when while as because although though whether but than since after before until unless so nor yet whereas'.split(
    ' ',
  ),
)
const timeWords: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
   november december yesterday today tomorrow week month year last this next night morning afternoon evening earlier late`.split(
    /\s+/,
  ),
)
const longestPhrase = 40
const phraseEnds: ReadonlySet<string> = new Set([',', ';', ':', '--', '—', '–'])

/** Where the phrase that ends before word `end` begins: behind the last border with no loose verb on the way; else null. */
const phraseStart = (clause: Clause, end: number): number | null => {
  if (
    !/^(?:N|PRP$|CD|DT|WP|JJ|EX|FW|-RRB-|VBG|RB$)/.test(tagAt(clause, end - 1)) &&
    wordAt(clause, end - 1) !== ')'
  )
    return null
  let hasVerb = false
  let conjunction = -1
  let i = end - 1
  for (; i >= Math.max(0, end - longestPhrase); i--) {
    const tag = tagAt(clause, i)
    const word = wordAt(clause, i)
    if (clause.holes[i + 1] === 1 && i + 1 < end) break
    if (word === 'what' && i < end - 1) break // "what Ruiz, the treasurer, called": hers begins behind it
    if ((tag === 'WP' || tag === 'WDT') && i < end - 1) {
      hasVerb = false
      continue
    }
    if (phraseEnds.has(word) || (borders.has(word) && tag !== 'WDT')) break
    if (hasFiniteTag(clause, i) && clause.capitals[i] !== 1) {
      if (conjunction >= 0 && !hasVerb) return stripped(clause, conjunction + 1, end)
      hasVerb = true
    }
    if (tag === 'CC' && !hasVerb) conjunction = i
  }
  if (hasVerb) return null
  return stripped(clause, i + 1, end)
}

/** Without "and", "on Tuesday", "even" at its begin. */
const stripped = (clause: Clause, from: number, end: number): number | null => {
  let start = from
  while (start < end) {
    const tag = tagAt(clause, start)
    if (tag === 'CC' || tag === 'RB' || isPunctuation(clause, start)) start++
    else if (tag === 'IN' || tag === 'TO') {
      start++
      while (start < end - 1 && (timeWords.has(wordAt(clause, start)) || /^\d+$/.test(wordAt(clause, start))))
        start++
    } else break
  }
  const isNominal = /^(?:N|PRP|CD|DT|WP|JJ|EX|FW|VB[GN]|PDT|-LRB-)/.test(tagAt(clause, start))
  return start < end && (isNominal || clause.capitals[start] === 1) ? start : null
}
