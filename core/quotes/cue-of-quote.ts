/**
 * The cue that introduces a whole quote or follows it.
 *
 *   “A,” said Ruiz.      Ruiz said: “A.”      Ruiz, asked about it, said “A,” adding: “B.”
 */
import { type Clause, tagAt, wordAt } from './clause.ts'
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
  const isAfter = after !== undefined && isRightBehind(clause, quote.place, clauseStart(after))
  if (isAfter && !isIntroduced(clause, cues, quote)) return after
  const before = cues.filter(cue => cue.span.to <= quote.place && mayQuote(cue))
  // "Ruiz said it is wrong to think that “…”": somebody who says so comes before a thought that nobody has
  return (
    before.findLast(cue => cue.source !== null || !cue.takes.includes('w')) ??
    before[before.length - 1] ??
    null
  )
}

const opening = /^(?:when|after|as|while|before|if|once|although|though)$/

/**
 * A verb right before a quote keeps it although another stands right behind: where the quote ends its sentence ("telling her,
 * “Go!” She replied to him that …"), or the verb's clause only leads in ("When one shouted, “Hale,” Ruiz joked, “No!”").
 */
const isIntroduced = (clause: Clause, cues: readonly Cue[], quote: ReportQuote): boolean => {
  const cue = cues.findLast(c => c.span.to <= quote.place && c.takes.startsWith('q') && c.source !== null)
  if (cue === undefined) return false
  for (let i = Math.max(cue.span.to, cue.source?.to ?? 0); i < quote.place; i++)
    if (
      !/^[,:]$/.test(wordAt(clause, i)) &&
      !(cue.takes.includes('e') && /^(?:PRP|N|DT)/.test(tagAt(clause, i)))
    )
      return false
  return !quote.endsInComma || (clauseStart(cue) <= 1 && opening.test(wordAt(clause, 0)))
}

const mayQuote = (cue: Cue): boolean => /[qcow]/.test(cue.takes) && cue.content === undefined

/** Nothing but a comma or a dash between: “…,” [she said]. */
const isRightBehind = (clause: Clause, place: number, start: number): boolean => {
  for (let i = place; i < start; i++) if (!/^(?:[,—–-]+|as)$/.test(wordAt(clause, i))) return false
  return true
}
