/**
 * Elements to parts: what each stretch of the story is. Paragraphs, subheadings, quotations, lists, captions and
 * credits keep their kind; line breaks, table rows and bare text between blocks become what a reader sees.
 */
import type { BlockKind } from '../../../content-schema/article.ts'
import type { Part, PartWriter } from '../build-text.ts'
import { openParts } from '../build-text.ts'
import { isRelatedLinks, wordsOf } from './boilerplate.ts'
import type { MarkupElement } from './markup-tree.ts'
import { elementsOf, findElement, isNamed } from './markup-tree.ts'

export interface HtmlPartsOptions {
  /** Only in pages: in a rich text field, the author put them there. */
  readonly dropRelatedLinks: boolean
}

export const htmlToParts = (element: MarkupElement, options: HtmlPartsOptions): Part[] => {
  const writer = openParts()
  walkChildren(element, 'paragraph', { writer, ...options })
  writer.end('paragraph')
  return writer.parts
}

interface Walk extends HtmlPartsOptions {
  readonly writer: PartWriter
}

const walkChildren = (element: MarkupElement, kind: BlockKind, walk: Walk): void => {
  for (const [i, child] of element.children.entries()) {
    if (typeof child === 'string') {
      walk.writer.write(element.name === 'pre' ? child : onOneLine(child))
    } else if (child.name === 'br') {
      breakLine(element, i, kind, walk)
    } else {
      walkElement(child, kind, walk)
    }
  }
}

/** A line break in the markup is a blank on the page; other white space is seen to when the part is whole. */
const onOneLine = (text: string): string =>
  /[\n\r\u2028\u2029]/.test(text) ? text.replace(/\s+/g, ' ') : text

/** One <br> inside a paragraph is a line; two, or one between bare lines of text, begin a new paragraph. */
const breakLine = (parent: MarkupElement, i: number, kind: BlockKind, walk: Walk): void => {
  const isParagraph = lineHolders.has(parent.name)
  if (!isParagraph || isBreak(nextChild(parent, i)) || isBreak(previousChild(parent, i)))
    walk.writer.end(kind)
  else walk.writer.lineBreak()
}

const lineHolders = new Set([
  'p', 'li', 'dd', 'dt', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'address', 'a', 'b', 'i', 'em', 'strong',
  'span', 'cite', 'small', 'td', 'th', 'blockquote', 'pre', 'caption',
]) // biome-ignore format: a list of words reads best filled

const isBreak = (child: MarkupElement | string | undefined): boolean =>
  typeof child === 'object' && child.name === 'br'

const nextChild = (parent: MarkupElement, i: number): MarkupElement | string | undefined => {
  const next = parent.children[i + 1]
  return typeof next === 'string' && next.trim() === '' ? parent.children[i + 2] : next
}

const previousChild = (parent: MarkupElement, i: number): MarkupElement | string | undefined => {
  const previous = parent.children[i - 1]
  return typeof previous === 'string' && previous.trim() === '' ? parent.children[i - 2] : previous
}

const walkElement = (element: MarkupElement, kind: BlockKind, walk: Walk): void => {
  if (isSilent(element, walk)) return
  const own = ownKind(element, kind)
  if (own === null) {
    walkInline(element, kind, walk)
    return
  }
  walk.writer.end(kind)
  if (element.name === 'tr') writeRow(element, walk)
  else walkChildren(element, own, walk)
  walk.writer.end(own)
}

const isSilent = (element: MarkupElement, walk: Walk): boolean => {
  if (silent.has(element.name)) return true
  if (!walk.dropRelatedLinks) return false
  return (
    (element.name === 'p' || element.name === 'ul' || element.name === 'ol' || element.name === 'div') &&
    isRelatedLinks(element)
  )
}

const silent = new Set([
  'script', 'style', 'noscript', 'template', 'iframe', 'object', 'embed', 'svg', 'math', 'canvas', 'audio', 'video',
  'select', 'textarea', 'button', 'head', 'title', 'meta', 'link', 'img', 'input', 'hr', 'rp', 'rt', 'map', 'nav',
]) // biome-ignore format: a list of words reads best filled

