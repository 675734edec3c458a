/**
 * Rich text that is a tree of typed nodes, to parts: Contentful Rich Text, ProseMirror (Storyblok, TipTap), Slate and
 * its like (Strapi blocks, Hygraph, Payload), Lexical (Payload, Ghost), DatoCMS structured text. They differ in what
 * they call things; no name means two things among them, so one table serves all.
 *
 *   { nodeType: 'paragraph', content: [{ nodeType: 'text', value: 'It sails.' }] }
 *   { type: 'paragraph', children: [{ type: 'text', text: 'It sails.' }] }
 * A name that is not in the table is looked through where it has children, and otherwise left out: a linked entry, a
 * bookmark, an advertisement slot.
 */
import type { BlockKind } from '../../../content-schema/article.ts'
import type { PartWriter } from '../build-text.ts'
import { openParts, type Part } from '../build-text.ts'
import { readHtmlFragment } from '../html/read-html.ts'
import { markdownToParts } from '../markdown/markdown-to-parts.ts'
import type { Json } from '../read-json.ts'
import { asList, asRecord, asText, isRecord } from '../read-json.ts'

/** No editor nests deeper; what does is an attack, and is cut off here. */
export const deepestNode = 100

export const nodeTreeToParts = (node: unknown): Part[] => {
  const writer = openParts()
  walk(node, 'paragraph', writer, 0)
  writer.end('paragraph')
  return writer.parts
}

const walk = (value: unknown, kind: BlockKind, writer: PartWriter, depth: number): void => {
  if (depth > deepestNode) return
  if (Array.isArray(value)) {
    for (const one of value) walk(one, kind, writer, depth + 1)
    return
  }
  if (!isRecord(value)) return
  const name = nameOf(value)
  const own = blockOf(name, value)
  if (own === 'leaf') writeLeaf(name, value, kind, writer)
  else if (own === 'inline') walkInline(value, kind, writer, depth)
  else if (own === 'row') writeRow(value, writer, depth)
  else if (own === 'container') walkBlock(value, kind, kind, writer, depth)
  else walkBlock(value, kind, own === 'paragraph' ? kind : own, writer, depth)
}

/** "heading-1", "heading_1", "Heading1" -> "heading1" */
const nameOf = (node: Json): string =>
  (asText(node.nodeType ?? node.type) ?? '').toLowerCase().replace(/[-_ ]/g, '')

const blockOf = (name: string, node: Json): BlockKind | 'leaf' | 'inline' | 'row' | 'container' => {
  if (leaves.has(name)) return 'leaf'
  const block = blocks.get(name)
  if (block !== undefined) return block
  if (/^(?:heading.*|h[1-6]|title|header|extendedheading)$/.test(name)) return 'subheading'
  if (rows.has(name)) return 'row'
  if (inlines.has(name)) return 'inline'
  if (name === '' && textOf(node) !== null) return 'inline' // Slate's leaves have no type
  return childrenOf(node).some(isInlineNode) ? 'inline' : 'container'
}

const blocks = new Map<string, BlockKind>([
  ['paragraph', 'paragraph'],
  ['p', 'paragraph'],
  ['extendedparagraph', 'paragraph'],
  ['code', 'paragraph'],
  ['codeblock', 'paragraph'],
  ['aside', 'blockquote'],
  ['blockquote', 'blockquote'],
  ['quote', 'blockquote'],
  ['extendedquote', 'blockquote'],
  ['listitem', 'listItem'],
  ['li', 'listItem'],
  ['listitemchild', 'listItem'],
  ['checklistitem', 'listItem'],
  ['taskitem', 'listItem'],
])

const rows = new Set(['tablerow', 'tr'])

const inlines = new Set([
  'text',
  'extendedtext',
  'span',
  'link',
  'autolink',
  'hyperlink',
  'entryhyperlink',
  'assethyperlink',
  'itemlink',
  'a',
  'mark',
  'tablecell',
  'tableheadercell',
  'tableheader',
  'td',
  'th',
])

