/**
 * Words that stand before their cue, or on both sides of it.
 *
 *   It works, she said on Monday.            -> "It works"
 *   It was, he told them, a bad year.        -> "It was", "a bad year"
 *   According to Ana Ruiz, it works.         -> "it works"
 *
 * A cue with its source between two commas, or between a comma and the end, is set off: what it reports stands around
 * it whatever the tree says.
 */
import { type Clause, childrenOf, hasFiniteTag, relationAt, tagAt, wordAt } from './clause.ts'
import { clauseEndFor, isTimeWord, opensReport } from './content-borders.ts'
import type { Cue } from './cue.ts'
import { trimmed, type WordRange } from './noun-phrase.ts'

export const clauseStart = (cue: Cue): number =>
  cue.source === null ? cue.span.from : Math.min(cue.span.from, cue.source.from)

export const holeBefore = (clause: Clause, at: number): number => {
  let from = at - 1
  while (from > 0 && clause.holes[from] !== 1) from--
  return Math.max(0, from)
}

/** A whole quote ends what is read without it. */
export const holeAfter = (clause: Clause, from: number): number => {
  for (let i = from + 1; i <= clause.count; i++) if (clause.holes[i] === 1) return i
  return clause.count
}

export const hasVerb = (clause: Clause, range: WordRange): boolean => {
  for (let i = range.from; i < range.to; i++) if (hasFiniteTag(clause, i)) return true
  return false
}

const opensFrame: ReadonlySet<string> = new Set([',', '--', '—', '–', '-'])
const closesFrame: ReadonlySet<string> = new Set([',', '.', ';', ')', '?', '!', '--', '—', '–'])
const longestTail = 10 // words of "told The Harbour Post in an interview on Monday" behind the verb

/** Where a cue that is set off ends: at the comma or stop behind it, "she told them on Monday |,"; null where it is not. */
export const frameEnd = (clause: Clause, cue: Cue): number | null => {
  const start = clauseStart(cue)
  if (start < 2 || clause.holes[start] === 1 || !opensFrame.has(wordAt(clause, start - 1))) return null
  if (cue.source === null || !(cue.takes.includes('w') ? /^q.*c/ : /[qc]/).test(cue.takes)) return null
  if (cue.sourceBy !== 'subject' && cue.sourceBy !== 'inverted') return null
  if (tagAt(clause, cue.source.from).startsWith('W') || !areAdjacent(cue, cue.source)) return null
  const from = Math.max(cue.span.to, cue.source.to)
  for (let i = from; i <= Math.min(clause.count, from + longestTail); i++) {
    if (i === clause.count || closesFrame.has(wordAt(clause, i))) return i
    if (clause.holes[i] === 1 || !isTail(clause, cue, i, from)) return null
  }
  return null
}

const areAdjacent = (cue: Cue, source: WordRange): boolean =>
  source.to === cue.span.from || cue.span.to === source.from

/** What may stand behind the verb of a frame: whom it was told, when and where. */
const isTail = (clause: Clause, cue: Cue, i: number, from: number): boolean => {
  const tag = tagAt(clause, i)
  if (/^(?:VB|MD|W|CC|TO)/.test(tag) && wordAt(clause, i) !== 'to') return false
  if (wordAt(clause, i) === 'to' && tagAt(clause, i + 1) === 'VB') return false
  if (i > from || cue.takes.includes('e')) return wordAt(clause, i) !== 'that'
  return /^(?:IN|RB|TO)$/.test(tag) ? wordAt(clause, i) !== 'that' : isTimeWord(wordAt(clause, i))
}

/** Whether the cue's own clause closes the sentence behind a comma: "It works, she said on Monday." */
export const isAfterItsWords = (clause: Clause, cue: Cue): boolean => {
  if (!/[qc]/.test(cue.takes)) return false
  const start = clauseStart(cue)
  if (start < 2 || wordAt(clause, start - 1) !== ',' || clause.holes[start] === 1) return false
  if (cue.sourceBy === 'shared' || cue.sourceBy === 'modified' || cue.source === null) return false
  if (tagAt(clause, cue.source.from).startsWith('W')) return false
  return frameEnd(clause, cue) !== null || !governs(clause, cue, clauses)
}

