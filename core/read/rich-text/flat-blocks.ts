/**
 * Rich text that is a flat list of blocks, to parts: Sanity's Portable Text, Prismic's structured text, Editor.js.
 */
import type { BlockKind } from '../../../content-schema/article.ts'
import type { Part, PartWriter } from '../build-text.ts'
import { openParts } from '../build-text.ts'
import { readHtmlFragment } from '../html/read-html.ts'
import type { Json } from '../read-json.ts'
import { asList, asRecord, asText, isRecord } from '../read-json.ts'
import { deepestNode, writePicture } from './node-tree.ts'

/** { _type: 'block', style: 'h2', listItem: 'bullet', children: [{ _type: 'span', text }] } */
export const portableTextToParts = (blocks: readonly unknown[]): Part[] => {
  const writer = openParts()
  for (const block of blocks) {
    if (!isRecord(block)) continue
    const type = asText(block._type) ?? ''
    if (type === 'block' || (type === '' && Array.isArray(block.children))) {
      writer.add(portableKind(block), spansOf(block))
    } else if (/quote/i.test(type)) {
      writeQuotation(block, writer)
    } else if (/image|figure|photo|picture/i.test(type)) {
      writePicture(block, writer)
    }
  }
  return writer.parts
}

const portableKind = (block: Json): BlockKind => {
  if (typeof block.listItem === 'string') return 'listItem'
  const style = asText(block.style) ?? 'normal'
  if (/^h[1-6]$/i.test(style)) return 'subheading'
  return /quote/i.test(style) ? 'blockquote' : /caption/i.test(style) ? 'caption' : 'paragraph'
}

const spansOf = (block: Json): string =>
  asList(block.children)
    .map(span => (isRecord(span) && typeof span.text === 'string' ? span.text : ''))
    .join('')

/** Sites model quotations as objects of their own: { _type: 'quote', text | quote, attribution }. */
const writeQuotation = (block: Json, writer: PartWriter): void => {
  for (const key of ['quote', 'text', 'content', 'body']) {
    const text = asText(block[key])
    if (text !== null) {
      writer.add('blockquote', text)
      break
    }
  }
  writer.add('blockquote', asText(block.attribution ?? block.author ?? block.source) ?? '')
}

/** { type: 'heading2', text, spans } */
export const prismicToParts = (blocks: readonly unknown[]): Part[] => {
  const writer = openParts()
  for (const block of blocks) {
    if (!isRecord(block)) continue
    const type = asText(block.type) ?? ''
    const text =
      typeof block.text === 'string'
        ? block.text
        : typeof block.content === 'object'
          ? (asText(asRecord(block.content).text) ?? '')
          : ''
    if (type === 'image') {
      writer.add('caption', asText(block.caption) ?? '')
      writer.add('credit', asText(block.copyright) ?? '')
    } else if (type === 'paragraph' || type === 'preformatted') writer.add('paragraph', text)
    else if (/^heading[1-6]$/.test(type)) writer.add('subheading', text)
    else if (type === 'list-item' || type === 'o-list-item') writer.add('listItem', text)
  }
  return writer.parts
}

/** { blocks: [{ type: 'header', data: { text: 'a <b>line</b>', level: 2 } }] }; text is inline HTML. */
export const editorJsToParts = (blocks: readonly unknown[]): Part[] => {
  const writer = openParts()
  for (const block of blocks) {
    if (isRecord(block))
      writeEditorBlock((asText(block.type) ?? '').toLowerCase(), asRecord(block.data), writer)
  }
  return writer.parts
}

const writeEditorBlock = (type: string, data: Json, writer: PartWriter): void => {
  const lines = editorLines.get(type)
  for (const [kind, key] of lines ?? []) writeHtmlLine(kind, data[key], writer)
  if (type === 'list' || type === 'nestedlist' || type === 'checklist')
    writeItems(asList(data.items), writer, 0)
  if (type === 'code') writer.add('paragraph', asText(data.code) ?? '')
  if (type === 'raw')
    for (const part of readHtmlFragment(asText(data.html) ?? '') ?? []) writer.add(part.kind, part.text)
  if (type === 'table') {
    for (const row of asList(data.content)) writer.add('note', asList(row).map(htmlLine).join(' | '))
  }
}

/** Which fields of which block are lines of the story. */
const editorLines = new Map<string, readonly (readonly [BlockKind, string])[]>([
  ['paragraph', [['paragraph', 'text']]],
  ['header', [['subheading', 'text']]],
  [
    'quote',
    [
      ['blockquote', 'text'],
      ['blockquote', 'caption'],
    ],
  ],
  [
    'image',
    [
      ['caption', 'caption'],
      ['credit', 'credit'],
    ],
  ],
  ['simpleimage', [['caption', 'caption']]],
  ['embed', [['caption', 'caption']]],
  [
    'warning',
    [
      ['note', 'title'],
      ['note', 'message'],
    ],
  ],
])

const writeHtmlLine = (kind: BlockKind, html: unknown, writer: PartWriter): void =>
  writer.add(kind, htmlLine(html))

const htmlLine = (html: unknown): string =>
  (readHtmlFragment(asText(html) ?? '') ?? []).map(part => part.text).join('\n')

/** Strings, or { content | text, items: […] }. */
const writeItems = (items: readonly unknown[], writer: PartWriter, depth: number): void => {
  if (depth > deepestNode) return
  for (const one of items) {
    writeHtmlLine('listItem', isRecord(one) ? (one.content ?? one.text) : one, writer)
    if (isRecord(one)) writeItems(asList(one.items), writer, depth + 1)
  }
}
