/**
 * The words of a report sentence with their grammar: tags, heads, relations, and what each word governs.
 * Whole quotes are left out before parsing, so that "“…,” said Ana Ruiz" is read as "said Ana Ruiz".
 */
import { pennTags, type Relation, relations } from '../syntax/inventory.ts'
import { parseIfWorth, type Syntax } from '../syntax/syntax.ts'
import { isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { mayHoldCue } from './may-hold-cue.ts'
import type { ReportSentence } from './report-sentences.ts'

export interface Clause {
  readonly sentence: ReportSentence
  readonly count: number
  /** Offsets into the text of each word. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Each word in lower case. */
  readonly words: readonly string[]
  readonly tags: readonly string[]
  /** -1 for the root. */
  readonly heads: Int32Array
  readonly relations: readonly Relation[]
  /** What word i governs, itself among it: words [firsts[i], lasts[i]). */
  readonly firsts: Int32Array
  readonly lasts: Int32Array
  /** Whether a whole quote stands before word i (i = count: behind the last). */
  readonly holes: Uint8Array
  /** Whether word i begins with a capital. */
  readonly capitals: Uint8Array
}

const longestParsed = 250 // words; a longer "sentence" is a table or a list, and its tree means nothing

/** Null for a sentence with no words of its own, or more than any sentence has, or where nothing can be reported. */
export const readClause = (reading: Reading, sentence: ReportSentence, syntax: Syntax): Clause | null => {
  const count = sentence.words.length
  if (count === 0 || count > longestParsed) return null
  const starts = new Int32Array(count)
  const ends = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    const token = sentence.words[i] ?? 0
    starts[i] = reading.tokens.starts[token] ?? 0
    ends[i] = reading.tokens.ends[token] ?? 0
  }
  const words = new Array<string>(count).fill('')
  for (let i = 0; i < count; i++)
    words[i] = reading.text.slice(starts[i], ends[i]).toLowerCase().replaceAll('’', "'")
  const isQuoting = sentence.quotes.length > 0 || words[count - 1] === ':'
  const isWorth = (tagOf: (i: number) => number): boolean =>
    isQuoting ||
    mayHoldCue({ count, word: i => words[i] ?? '', tag: i => (i < count ? (pennTags[tagOf(i)] ?? '') : '') })
  const parse = parseIfWorth({ ...reading, tokens: { count, starts, ends } }, 0, count, syntax, isWorth)
  if (parse === null) return null
  const capitals = new Uint8Array(count)
  const tags = new Array<string>(count).fill('NN')
  const named = new Array<Relation>(count).fill('dep')
  for (let i = 0; i < count; i++) {
    if (isUpperAt(reading.text, starts[i] ?? 0)) capitals[i] = 1
    tags[i] = pennTags[parse.tags[i] ?? 0] ?? 'NN'
    named[i] = relations[parse.relations[i] ?? 0] ?? 'dep'
  }
  const holes = new Uint8Array(count + 1)
  for (const quote of sentence.quotes) if (quote.isWhole) holes[quote.place] = 1
  return {
    sentence,
    count,
    starts,
    ends,
    words,
    tags,
    heads: parse.heads,
    relations: named,
    firsts: parse.firsts,
    lasts: parse.ends,
    holes,
    capitals,
  }
}

export const wordAt = (clause: Clause, i: number): string => clause.words[i] ?? ''
export const tagAt = (clause: Clause, i: number): string => clause.tags[i] ?? ''
const finite: ReadonlySet<string> = new Set(['VBD', 'VBZ', 'VBP', 'MD'])
/** "said", "says", "will": a verb that may stand in a main clause. */
export const hasFiniteTag = (clause: Clause, i: number): boolean => finite.has(tagAt(clause, i))
export const headOf = (clause: Clause, i: number): number => clause.heads[i] ?? -1
export const relationAt = (clause: Clause, i: number): Relation => clause.relations[i] ?? 'dep'
/** Directly or indirectly: "told [them] [that]". */
export const isObject = (clause: Clause, i: number): boolean =>
  relationAt(clause, i) === 'obj' || relationAt(clause, i) === 'iobj'
export const firstOf = (clause: Clause, i: number): number => clause.firsts[i] ?? i
export const lastOf = (clause: Clause, i: number): number => clause.lasts[i] ?? i + 1
/** What hangs directly on word i, in order; all of it lies within what the word governs. */
export const childrenOf = (clause: Clause, i: number): readonly number[] => {
  const found: number[] = []
  for (let c = Math.max(0, firstOf(clause, i)); c < lastOf(clause, i); c++)
    if (headOf(clause, c) === i) found.push(c)
  return found
}
/** The first child with one of these relations. */
export const childBy = (clause: Clause, i: number, ...wanted: readonly Relation[]): number | undefined => {
  for (let c = Math.max(0, firstOf(clause, i)); c < lastOf(clause, i); c++)
    if (headOf(clause, c) === i && wanted.includes(relationAt(clause, c))) return c
  return undefined
}
