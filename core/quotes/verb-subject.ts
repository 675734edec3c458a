/**
 * The subject of a verb in the tree, its own or one that it shares with another verb.
 *
 *   She came, saw and said        a statement saying        Hale went home, adding
 */
import { type Clause, childrenOf, firstOf, headOf, lastOf, relationAt, tagAt, wordAt } from './clause.ts'
import type { Cue } from './cue.ts'
import { isPunctuation, isTime, trimmed, type WordRange } from './noun-phrase.ts'
import { groupStart } from './verb-group.ts'

export interface Found {
  readonly source: WordRange | null
  readonly by: Cue['sourceBy']
}

export const nobody: Found = { source: null, by: 'none' }

/** The nearest before the verb, or the first behind it. */
export const subjectOf = (clause: Clause, i: number): number | undefined => {
  let first: number | undefined
  let before: number | undefined
  for (const c of childrenOf(clause, i)) {
    if (!relationAt(clause, c).startsWith('nsubj') || isTime(clause, c)) continue
    first ??= c
    if (c < i) before = c
  }
  return before ?? first
}

const farthestHead = 6 // verbs that share a subject: "came, saw, looked and said"

/** A subject that another verb has: "came and said", "a statement saying", "went home, adding". */
export const inheritedSource = (clause: Clause, i: number, from: number, depth: number): Found => {
  const head = headOf(clause, i)
  if (head < 0 || depth > farthestHead) return nobody
  const relation = relationAt(clause, i)
  if (from === 0 && /^VB[DN]$/.test(tagAt(clause, i)) && depth === 0) return nobody // "Asked why, Ruiz said": not by her
  if (
    relation === 'acl' &&
    tagAt(clause, i) === 'VBG' &&
    /^(?:obj|obl|iobj)$/.test(relationAt(clause, head)) &&
    head < i
  ) {
    const subject = subjectOf(clause, headOf(clause, head))
    if (subject !== undefined && relationAt(clause, subject) === 'nsubj' && subject < head)
      return {
        source: subjectRange(clause, subject, groupStart(clause, headOf(clause, head)), head),
        by: 'shared',
      }
  }
  if (relation === 'acl' && head < i && isAddedParticiple(clause, i)) {
    // "left the race to Hale, | saying she was tired": behind a comma it is the subject's, not the nearest noun's
    const main = subjectOfVerbAbove(clause, head)
    if (main !== null) return main
  }
  if (relation === 'acl' && head < i && tagAt(clause, head).startsWith('N'))
    return {
      source: trimmed(clause, { from: firstOf(clause, head), to: headEnd(clause, head, i) }),
      by: 'modified',
    }
  if (
    relation === 'conj' ||
    relation === 'xcomp' ||
    relation === 'advcl' ||
    relation === 'parataxis' ||
    relation === 'ccomp'
  ) {
    const subject = subjectOf(clause, head)
    if (subject !== undefined && relationAt(clause, subject) !== 'nsubj:pass')
      return { source: subjectRange(clause, subject, groupStart(clause, head), head + 1), by: 'shared' }
    return inheritedSource(clause, head, from, depth + 1)
  }
  return nobody
}

const isAddedParticiple = (clause: Clause, i: number): boolean =>
  tagAt(clause, i) === 'VBG' && /^(?:,|--|—|–|-)$/.test(wordAt(clause, i - 1)) && clause.holes[i] !== 1

/** The subject of the next verb above a noun. */
const subjectOfVerbAbove = (clause: Clause, noun: number): Found | null => {
  let at = noun
  for (let steps = 0; at >= 0 && steps < farthestHead; steps++) {
    const subject = subjectOf(clause, at)
    if (subject !== undefined && subject !== noun && relationAt(clause, subject) === 'nsubj' && subject < at)
      return { source: subjectRange(clause, subject, groupStart(clause, at), at + 1), by: 'shared' }
    at = headOf(clause, at)
  }
  return null
}

/** Where the words that belong to a noun end before its clause at `clauseHead` begins. */
const headEnd = (clause: Clause, noun: number, clauseHead: number): number => {
  let end = firstOf(clause, clauseHead)
  while (end > noun + 1 && isPunctuation(clause, end - 1)) end--
  return end
}

/** A subject that begins like a clause ("Asked why, Ruiz") begins behind its last comma. */
const withoutClause = (clause: Clause, subject: number): number => {
  const first = firstOf(clause, subject)
  if (!/^(?:VB|IN|W|TO|RB|CC)/.test(tagAt(clause, first))) return first
  for (let i = subject; i > first; i--)
    if (wordAt(clause, i) === ',' || clause.holes[i] === 1) return wordAt(clause, i) === ',' ? i + 1 : i
  return first
}

export const subjectRange = (clause: Clause, subject: number, from: number, to: number): WordRange => {
  const range = { from: withoutClause(clause, subject), to: lastOf(clause, subject) }
  if (subject < from) {
    const end = Math.min(range.to, from)
    const hasInner = range.from < end && commaWithin(clause, range.from, end - 1)
    const isComma = end < from && end + 1 === from && wordAt(clause, end) === ',' && clause.holes[end] === 0
    if (isComma && hasInner) return { from: range.from, to: end + 1 }
    return hasInner && wordAt(clause, end - 1) === ','
      ? { from: range.from, to: end }
      : trimmed(clause, { from: range.from, to: end })
  }
  return trimmed(clause, { from: Math.max(range.from, to), to: range.to })
}

const commaWithin = (clause: Clause, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (wordAt(clause, i) === ',') return true
  return false
}
