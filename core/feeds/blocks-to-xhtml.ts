/**
 * The body of an article as XHTML, for readers that take marked-up text.
 *
 *   [subheading][paragraph][listItem][listItem] -> <h2>…</h2> <p>…</p> <ul><li>…</li><li>…</li></ul>
 */
import type { Article, BlockKind } from '../../content-schema/article.ts'
import { bodyBlocks } from './body-blocks.ts'
import { escapeXml } from './escape-xml.ts'

const elements: Readonly<Record<BlockKind, readonly [string, string]>> = {
  headline: ['<h1>', '</h1>'],
  standfirst: ['<p class="standfirst">', '</p>'],
  byline: ['<p class="byline">', '</p>'],
  paragraph: ['<p>', '</p>'],
  subheading: ['<h2>', '</h2>'],
  blockquote: ['<blockquote><p>', '</p></blockquote>'],
  listItem: ['<li>', '</li>'],
  caption: ['<p class="caption">', '</p>'],
  credit: ['<p class="credit">', '</p>'],
  note: ['<p class="note">', '</p>'],
}

export const blocksToXhtml = ({ text, blocks: all }: Pick<Article, 'text' | 'blocks'>): string => {
  const blocks = bodyBlocks(all)
  const parts: string[] = []
  blocks.forEach((block, index) => {
    const isItem = block.kind === 'listItem'
    if (isItem && blocks[index - 1]?.kind !== 'listItem') parts.push('<ul>')
    const [open, close] = elements[block.kind]
    parts.push(open, escapeXml(text.slice(block.start, block.end)), close)
    if (isItem && blocks[index + 1]?.kind !== 'listItem') parts.push('</ul>')
  })
  return parts.join('')
}
