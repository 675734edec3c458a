/**
 * A plain text to a draft: the text itself (byte order mark and carriage returns aside), its blocks, and the fields
 * that its head and foot tell.
 */
import type { Block, BlockKind } from '../../content-schema/article.ts'
import { longestHeadline, longestLine, mostBylines } from '../../content-schema/bounds.ts'
import { findDateline } from './dateline.ts'
import type { Draft } from './draft.ts'
import { findBlocks } from './find-blocks.ts'

/** `title`: the headline, where it comes beside the text. */
export const readPlainText = (input: string, title = ''): Draft => {
  const text = withoutReturns(input)
  return { text, ...fieldsOfText(text, findBlocks(text, title), title) }
}

/** Line ends as "\n", no byte order mark. */
export const withoutReturns = (input: string): string => input.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** Headline, standfirst, bylines, dateline and credit as the blocks show them. */
export const fieldsOfText = (
  text: string,
  blocks: readonly Block[],
  title = '',
): Pick<Draft, 'blocks' | 'headline' | 'standfirst' | 'bylines' | 'dateline' | 'credit'> => {
  const first = (kind: BlockKind): string | null => {
    const block = blocks.find(block => block.kind === kind)
    return block ? text.slice(block.start, block.end) : null
  }
  const lead = blocks.find(block => block.kind === 'paragraph')
  const dateline = lead ? findDateline(text, lead) : null
  return {
    blocks,
    headline: (title || (first('headline') ?? '')).slice(0, longestHeadline),
    standfirst: first('standfirst'),
    bylines: blocks
      .flatMap(block => (block.kind === 'byline' ? bylinesOf(text.slice(block.start, block.end)) : []))
      .slice(0, mostBylines),
    dateline: dateline ? text.slice(dateline.start, dateline.end) : null,
    credit: creditOf(text, blocks),
  }
}

/** "By JANE DOE and John Roe, Staff Writers" -> JANE DOE · John Roe */
export const bylinesOf = (line: string): string[] => {
  const names = line.replace(/^(?:words |story |written )?(?:by|from)\s*:?\s+/i, '')
  const isPrefixed = names !== line
  if (!isPrefixed) return []
  return names
    .split(/\s*(?:,|\||\/|\band\b|&)\s*/i)
    .map(name => name.trim().slice(0, longestLine))
    .filter(
      name =>
        name !== '' &&
        !/\b(?:writers?|staff|reporters?|correspondents?|editors?|press|reuters|news|agency|agencies)\b/i.test(
          name,
        ),
    )
}

/** The source line at the foot, else the first photo credit. */
const creditOf = (text: string, blocks: readonly Block[]): string | null => {
  const credits = blocks.filter(block => block.kind === 'credit')
  const last = blocks[blocks.length - 1]
  const chosen = last?.kind === 'credit' ? last : credits[0]
  return chosen ? text.slice(chosen.start, chosen.end) : null
}