const walkInline = (element: MarkupElement, kind: BlockKind, walk: Walk): void => {
  if (element.name === 'sup' && elementsOf(element).some(isNamed('a'))) return // the number of a footnote
  if (element.name === 'q') walk.writer.write('“')
  walkChildren(element, kind, walk)
  if (element.name === 'q') walk.writer.write('”')
}

/** What the element makes of its text; null where it is part of the line around it. */
const ownKind = (element: MarkupElement, around: BlockKind): BlockKind | null => {
  const { name } = element
  const byName = kinds.get(name)
  const mayTell = byName !== undefined || name === 'span' || (containers.has(name) && isOneLine(element))
  const byClass = mayTell ? classKind(element) : undefined
  // A photographer's name inside a caption is a part of its own only where the page marks it as one.
  if (byClass !== undefined && (name !== 'span' || around === 'caption')) return byClass
  if (byName !== undefined) return quoted(byName, around)
  return containers.has(name) ? around : null
}

/** A paragraph inside a quotation, a list or a caption is what is around it. */
const quoted = (own: BlockKind, around: BlockKind): BlockKind => (own === 'paragraph' ? around : own)

/** `<div class="byline">` is a line; `<div class="has-byline">` around the whole story is not. */
const isOneLine = (element: MarkupElement): boolean => {
  const blocks = elementsOf(element).filter(child => kinds.has(child.name) || containers.has(child.name))
  return blocks.length === 0 || (blocks.length === 1 && blocks[0]?.name === 'p')
}

const kinds = new Map<string, BlockKind>([
  ['p', 'paragraph'],
  ['pre', 'paragraph'],
  ['h1', 'subheading'],
  ['h2', 'subheading'],
  ['h3', 'subheading'],
  ['h4', 'subheading'],
  ['h5', 'subheading'],
  ['h6', 'subheading'],
  ['summary', 'subheading'],
  ['blockquote', 'blockquote'],
  ['li', 'listItem'],
  ['dt', 'listItem'],
  ['dd', 'listItem'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['tr', 'note'],
])

const containers = new Set([
  'div', 'section', 'article', 'main', 'header', 'footer', 'body', 'html', 'figure', 'ul', 'ol', 'dl', 'table',
  'tbody', 'thead', 'tfoot', 'td', 'th', 'details', 'address', 'center', 'fieldset', 'hgroup', 'picture', 'aside',
]) // biome-ignore format: a list of words reads best filled

/** "standfirst", "byline", "photo-credit", "wp-caption-text": the words that newsrooms' templates use. */
const classKind = (element: MarkupElement): BlockKind | undefined => {
  if (element.attributes.rel === 'author' || /\bauthor\b/.test(element.attributes.itemprop ?? ''))
    return 'byline'
  const name = element.attributes.class
  if (name === undefined || name === '') return undefined
  for (const word of wordsOf(name.slice(0, 300))) {
    const kind = classKinds.get(word)
    if (kind !== undefined) return kind
  }
  return undefined
}

const classKinds = new Map<string, BlockKind>([
  ['standfirst', 'standfirst'],
  ['dek', 'standfirst'],
  ['deck', 'standfirst'],
  ['subtitle', 'standfirst'],
  ['subhead', 'standfirst'],
  ['byline', 'byline'],
  ['bylines', 'byline'],
  ['caption', 'caption'],
  ['credit', 'credit'],
  ['credits', 'credit'],
  ['photographer', 'credit'],
  ['copyright', 'credit'],
])

/** A row of a table is one note, its cells apart; a table that only lays out paragraphs is read as they stand. */
const writeRow = (row: MarkupElement, walk: Walk): void => {
  if (findElement(row, isNamed('p', 'div', 'table', 'ul', 'ol', 'h1', 'h2', 'h3', 'blockquote')) !== null) {
    walkChildren(row, 'paragraph', walk)
    walk.writer.end('paragraph')
    return
  }
  let isFirst = true
  for (const cell of row.children) {
    if (typeof cell === 'string') continue
    if (!isFirst) walk.writer.write(' | ')
    isFirst = false
    walkInline(cell, 'note', walk)
  }
}
