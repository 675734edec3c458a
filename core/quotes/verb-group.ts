/**
 * The words that belong to a verb of saying: "has also repeatedly said", "went on to say", "added warily:".
 */
import { type Clause, headOf, relationAt, tagAt, wordAt } from './clause.ts'
import { isAuxiliary, isNegation } from './cue-lexicon.ts'

/** Verbs that only begin another: "went on to say", "tried to explain". */
const beginners: ReadonlySet<string> = new Set(
  `go goes going went continue continues continued continuing begin begins began begun start starts started keep keeps kept try tries
   tried trying attempt attempts attempted have has had used seem seems seemed appear appears appeared fail fails failed proceed
   proceeded proceeds hesitate hesitated took take takes came come`.split(/\s+/),
)

/** A manner behind the verb and a colon belong to the cue: "added warily:". */
export const cueEnd = (clause: Clause, to: number): number => {
  let end = to
  if (
    tagAt(clause, end) === 'RB' &&
    wordAt(clause, end).endsWith('ly') &&
    clause.holes[end] === 0 &&
    !/^(?:only|early)$/.test(wordAt(clause, end))
  )
    end++
  end = statementEnd(clause, end)
  if (wordAt(clause, end) === ':' && clause.holes[end] === 0) end++
  return end
}

/** "ready [to tell] them": a bare infinitive has its "to". */
export const withInfinitive = (clause: Clause, i: number, from: number): number =>
  from === i && tagAt(clause, i) === 'VB' && wordAt(clause, i - 1) === 'to' && clause.holes[i] === 0
    ? i - 1
    : from

const farthestStatement = 4 // "in a joint written statement"

/** "said [in a statement]": by which means it was said belongs to the cue. */
const statementEnd = (clause: Clause, end: number): number => {
  if (wordAt(clause, end) !== 'in' || !/^an?$/.test(wordAt(clause, end + 1)) || clause.holes[end] === 1)
    return end
  for (let i = end + 2; i < Math.min(clause.count, end + 2 + farthestStatement); i++) {
    if (clause.holes[i] === 1 || !/^(?:JJ|VBN|NN)/.test(tagAt(clause, i))) return end
    if (/^(?:statement|e-?mail|tweet|post)$/.test(wordAt(clause, i))) return i + 1
  }
  return end
}

/** Where the verb's group begins: auxiliaries, negations and adverbs before it, and a beginner with its own. */
export const groupStart = (clause: Clause, i: number): number => {
  let from = i
  while (from > 0 && clause.holes[from] === 0) {
    const before = from - 1
    const word = wordAt(clause, before)
    if (relationAt(clause, before) === 'nsubj' && isNegation(word)) break // "[nobody] said"
    if (isAuxiliary(word) || isNegation(word) || tagAt(clause, before) === 'MD') from = before
    else if (isGroupAdverb(clause, before, i)) from = before
    else if (word === 'to' && isBegun(clause, before))
      from = before - (wordAt(clause, before - 1) === 'on' ? 2 : 1)
    else if (word === 'on' && wordAt(clause, before - 1).startsWith('go')) from = before - 1
    else break
  }
  while (from < i && tagAt(clause, from).startsWith('RB') && isClauseAdverb(clause, from)) from++
  return from
}

const isBegun = (clause: Clause, to: number): boolean =>
  beginners.has(wordAt(clause, to - 1)) ||
  (wordAt(clause, to - 1) === 'on' && beginners.has(wordAt(clause, to - 2)))

const isGroupAdverb = (clause: Clause, at: number, verb: number): boolean =>
  tagAt(clause, at).startsWith('RB') && headOf(clause, at) >= at && headOf(clause, at) <= verb

/** "however", "meanwhile": of the sentence, not of the verb. */
const clauseAdverbs: ReadonlySet<string> = new Set(
  'however meanwhile instead therefore thus moreover nevertheless nonetheless indeed so here there where when why how'.split(
    ' ',
  ),
)

const isClauseAdverb = (clause: Clause, at: number): boolean => clauseAdverbs.has(wordAt(clause, at))
