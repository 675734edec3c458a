/**
 * Where a reported clause begins and ends.
 *
 *   She said Monday that it works, while others doubt it.      -> "that it works"
 *   Ruiz, who said it works, left.                              -> "it works"
 *
 * In a main clause the report runs to the end of the sentence, for a reader takes all of it as told, unless the text
 * turns away: at a semicolon, "while", another verb of the same speaker. Below another verb the tree decides.
 */
import { type Clause, hasFiniteTag, headOf, relationAt, tagAt, wordAt } from './clause.ts'
import type { Cue } from './cue.ts'
import { cueVerbOf, isReportVerb } from './cue-lexicon.ts'

/** Between a cue and what it reports: "said Monday", "said in a statement that". */
const timeWords: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday yesterday today tomorrow tonight earlier later recently afterward afterwards
   last this week month year night morning afternoon evening again repeatedly often also once twice too`.split(
    /\s+/,
  ),
)

export const isTimeWord = (lower: string): boolean => timeWords.has(lower)

const farthestThat = 12 // words between a cue and its "that": "said in an interview with the paper on Monday that"

/** The first word of the report: `treeFrom` is where the tree has it, `body` the first word behind the cue. */
export const clauseStartFor = (clause: Clause, body: number, treeFrom: number): number => {
  for (let i = body; i < Math.min(clause.count, body + farthestThat); i++) {
    if (clause.holes[i] === 1 && i > body) break
    if (
      wordAt(clause, i) === 'that' &&
      (tagAt(clause, i) === 'IN' || i === treeFrom || isTimeWord(wordAt(clause, i - 1)))
    )
      return i
    if (hasFiniteTag(clause, i)) break
  }
  if (treeFrom <= body) return behindPhrase(clause, body)
  const first = tagAt(clause, body)
  const isAdverbial =
    timeWords.has(wordAt(clause, body)) ||
    first === 'IN' ||
    first === 'TO' ||
    first.startsWith('RB') ||
    wordAt(clause, body) === ','
  return isAdverbial ? treeFrom : body
}

/** "said in a statement Friday [that] they left": where the tree has no clause, it begins behind the phrase that tells when and where. */
const behindPhrase = (clause: Clause, first: number): number => {
  let body = first
  while (isTimeWord(wordAt(clause, body))) body++
  if (/^(?:VB|MD|POS|,)/.test(tagAt(clause, body))) body = first // "said Friday was too late"
  if (tagAt(clause, body) !== 'IN' || wordAt(clause, body) === 'that' || wordAt(clause, body) === 'if')
    return body
  if (clause.sentence.quotes.some(({ start }) => start === clause.starts[body])) return body // saying “on a good day” she would
  for (let i = body + 1; i < Math.min(clause.count, body + farthestThat); i++) {
    if (clause.holes[i] === 1 || hasFiniteTag(clause, i) || wordAt(clause, i) === ',') break
    if (wordAt(clause, i) === 'that') return i
    if (i > body + 1 && /^(?:he|she|they|it|we|i)$/.test(wordAt(clause, i))) return i
  }
  return body
}

/** Behind the last word of the report. `treeTo` is where the tree has it. */
export const clauseEndFor = (clause: Clause, cue: Cue, from: number, treeTo: number): number => {
  if (!isMain(clause, cue.head)) {
    for (let i = from + 1; i < treeTo - 1; i++) if (resumesMain(clause, i)) return i
    return treeTo
  }
  for (let i = from + 1; i < clause.count; i++) {
    if (clause.holes[i] === 1) return i
    if (turnsAway(clause, cue, i)) return i
  }
  return clause.count
}

/** "Ruiz, who says it works|, said": behind the comma that ends a relative clause a verb of saying is the main one. */
const resumesMain = (clause: Clause, i: number): boolean =>
  wordAt(clause, i) === ',' && /^VB[DZ]$/.test(tagAt(clause, i + 1)) && isReportVerb(wordAt(clause, i + 1))

/** ", telling": behind a comma a participle of saying goes on with the speaker. */
export const opensReport = (clause: Clause, i: number): boolean => {
  if (tagAt(clause, i) !== 'VBG') return false
  const verb = cueVerbOf(wordAt(clause, i))
  if (verb === undefined) return false
  const next = wordAt(clause, i + 1)
  if (verb.particles.some(({ word, takes }) => word === next && !takes.includes('w'))) return true
  return verb.takes !== '' && !verb.takes.includes('w')
}

/** Where the words [from, to) end for a report that does not run on: at a participle of saying behind a comma. */
export const objectEndFor = (clause: Clause, from: number, to: number): number => {
  for (let i = from; i < to - 1; i++) if (wordAt(clause, i) === ',' && opensReport(clause, i + 1)) return i
  return to
}

const below: ReadonlySet<string> = new Set(['acl', 'acl:relcl', 'advcl', 'csubj'])

/** Not inside a relative clause, an adverbial one or a participle of another verb. */
const isMain = (clause: Clause, head: number): boolean => {
  let at = head
  for (let steps = 0; at >= 0 && steps < 20; steps++) {
    if (below.has(relationAt(clause, at))) return false
    at = headOf(clause, at)
  }
  return true
}

/** "says it works and says", "said it works and warned": the second verb stands as the first does. */
const isSameForm = (first: string, second: string): boolean =>
  first === 'VBD' ? /^VB[DN]$/.test(second) : first === second && /^VB[ZP]$/.test(second)

const longestAnswerer = 4 // words of "the mayor's office"

/** "said it works, but [Hale dismissed it]": a name with a verb of saying of its own answers. */
const isAnswered = (clause: Clause, cue: Cue, from: number): boolean => {
  if (clause.capitals[from] !== 1 || /^PRP/.test(tagAt(clause, from))) return false
  for (let i = from + 1; i <= Math.min(clause.count - 1, from + longestAnswerer); i++) {
    if (tagAt(clause, i) === tagAt(clause, cue.head)) {
      const takes = cueVerbOf(wordAt(clause, i))?.takes ?? ''
      return takes !== '' && !takes.includes('w')
    }
    if (!/^(?:N|POS)/.test(tagAt(clause, i))) return false
  }
  return false
}

const turnsAway = (clause: Clause, cue: Cue, i: number): boolean => {
  const word = wordAt(clause, i)
  if (word === ';') return true
  if (word === ',') {
    const next = wordAt(clause, i + 1)
    if (next === 'while' || next === 'although' || next === 'though') return true
    if (next === 'but' && isAnswered(clause, cue, i + 2)) return true
    const isRelative = cue.source !== null && tagAt(clause, cue.source.from).startsWith('W')
    return opensReport(clause, i + 1) || (isRelative && resumesMain(clause, i))
  }
  if (word !== 'and' && word !== 'but') return false
  const form = wordAt(clause, cue.head - 1) === 'did' ? 'VBD' : tagAt(clause, cue.head)
  if (isSameForm(form, tagAt(clause, i + 1)) && isReportVerb(wordAt(clause, i + 1))) return true
  const next = headOf(clause, i)
  return next > i && relationAt(clause, next) === 'conj' && headOf(clause, next) === cue.head
}
