/**
 * Markdown (CommonMark with tables) to parts. The parser is markdown-it, which gives a flat list of tokens, so that
 * deep nesting costs nothing here.
 */
import MarkdownIt from 'markdown-it'
import type { BlockKind } from '../../../content-schema/article.ts'
import type { Part, PartWriter } from '../build-text.ts'
import { openParts } from '../build-text.ts'
import { readHtmlFragment } from '../html/read-html.ts'

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

const parser = new MarkdownIt({ html: true, linkify: false, typographer: false })

/**
 * Characters. Markdown is read ten times slower than HTML, and 160,000 words are a long novel; what is longer is cut
 * into lines as plain text is.
 */
export const longestMarkdown = 1_000_000

export const markdownToParts = (markdown: string): Part[] => {
  if (markdown.length > longestMarkdown) return linesOf(markdown)
  const writer = openParts()
  const around: BlockKind[] = []
  const tokens = parser.parse(withoutShortcodes(markdown), {})
  for (const token of tokens) {
    const kind = around.at(-1) ?? 'paragraph'
    if (token.type === 'inline') writeInline(token, writer)
    else if (token.type === 'fence' || token.type === 'code_block') writer.add('paragraph', token.content)
    else if (token.type === 'html_block') writeHtml(token.content, writer)
    else if (token.type === 'th_close' || token.type === 'td_close') writer.write(' | ')
    else if (token.nesting === 1) around.push(kindOf(token, kind))
    else if (token.nesting === -1) {
      around.pop()
      if (closesBlock.has(token.type)) writer.end(kind)
    }
  }
  return writer.parts.map(part =>
    part.kind === 'note' ? { ...part, text: part.text.replace(/ \|$/, '') } : part,
  )
}

const closesBlock = new Set(['paragraph_close', 'heading_close', 'tr_close'])

const kindOf = (token: Token, around: BlockKind): BlockKind => {
  switch (token.type) {
    case 'heading_open':
      return token.tag === 'h1' ? 'headline' : 'subheading'
    case 'blockquote_open':
      return 'blockquote'
    case 'list_item_open':
      return 'listItem'
    case 'tr_open':
      return 'note'
    default:
      return around
  }
}

/** Words, breaks and inline HTML of one line; images and the marks themselves go. */
const writeInline = (token: Token, writer: PartWriter): void => {
  for (const child of token.children ?? []) {
    if (child.type === 'text' || child.type === 'code_inline') writer.write(child.content)
    else if (child.type === 'softbreak') writer.write(' ')
    else if (child.type === 'hardbreak') writer.lineBreak()
    else if (child.type === 'html_inline' && /^<br\s*\/?>$/i.test(child.content)) writer.lineBreak()
  }
}

const writeHtml = (html: string, writer: PartWriter): void => {
  for (const part of readHtmlFragment(html) ?? []) writer.add(part.kind, part.text)
}

/** Hugo's and others' {{< figure … >}} and {% embed … %} are instructions to a site's builder, not text. */
const withoutShortcodes = (markdown: string): string =>
  markdown.replace(/\{\{[<%][^{}\n]{0,2000}[>%]\}\}|\{%[^{}\n]{0,2000}%\}/g, '')

const linesOf = (markdown: string): Part[] => markdown.split(/\n+/).map(text => ({ kind: 'paragraph', text }))
