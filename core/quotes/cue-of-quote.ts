/**
 * The cue that introduces a whole quote or follows it.
 *
 *   “A,” said Ruiz.      Ruiz said: “A.”      Ruiz, asked about it, said “A,” adding: “B.”
 */
import { type Clause, wordAt } from './clause.ts'
import type { Cue } from './cue.ts'
import type { ReportQuote } from './report-sentences.ts'

export const clauseStart = (cue: Cue): number =>
  cue.source === null ? cue.span.from : Math.min(cue.span.from, cue.source.from)

/** The cue that introduces or follows a whole quote, or null. */
export const cueOfQuote = (clause: Clause, cues: readonly Cue[], quote: ReportQuote): Cue | null => {
  const after = cues.find(
    cue =>
      cue.head >= quote.place &&
      clauseStart(cue) >= quote.place &&
      mayQuote(cue) &&
      (cue.sourceBy === 'subject' || cue.sourceBy === 'inverted' || cue.sourceBy === 'phrase'),
  )
  const before = cues.findLast(cue => cue.span.to <= quote.place && mayQuote(cue))
  const isAfterNear = after !== undefined && isNear(clause, quote.place, clauseStart(after))
  if (before !== undefined) {
    const last = wordAt(clause, quote.place - 1)
    const introduces =
      /^[,:]$/.test(last) || quote.place === before.span.to || /^(?:that|as|—|–|--)$/.test(last)
    if (introduces || !isAfterNear)
      return hasOtherHole(clause, before.span.to, quote.place) && isAfterNear ? after : before
  }
  return isAfterNear && after !== undefined ? after : null
}

const mayQuote = (cue: Cue): boolean => /[qcow]/.test(cue.takes) && cue.content === undefined

const isNear = (clause: Clause, place: number, start: number): boolean => {
  for (let i = place; i < start; i++)
    if (!/^[,—–-]+$/.test(wordAt(clause, i)) && start - place > 3) return false
  return true
}

const hasOtherHole = (clause: Clause, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (clause.holes[i] === 1) return true
  return false
}
