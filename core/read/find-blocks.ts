/**
 * What each stretch of a plain text is: headline, byline, dateline, paragraphs, by blocks over the verbatim text.
 */
import type { Block } from '../../content-schema/article.ts'

/** Blocks of a plain text, in order. A first version: every line with words in it is a paragraph. */
export const findBlocks = (text: string): Block[] => {
  const blocks: Block[] = []
  for (const match of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    blocks.push({ kind: 'paragraph', start: match.index, end: match.index + match[0].length })
  }
  return blocks
}
