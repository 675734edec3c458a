/**
 * The body field of any CMS to parts, told by its shape alone: a string (HTML, Markdown or plain), one of the rich
 * text formats, or a list of components with such fields in them.
 */
import type { Part } from '../build-text.ts'
import { linesToParts, openParts } from '../build-text.ts'
import { wordsOf } from '../html/boilerplate.ts'
import { readHtmlFragment } from '../html/read-html.ts'
import { markdownToParts } from '../markdown/markdown-to-parts.ts'
import type { Json } from '../read-json.ts'
import { asList, asRecord, asText, isRecord, readJson } from '../read-json.ts'
import { editorJsToParts, portableTextToParts, prismicToParts } from './flat-blocks.ts'
import { nodeTreeToParts, writePicture } from './node-tree.ts'

/** Null where the value is no rich text that we know. */
export const readRichText = (value: unknown, depth = 0): Part[] | null => {
  if (depth > 6) return null
  if (typeof value === 'string') return readStringBody(value, depth)
  if (Array.isArray(value)) return readList(value, depth)
  return isRecord(value) ? readObject(value, depth) : null
}

const readStringBody = (text: string, depth: number): Part[] | null => {
  const start = text.trimStart().slice(0, 1)
  if (start === '{' || start === '[') {
    const json = readJson(text)
    const parts = json === undefined ? null : readRichText(json, depth + 1)
    if (parts !== null && parts.length > 0) return parts
  }
  if (looksLikeHtml.test(text.slice(0, enoughToTell))) return readHtmlFragment(withParagraphs(text))
  if (looksLikeMarkdown.test(text.slice(0, enoughToTell))) return markdownToParts(text)
  return linesToParts(text)
}

/** Classic editors keep blank lines for paragraphs and write elements only within them: "One <i>way</i>.\n\nAnother." */
const withParagraphs = (html: string): string =>
  /<(?:p|div|pre)[\s>]/i.test(html)
    ? html
    : html.replace(/\r\n?/g, '\n').replace(/\n[ \t]*(?:\n[ \t]*)+/g, '\n<p>')

/** Characters: who writes markup does so before this. */
const enoughToTell = 20_000

/** <p>, </div>, <br/> and their like; "5 < 6" and "<3" are prose. */
const looksLikeHtml =
  /<\/?(?:p|div|br|h[1-6]|ul|ol|li|blockquote|figure|section|article|span|strong|em|b|i|a|img|table|object)(?:\s[^<>]{0,2000})?\/?>|&(?:amp|nbsp|quot|[lr][sd]quo|[mn]dash|hellip|#\d{1,6});/i

/** A heading, a list of at least two lines, a quotation mark at a line's start, a link, or bold words. */
const looksLikeMarkdown =
  /^#{1,6} \S|^[-*+] \S[^\n]*\n+[-*+] \S|^\d{1,3}\. \S[^\n]*\n+\d{1,3}\. \S|^> \S|\[[^\]\n]{1,200}\]\(\S{1,500}\)|(?:^|\s)\*\*\S[^*\n]{0,300}\*\*/m

const readList = (list: readonly unknown[], depth: number): Part[] | null => {
  const first = list.find(isRecord)
  if (first === undefined) return readStrings(list)
  if (isComponent(first)) return readComponents(list, depth)
  if ('_type' in first) return portableTextToParts(list)
  if (typeof first.type === 'string' && ('spans' in first || 'oembed' in first)) return prismicToParts(list)
  if (list.some(one => isRecord(one) && 'spans' in one)) return prismicToParts(list)
  if (typeof first.type === 'string' && isRecord(first.data)) return editorJsToParts(list)
  if (Array.isArray(first.children) || Array.isArray(first.content)) return nodeTreeToParts(list)
  return readComponents(list, depth)
}

const readStrings = (list: readonly unknown[]): Part[] | null => {
  const texts = list.filter(one => typeof one === 'string')
  return texts.length === 0 ? null : texts.flatMap(text => readStringBody(text, 6) ?? [])
}

/** The keys under which CMSs say which component, block or slice a thing is. */
const isComponent = (one: Json): boolean =>
  ['__component', 'component', 'blockType', 'slice_type', '__typename', '_modelApiKey'].some(
    key => key in one,
  )

const readComponents = (list: readonly unknown[], depth: number): Part[] | null => {
  const parts = list.flatMap(one => (isRecord(one) ? (readComponent(one, depth) ?? []) : []))
  return parts.length === 0 ? null : parts
}

/** "blocks.related-posts", "SocialShare"; but Strapi's "shared.quote" is only kept where several models can use it. */
const noStory = /^(?:relat|newsletter|promo|advert|ads?$|share$|sharing|cta|embed|signup|recirc)/

/** A component's own fields that are text, in the order a page has them. */
const readComponent = (one: Json, depth: number): Part[] | null => {
  const fields = { ...one, ...asRecord(one.primary), ...asRecord(one.attributes) }
  const type =
    asText(one.__component ?? one.component ?? one.blockType ?? one.slice_type ?? one.collection) ?? ''
  if (wordsOf(type).some(word => noStory.test(word))) return null
  const writer = openParts()
  if (/image|media|photo|figure|gallery/i.test(type)) writePicture(fields, writer)
  const heading = asText(fields.heading ?? fields.title)
  if (heading !== null && !/quote|image|media/i.test(type)) writer.add('subheading', heading)
  for (const key of [
    'body',
    'content',
    'richText',
    'rich_text',
    'text',
    'copy',
    'quote',
    'description',
    'html',
    'markdown',
    'item',
  ]) {
    const parts = fields[key] === undefined ? null : readRichText(fields[key], depth + 1)
    if (parts === null || parts.length === 0) continue
    const isQuotation = key === 'quote' || /quote/i.test(type)
    for (const part of parts)
      writer.add(isQuotation && part.kind === 'paragraph' ? 'blockquote' : part.kind, part.text)
    break
  }
  if (/quote/i.test(type))
    writer.add('blockquote', asText(fields.attribution ?? fields.author ?? fields.name ?? fields.cite) ?? '')
  return writer.parts
}

const readObject = (value: Json, depth: number): Part[] | null => {
  if (value.nodeType === 'document' || value.type === 'doc') return nodeTreeToParts(value.content)
  if (value.schema === 'dast') return nodeTreeToParts(asRecord(value.document).children)
  if (isRecord(value.document) && value.document.type === 'root') return nodeTreeToParts(value.document)
  if (isRecord(value.root)) return nodeTreeToParts(value.root.children)
  if (Array.isArray(value.blocks)) return editorJsOrOther(asList(value.blocks), depth)
  for (const key of ['rendered', 'raw', 'json', 'html', 'markdown', 'value', 'text', 'content']) {
    const inside = value[key]
    if (inside === undefined || inside === null) continue
    if (key === 'markdown' && typeof inside === 'string') return markdownToParts(inside)
    const parts = readRichText(inside, depth + 1)
    if (parts !== null) return parts
  }
  if (Array.isArray(value.children)) return nodeTreeToParts(value.children)
  return null
}

const editorJsOrOther = (blocks: readonly unknown[], depth: number): Part[] | null =>
  blocks.some(block => isRecord(block) && isRecord(block.data))
    ? editorJsToParts(blocks)
    : readList(blocks, depth)
