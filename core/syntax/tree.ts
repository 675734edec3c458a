/**
 * Questions to a parse: whose subject, what below, which stretch. All token indexes are relative to parse.firstToken.
 *
 *   “Prices fell, and wages rose,” she said.    subjectOf(rose) -> wages    clauseOf(fell) -> Prices fell
 *
 * Not done: subjects that the sentence leaves to the reader ("To win would be hard").
 */
import type { Span } from '../../content-schema/span.ts'
import type { Reading } from '../text/reading.ts'
import { type PennTag, penn, type Relation, relation, universal } from './inventory.ts'
import type { Parse } from './syntax.ts'

/** Tokens [first, end) of a parse. */
export interface TokenRange {
  readonly first: number
  readonly end: number
}

export const hasRelation = (parse: Parse, token: number, name: Relation): boolean =>
  (parse.relations[token] ?? 0) === relation(name)

export const hasTag = (parse: Parse, token: number, name: PennTag): boolean =>
  (parse.tags[token] ?? 0) === penn(name)

export const isVerb = (parse: Parse, token: number): boolean =>
  (parse.universals[token] ?? 0) === universal('VERB') || (parse.universals[token] ?? 0) === universal('AUX')

/** The head of a token; null for the root. */
export const headOf = (parse: Parse, token: number): number | null => {
  const head = parse.heads[token] ?? 0
  return head < 0 ? null : head
}

/** What hangs directly on a token, in order. */
export const childrenOf = (parse: Parse, token: number): number[] => {
  const children: number[] = []
  for (let i = parse.firsts[token] ?? 0; i < (parse.ends[token] ?? 0); i++) {
    if ((parse.heads[i] ?? 0) === token) children.push(i)
  }
  return children
}

/** The first child with one of these relations; null where there is none. */
export const childWith = (parse: Parse, token: number, ...names: readonly Relation[]): number | null => {
  for (let i = parse.firsts[token] ?? 0; i < (parse.ends[token] ?? 0); i++) {
    if ((parse.heads[i] ?? 0) === token && names.some(name => hasRelation(parse, i, name))) return i
  }
  return null
}

/** All that a token governs, itself among it. */
export const subtreeOf = (parse: Parse, token: number): TokenRange => ({
  first: parse.firsts[token] ?? 0,
  end: parse.ends[token] ?? 0,
})

const subjectRelations = ['nsubj', 'nsubj:pass', 'csubj'] as const
const farthestSharing = 6 // verbs in a row that share one subject; a chain is not longer in prose

/**
 * The subject of a verb, or of a predicate with "be": its own, or the one it shares.
 *
 *   She came and saw: saw -> She.   They want to leave: leave -> They.   the man who left: left -> who
 */
export const subjectOf = (parse: Parse, verb: number): number | null => {
  let at = verb
  for (let step = 0; step < farthestSharing; step++) {
    const own = childWith(parse, at, ...subjectRelations)
    if (own !== null) return own
    const head = headOf(parse, at)
    const shares = hasRelation(parse, at, 'conj') || hasRelation(parse, at, 'xcomp')
    if (head === null || !shares) return null
    if (hasRelation(parse, at, 'xcomp')) {
      const object = childWith(parse, head, 'obj')
      if (object !== null) return object
    }
    at = head
  }
  return null
}

/**
 * The clause of a verb: what it governs without the marks at its borders and without a clause joined to it that has a
 * subject of its own.
 */
export const clauseOf = (parse: Parse, verb: number): TokenRange => {
  let { first, end } = subtreeOf(parse, verb)
  for (const child of childrenOf(parse, verb)) {
    const isJoined =
      hasRelation(parse, child, 'conj') && childWith(parse, child, ...subjectRelations) !== null
    if (!isJoined || child < verb) continue
    end = Math.min(end, parse.firsts[child] ?? 0)
  }
  const isEdge = (i: number): boolean => hasRelation(parse, i, 'punct')
  while (first < verb && isEdge(first)) first++
  while (end - 1 > verb && (isEdge(end - 1) || hasRelation(parse, end - 1, 'cc'))) end--
  return { first, end }
}

/** Where a range of a parse stands in the text. */
export const spanOf = (reading: Reading, parse: Parse, range: TokenRange): Span => ({
  start: reading.tokens.starts[parse.firstToken + range.first] ?? 0,
  end: reading.tokens.ends[parse.firstToken + Math.max(range.first, range.end - 1)] ?? 0,
})