const leaves = new Set([
  'linebreak',
  'hardbreak',
  'br',
  'softbreak',
  'image',
  'upload',
  'html',
  'markdown',
  'callout',
  'emoji',
  'embeddedassetblock',
  'tab',
  'figure',
])

const isInlineNode = (node: unknown): boolean =>
  isRecord(node) && (inlines.has(nameOf(node)) || textOf(node) !== null)

const childrenOf = (node: Json): readonly unknown[] => asList(node.content ?? node.children)

const valued = new Set(['text', 'span'])

/** Not trimmed: a blank at the end parts two words. */
const textOf = (node: Json): string | null => {
  // Contentful and DatoCMS call it value, and so do references call the id that they point to.
  const text = node.text ?? (valued.has(nameOf(node)) ? node.value : undefined)
  return typeof text === 'string' ? text : null
}

const walkBlock = (
  node: Json,
  around: BlockKind,
  kind: BlockKind,
  writer: PartWriter,
  depth: number,
): void => {
  writer.end(around)
  const text = textOf(node) ?? (typeof node.code === 'string' ? node.code : null)
  if (text !== null && childrenOf(node).length === 0) writer.write(text)
  for (const child of childrenOf(node)) walk(child, kind, writer, depth + 1)
  writer.end(kind)
  if (kind === 'blockquote' && around !== 'blockquote') {
    // DatoCMS and Payload keep who is quoted beside the quotation.
    writer.add('blockquote', asText(node.attribution) ?? '')
  }
}

const walkInline = (node: Json, kind: BlockKind, writer: PartWriter, depth: number): void => {
  const text = textOf(node)
  if (text !== null) writeLines(text, writer)
  for (const child of childrenOf(node)) walk(child, kind, writer, depth + 1)
}

/** "\n" inside a text node is a line on the page. */
const writeLines = (text: string, writer: PartWriter): void => {
  for (const [i, line] of text.split('\n').entries()) {
    if (i > 0) writer.lineBreak()
    writer.write(line)
  }
}

const writeRow = (row: Json, writer: PartWriter, depth: number): void => {
  writer.end('paragraph')
  const cells = childrenOf(row).map(cell => {
    const inside = openParts()
    walk(cell, 'note', inside, depth + 1)
    inside.end('note')
    return inside.parts.map(part => part.text).join(' ')
  })
  writer.add('note', cells.join(' | '))
}

const writeLeaf = (name: string, node: Json, kind: BlockKind, writer: PartWriter): void => {
  if (name === 'emoji') writer.write(asText(asRecord(node.attrs).emoji) ?? '')
  else if (name === 'tab') writer.write(' ')
  else if (/break$|^br$/.test(name)) writer.lineBreak()
  else {
    writer.end(kind)
    writeCard(name, node, writer)
  }
}

/** Pictures give their caption and credit; cards of HTML or Markdown what is in them. */
const writeCard = (name: string, node: Json, writer: PartWriter): void => {
  const markup = asText(node[name] ?? node.html ?? node.calloutText)
  if (name === 'markdown' && markup !== null) {
    for (const part of markdownToParts(markup)) writer.add(part.kind, part.text)
  } else if ((name === 'html' || name === 'callout') && markup !== null) {
    for (const part of readHtmlFragment(markup) ?? []) writer.add(part.kind, part.text)
  } else {
    writePicture(node, writer)
  }
}

export const writePicture = (node: Json, writer: PartWriter): void => {
  const asset = asRecord(asRecord(asRecord(node.data).target).fields)
  const places = [
    node,
    asRecord(node.attrs),
    asRecord(node.fields),
    asRecord(node.image),
    asRecord(node.asset),
    asset,
  ]
  const first = (...keys: string[]): string =>
    places.flatMap(place => keys.map(key => asText(place[key]))).find(text => text !== null) ?? ''
  const caption = first('caption', 'description')
  for (const part of readHtmlFragment(caption) ?? []) writer.add('caption', part.text)
  writer.add('credit', first('credit', 'copyright', 'creditLine', 'attribution', 'photographer'))
}
