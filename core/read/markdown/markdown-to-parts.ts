/**
 * Markdown (CommonMark with tables) to parts. The parser is markdown-it, which gives a flat list of tokens, so that
 * deep nesting costs nothing here.
 */
import MarkdownIt from 'markdown-it'
import type { BlockKind } from '../../../content-schema/article.ts'
import type { Part, PartWriter } from '../build-text.ts'
import { openParts } from '../build-text.ts'
import { readHtmlFragment } from '../html/read-html.ts'
import { cutMarkdown } from './cut-markdown.ts'

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

const parser = new MarkdownIt({ html: true, linkify: false, typographer: false })

export const markdownToParts = (markdown: string): Part[] => {
  const writer = openParts()
  const pieces = cutMarkdown(withoutShortcodes(markdown))
  // Links may be defined in another piece than they are used in.
  const env = {}
  if (pieces.length > 1) parser.parse(linkDefinitions(markdown), env)
  for (const piece of pieces) writeTokens(parser.parse(piece, env), writer)
  return writer.parts.map(part =>
    part.kind === 'note' ? { ...part, text: part.text.replace(/ \|$/, '') } : part,
  )
}

const writeTokens = (tokens: readonly Token[], writer: PartWriter): void => {
  const around: BlockKind[] = []
  for (const token of tokens) {
    const kind = around.at(-1) ?? 'paragraph'
    if (token.type === 'inline') writeInline(token, writer)
    else if (token.type === 'fence' || token.type === 'code_block') writer.add('paragraph', token.content)
    else if (token.type === 'html_block') writeHtml(token.content, writer)
    else if (token.nesting === 1) around.push(kindOf(token, kind))
    else if (token.nesting === -1) {
      around.pop()
      if (token.type === 'th_close' || token.type === 'td_close') writer.write(' | ')
      if (closesBlock.has(token.type)) writer.end(kind)
    }
  }
}

/** "[1]: https://example.org" on lines of their own. */
const linkDefinitions = (markdown: string): string =>
  (markdown.match(/^ {0,3}\[[^\]\n]{1,300}\]:[ \t]*\S[^\n]{0,2000}$/gm) ?? []).join('\n\n')

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
