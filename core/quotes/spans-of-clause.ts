/**
 * Words of a clause as spans of the text: a source with its head, what leads into the next sentence, and whether the
 * clause asserts at all ("did not say", "would she say?").
 */
import type { Assertion } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import { type Clause, childBy, firstOf, headOf, lastOf, tagAt, wordAt } from './clause.ts'
import type { Cue } from './cue.ts'
import { isNegation } from './cue-lexicon.ts'
import type { WordRange } from './noun-phrase.ts'
import type { Opening } from './report.ts'
import { clauseStart } from './words-around.ts'

export const spanOf = (clause: Clause, range: WordRange): Span => ({
  start: clause.starts[range.from] ?? 0,
  end: clause.ends[range.to - 1] ?? 0,
})

/** A source with its head: the last of its words that hangs on a word outside. None where marks were all it had. */
export const sourceSpans = (
  clause: Clause,
  range: WordRange | null,
): { source: Span | null; sourceHead: Span | null } => {
  if (range === null || range.to <= range.from) return { source: null, sourceHead: null }
  let head = headBeforeRelative(clause, range) ?? range.to - 1
  for (let i = range.from; i < range.to; i++) {
    const above = headOf(clause, i)
    if ((above < range.from || above >= range.to) && /^(?:N|PRP|W|DT|CD|FW)/.test(tagAt(clause, i))) {
      head = i
      break
    }
  }
  return { source: spanOf(clause, range), sourceHead: spanOf(clause, { from: head, to: head + 1 }) }
}

/** "Senator Ana [Ruiz], who won, said", "Ana [Ruiz], 34, …": for where the tree hangs the name on the verb of the clause behind it. */
const headBeforeRelative = (clause: Clause, { from, to }: WordRange): number | null => {
  for (let i = from + 1; i < to - 1; i++) {
    if (tagAt(clause, i) === 'CC') return null
    if (wordAt(clause, i) !== ',') continue
    const isAge = tagAt(clause, i + 1) === 'CD' && (i + 2 >= to || wordAt(clause, i + 2) === ',')
    const isBehind = isAge || tagAt(clause, i + 1).startsWith('W')
    return isBehind && tagAt(clause, i - 1).startsWith('N') ? i - 1 : null
  }
  return null
}

/** "Ruiz had this to say:" opens what stands behind it; so does a last cue with a source. */
export const openingOf = (clause: Clause, cues: readonly Cue[]): Opening | null => {
  const colon = clause.count - 1
  if (wordAt(clause, colon) !== ':') return null
  const named = nameBefore(clause, colon)
  if (named !== null)
    return {
      cue: spanOf(clause, { from: colon, to: colon + 1 }),
      ...sourceSpans(clause, named),
      lemma: ':',
    }
  const cue = cues.findLast(c => c.source !== null)
  if (cue?.source) {
    const end = cue.span.to
    return {
      cue: spanOf(clause, { from: cue.span.from, to: end }),
      ...sourceSpans(clause, cue.source),
      lemma: cue.lemma,
    }
  }
  for (let i = 0; i < clause.count; i++) {
    if (headOf(clause, i) >= 0) continue
    const subject = childBy(clause, i, 'nsubj')
    const isBare =
      subject === undefined && i < 12 && /^N/.test(tagAt(clause, i)) && lastOf(clause, i) >= colon
    if (subject === undefined && !isBare) break
    const source =
      subject === undefined
        ? { from: 0, to: colon }
        : { from: firstOf(clause, subject), to: lastOf(clause, subject) }
    return { cue: spanOf(clause, { from: colon, to: colon + 1 }), ...sourceSpans(clause, source), lemma: ':' }
  }
  return null
}

const longestName = 5 // words of "Ana Ruiz and Tom Hale"

/** "Boats are back - Ana Ruiz:" a name alone between a dash and the colon says who is quoted. */
const nameBefore = (clause: Clause, colon: number): WordRange | null => {
  let from = colon
  while (from > 0 && colon - from <= longestName && !/^[—–-]+$/.test(wordAt(clause, from - 1))) from--
  if (from === 0 || from === colon || colon - from > longestName) return null
  for (let i = from; i < colon; i++)
    if (clause.capitals[i] !== 1 && !/^(?:and|of|de|van|von|al|bin)$/.test(wordAt(clause, i))) return null
  return clause.holes[from] === 1 ? null : { from, to: colon }
}

const hypotheticals: ReadonlySet<string> = new Set(
  'would could might may should if unless whether'.split(' '),
)

/** "not", "nobody"; not "not only" and "No 10". */
const negates = (clause: Clause, i: number): boolean =>
  isNegation(wordAt(clause, i)) && !/^(?:only|\d+)$/.test(wordAt(clause, i + 1))

export const assertionOf = (clause: Clause, cue: Cue): Assertion => {
  for (let i = cue.span.from; i < cue.head; i++) if (negates(clause, i)) return 'negated'
  if (cue.source !== null && negates(clause, cue.source.from)) return 'negated' // "no one said"
  if (wordAt(clause, clause.count - 1) === '?' && cue.span.from <= 3) return 'questioned'
  const isWish = cue.takes === 't' && /^(?:like|love|prefer|hate)$/.test(cue.lemma) // "would like to stay"
  for (let i = cue.span.from; i < cue.head; i++)
    if (!isWish && hypotheticals.has(wordAt(clause, i))) return 'hypothetical'
  const start = clauseStart(cue)
  return start > 0 && hypotheticals.has(wordAt(clause, start - 1)) ? 'hypothetical' : 'asserted'
}
