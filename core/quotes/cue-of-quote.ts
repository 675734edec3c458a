/**
 * The cue that introduces a whole quote or follows it.
 *
 *   “A,” said Ruiz.      Ruiz said: “A.”      Ruiz, asked about it, said “A,” adding: “B.”
 */
import { type Clause, wordAt } from './clause.ts'
import type { Cue } from './cue.ts'
import type { ReportQuote } from './report-sentences.ts'
import { clauseStart } from './words-around.ts'

/** The cue that introduces or follows a whole quote, or null. */
export const cueOfQuote = (clause: Clause, cues: readonly Cue[], quote: ReportQuote): Cue | null => {
  const after = cues.find(
    cue =>
      cue.head >= quote.place &&
      clauseStart(cue) >= quote.place &&
      mayQuote(cue) &&
      (cue.sourceBy === 'subject' || cue.sourceBy === 'inverted' || cue.sourceBy === 'phrase'),
  )
  if (after !== undefined && isRightBehind(clause, quote.place, clauseStart(after))) return after
  const before = cues.filter(cue => cue.span.to <= quote.place && mayQuote(cue))
  // "Ruiz said it is wrong to think that “…”": somebody who says so comes before a thought that nobody has
  return (
    before.findLast(cue => cue.source !== null || !cue.takes.includes('w')) ??
    before[before.length - 1] ??
    null
  )
}

const mayQuote = (cue: Cue): boolean => /[qcow]/.test(cue.takes) && cue.content === undefined

/** Nothing but a comma or a dash between: “…,” [she said]. */
const isRightBehind = (clause: Clause, place: number, start: number): boolean => {
  for (let i = place; i < start; i++) if (!/^(?:[,—–-]+|as)$/.test(wordAt(clause, i))) return false
  return true
}