const clauses: ReadonlySet<string> = new Set(['ccomp'])
const objects: ReadonlySet<string> = new Set(['obj', 'ccomp', 'xcomp'])

const governs = (clause: Clause, cue: Cue, relations: ReadonlySet<string>): boolean =>
  childrenOf(clause, cue.head).some(
    c => c >= Math.max(cue.span.to, cue.source?.to ?? 0) && relations.has(relationAt(clause, c)),
  )

/** "It works, she said": a clause before the comma, and where the report stands inside it, what follows it too. */
export const wordsBefore = (clause: Clause, cue: Cue): readonly WordRange[] | null => {
  const start = clauseStart(cue)
  if (cue.takes.includes('w') || !cue.takes.includes('c') || start < 2) return null
  const mark = wordAt(clause, start - 1)
  if (mark === '-' || !opensFrame.has(mark) || clause.holes[start] === 1) return null
  const setOff = frameEnd(clause, cue)
  if (setOff === null) {
    if (!/^(?:parataxis|root|ccomp|conj|dep|advcl)$/.test(relationAt(clause, cue.head))) return null
    if (cue.source !== null && tagAt(clause, cue.source.from).startsWith('W')) return null
    if (governs(clause, cue, objects)) return null
  }
  const before = trimmed(clause, { from: holeBefore(clause, start), to: start })
  if (before.to <= before.from) return null
  const end = setOff ?? Math.max(cue.span.to, cue.source?.to ?? 0)
  const after = wordsBehind(clause, cue, end)
  if (after !== null) return isLeadIn(clause, before, after) ? [after] : [before, after]
  return hasVerb(clause, before) ? [before] : null
}

/** The comma before a cue that only closes the sentence, "…, [the report said.", "…, [according to Ruiz."; null for others. */
export const closingComma = (clause: Clause, cue: Cue): number | null => {
  const comma = clauseStart(cue) - 1
  if (comma < 1 || wordAt(clause, comma) !== ',' || clause.holes[comma + 1] === 1) return null
  if (cue.sourceBy === 'phrase')
    return wordAt(clause, cue.source?.to ?? 0) === '.' || cue.source?.to === clause.count ? comma : null
  const end = frameEnd(clause, cue)
  return end !== null && wordsBehind(clause, cue, end) === null ? comma : null
}

/** What a report that stands between commas goes on with, or null where it ends the sentence. */
const wordsBehind = (clause: Clause, cue: Cue, comma: number): WordRange | null => {
  if (!opensFrame.has(wordAt(clause, comma)) || clause.holes[comma] === 1 || clause.holes[comma + 1] === 1)
    return null
  if (opensReport(clause, comma + 1) || /^W/.test(tagAt(clause, comma + 1))) return null
  const to = Math.min(holeAfter(clause, comma), clauseEndFor(clause, cue, comma + 1, clause.count))
  const after = trimmed(clause, { from: comma + 1, to })
  return after.to - after.from > 1 || (after.to > after.from && comma + 2 >= clause.count - 1) ? after : null
}

/** "Six months ago, she said, | the party was weak": what stands before is no part of the clause behind. */
const isLeadIn = (clause: Clause, before: WordRange, after: WordRange): boolean =>
  !hasVerb(clause, before) &&
  hasVerb(clause, after) &&
  /^(?:IN|RB|CC|DT|JJ|CD|NN)/.test(tagAt(clause, before.from)) &&
  /^(?:DT|PRP|NN|EX|JJ|CD|WP|PRP\$)/.test(tagAt(clause, after.from))

/** "According to Ana Ruiz, it works": all but the phrase. */
export const wordsAroundPhrase = (clause: Clause, cue: Cue): readonly WordRange[] | null => {
  if (cue.source === null) return null
  const after = trimmed(clause, { from: cue.source.to, to: clause.count })
  const before = trimmed(clause, { from: 0, to: cue.span.from })
  const isClosing = wordAt(clause, cue.source.to) !== ',' || !hasVerb(clause, after)
  const ranges =
    hasVerb(clause, before) && isClosing ? [before] : [before, after].filter(r => hasVerb(clause, r))
  return ranges.length === 0 ? null : ranges
}
