/**
 * The body of an article for formats that keep headline, standfirst and byline in fields of their own.
 *
 *   [headline][byline][paragraph][paragraph] -> the two paragraphs, joined by a blank line
 */
import type { Article, Block, BlockKind } from '../../content-schema/article.ts'

const ofTheirOwn: ReadonlySet<BlockKind> = new Set(['headline', 'standfirst', 'byline'])

/** All blocks where nothing else is there. */
export const bodyBlocks = (blocks: readonly Block[]): readonly Block[] => {
  const body = blocks.filter(({ kind }) => !ofTheirOwn.has(kind))
  return body.length > 0 ? body : blocks
}

export const bodyText = ({ text, blocks }: Pick<Article, 'text' | 'blocks'>): string =>
  bodyBlocks(blocks)
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n')
