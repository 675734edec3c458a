/**
 * How often the tagger and the parser are right on sentences that they have not seen. Marks count like words.
 */
import { relations } from '../../core/syntax/inventory.ts'
import type { Syntax } from '../../core/syntax/run-syntax.ts'
import { parseTokens } from '../../core/syntax/syntax.ts'
import type { TrainingSentence } from './read-treebank.ts'

/** Shares of tokens, 0..1. */
export interface SyntaxScore {
  readonly tokens: number
  readonly penn: number
  readonly universal: number
  readonly heads: number
  readonly labelled: number
  /** Right head and relation among those that the treebank gives a relation, the most frequent first. */
  readonly byRelation: readonly { relation: string; count: number; recall: number; precision: number }[]
}

export const scoreSyntax = (syntax: Syntax, sentences: readonly TrainingSentence[]): SyntaxScore => {
  const sums = { tokens: 0, penn: 0, universal: 0, heads: 0, labelled: 0 }
  const wanted = new Int32Array(relations.length)
  const given = new Int32Array(relations.length)
  const right = new Int32Array(relations.length)
  for (const sentence of sentences) {
    const { text, tokens } = sentence
    const parse = parseTokens({ text, tokens, blocks: [], sentences: [] }, 0, tokens.count, syntax)
    for (let t = 0; t < tokens.count; t++) {
      const goldHead = sentence.heads[t] === tokens.count ? -1 : sentence.heads[t]
      const gold = sentence.relations[t] ?? 0
      const found = parse.relations[t] ?? 0
      sums.tokens++
      if (parse.tags[t] === sentence.penn[t]) sums.penn++
      if (parse.universals[t] === sentence.universal[t]) sums.universal++
      wanted[gold] = (wanted[gold] ?? 0) + 1
      given[found] = (given[found] ?? 0) + 1
      if (parse.heads[t] !== goldHead) continue
      sums.heads++
      if (found !== gold) continue
      sums.labelled++
      right[gold] = (right[gold] ?? 0) + 1
    }
  }
  const share = (count: number): number => count / Math.max(1, sums.tokens)
  const byRelation = relations
    .map((name, r) => ({
      relation: name,
      count: wanted[r] ?? 0,
      recall: (right[r] ?? 0) / Math.max(1, wanted[r] ?? 0),
      precision: (right[r] ?? 0) / Math.max(1, given[r] ?? 0),
    }))
    .sort((a, b) => b.count - a.count)
  return {
    tokens: sums.tokens,
    penn: share(sums.penn),
    universal: share(sums.universal),
    heads: share(sums.heads),
    labelled: share(sums.labelled),
    byRelation,
  }
}
