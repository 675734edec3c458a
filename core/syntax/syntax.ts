/**
 * Parts of speech and grammatical relations of a stretch of tokens, usually a sentence.
 *
 *   "He said it works." -> He ◀nsubj─ said ─ccomp▶ works, it ◀nsubj─ works
 *
 * Nothing is found until it is asked for, so only sentences that matter are parsed. Every text gets a tree; in text that
 * is no English prose it means little. English only.
 */
import type { Reading } from '../text/reading.ts'
import { parseWords, readWords, type Syntax, tagStretch } from './run-syntax.ts'

export { openSyntax, packSyntax } from './pack-syntax.ts'
export type { Syntax } from './run-syntax.ts'

/** A tree over tokens [firstToken, firstToken + heads.length); all indexes in it are relative to firstToken. */
export interface Parse {
  readonly firstToken: number
  /** -1 for the root. */
  readonly heads: Int32Array
  /** Numbers of `relations`. */
  readonly relations: Uint8Array
  /** Numbers of `pennTags`. */
  readonly tags: Uint8Array
  /** Numbers of `universalTags`. */
  readonly universals: Uint8Array
  /** What a token governs, itself among it, are the tokens [firsts[i], ends[i]). */
  readonly firsts: Int32Array
  readonly ends: Int32Array
}

/** The Penn tags (numbers of `pennTags`) of tokens [firstToken, endToken). */
export const tagWords = (
  reading: Reading,
  firstToken: number,
  endToken: number,
  syntax: Syntax,
): Uint8Array => {
  const { space } = syntax
  const count = tagSpace(reading, firstToken, endToken, syntax)
  return mapped(space.classes, syntax.classPenn, count)
}

/** Tags and parses tokens [firstToken, endToken). */
export const parseTokens = (
  reading: Reading,
  firstToken: number,
  endToken: number,
  syntax: Syntax,
): Parse => {
  tagSpace(reading, firstToken, endToken, syntax)
  return parseTagged(syntax, firstToken, endToken - firstToken)
}

/** The same where the tags are worth it, else null: they cost a fifth of what the tree costs. */
export const parseIfWorth = (
  reading: Reading,
  firstToken: number,
  endToken: number,
  syntax: Syntax,
  isWorth: (tagOf: (i: number) => number) => boolean,
): Parse | null => {
  const count = tagSpace(reading, firstToken, endToken, syntax)
  const { space, classPenn } = syntax
  const tagOf = (i: number): number => classPenn[space.classes[i] ?? 0] ?? 0
  return isWorth(tagOf) ? parseTagged(syntax, firstToken, count) : null
}

const tagSpace = (reading: Reading, first: number, end: number, syntax: Syntax): number => {
  const { space, lexicon } = syntax
  const count = readWords(space, reading.text, reading.tokens, { first, end, lexicon })
  tagStretch(space, syntax, count)
  return count
}

const parseTagged = (syntax: Syntax, firstToken: number, count: number): Parse => {
  const { space } = syntax
  parseWords(space, syntax, count)
  const { state } = space
  const heads = state.heads.slice(0, count)
  for (let i = 0; i < count; i++) if (heads[i] === count) heads[i] = -1
  return {
    firstToken,
    heads,
    relations: state.labels.slice(0, count),
    tags: mapped(space.classes, syntax.classPenn, count),
    universals: mapped(space.classes, syntax.classUniversal, count),
    firsts: state.firsts.slice(0, count),
    ends: state.ends.slice(0, count),
  }
}

const mapped = (classes: Uint8Array, names: Uint8Array, count: number): Uint8Array => {
  const out = new Uint8Array(count)
  for (let i = 0; i < count; i++) out[i] = names[classes[i] ?? 0] ?? 0
  return out
}
