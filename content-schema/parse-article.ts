/**
 * Unknown input to an Article, or every reason why it is none.
 *
 *   parseArticle({...}) -> { ok: true, article } | { ok: false, problems: [{ code: 'missing', path: 'text', … }] }
 */

import { Article } from './article.ts'
import { counted } from './counted.ts'
import type { Problem } from './problem.ts'
import { toProblems } from './to-problems.ts'

export type ParseArticleResult =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const parseArticle = (input: unknown): ParseArticleResult => {
  const parsed = Article.safeParse(input)
  const problems = [
    ...(parsed.success ? [] : toProblems(parsed.error.issues, input)),
    ...blockProblems(input),
  ]
  if (parsed.success && problems.length === 0) return { ok: true, article: parsed.data }
  return { ok: false, problems }
}

/** What single fields cannot tell: blocks inside the text, in order, without overlaps, not in half of a character. */
const blockProblems = (input: unknown): Problem[] => {
  const { text, blocks } = textAndBlocks(input)
  if (text === null) return []
  const problems: Problem[] = []
  let last = 0
  for (const [i, block] of blocks.entries()) {
    if (block === null) continue
    const { start, end } = block
    const path = `blocks[${i}]`
    if (end > text.length) {
      problems.push({
        code: 'inconsistent',
        path: `${path}.end`,
        message: `${path}.end is beyond the text: got ${end}, the text has ${counted(text.length, 'character')} (UTF-16 units).`,
      })
    } else if (end <= start) {
      problems.push({
        code: 'inconsistent',
        path: `${path}.end`,
        message: `${path} is empty or runs backwards: got start ${start} and end ${end}; end must be larger than start.`,
      })
    } else if (start < last) {
      problems.push({
        code: 'inconsistent',
        path: `${path}.start`,
        message: `${path} overlaps the block before it: got start ${start}, which must be at least ${last}; put blocks in order.`,
      })
    } else if (isInsidePair(text, start) || isInsidePair(text, end)) {
      problems.push({
        code: 'inconsistent',
        path,
        message: `${path} cuts a character in two (offsets are UTF-16 units; got ${start} to ${end}); move it by one.`,
      })
    }
    last = Math.max(last, end)
  }
  return problems.slice(0, 100)
}

const isInsidePair = (text: string, index: number): boolean => {
  const before = text.charCodeAt(index - 1)
  const after = text.charCodeAt(index)
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff
}

interface LooseBlock {
  readonly start: number
  readonly end: number
}

const textAndBlocks = (input: unknown): { text: string | null; blocks: (LooseBlock | null)[] } => {
  const nothing = { text: null, blocks: [] }
  if (typeof input !== 'object' || input === null || !('text' in input) || !('blocks' in input))
    return nothing
  const { text, blocks } = input
  if (typeof text !== 'string' || !Array.isArray(blocks)) return nothing
  return { text, blocks: blocks.map(looseBlock) }
}

const looseBlock = (block: unknown): LooseBlock | null => {
  if (typeof block !== 'object' || block === null || !('start' in block) || !('end' in block)) return null
  const { start, end } = block
  return Number.isInteger(start) &&
    Number.isInteger(end) &&
    typeof start === 'number' &&
    typeof end === 'number'
    ? { start, end }
    : null
}
