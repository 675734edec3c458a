/**
 * A NewsML-G2 newsItem to a draft: what it says about itself stands in itemMeta and contentMeta, the text inside
 * contentSet as NITF, XHTML or plain.
 */
import type { Part } from '../build-text.ts'
import { buildText, linesToParts, sameWords } from '../build-text.ts'
import type { Draft } from '../draft.ts'
import { htmlToParts } from '../html/html-to-parts.ts'
import type { MarkupElement } from '../html/markup-tree.ts'
import { elementsOf, findElement, isLocal, textOf } from '../html/markup-tree.ts'
import { readTime } from '../read-time.ts'
import { headParts, lineOf, namesInByline, nitfBody } from './read-nitf.ts'

export const readNewsItem = (item: MarkupElement): Draft => {
  const itemMeta = elementsOf(item).find(isLocal('itemMeta'))
  const contentMeta = elementsOf(item).find(isLocal('contentMeta'))
  const line = (parent: MarkupElement | undefined, name: string): string | null =>
    lineOf(elementsOf(parent ?? nothing).find(isLocal(name)) ?? null)
  const headline = line(contentMeta, 'headline') ?? line(itemMeta, 'title') ?? ''
  const byline = line(contentMeta, 'by')
  const dateline = line(contentMeta, 'dateline') ?? line(contentMeta, 'located')
  const standfirst = lineOf(elementsOf(contentMeta ?? nothing).find(isStandfirst) ?? null)
  const story = contentParts(item, line(contentMeta, 'dateline')).filter(
    (part, i) => !(i < 4 && isRepeat(part, [headline, standfirst, byline])),
  )
  const language =
    elementsOf(contentMeta ?? nothing).find(isLocal('language'))?.attributes.tag ??
    item.attributes['xml:lang']
  return {
    ...buildText(story.length === 0 ? [] : [...headParts(headline, standfirst, byline), ...story]),
    headline,
    standfirst,
    bylines: namesInByline(byline),
    dateline,
    credit: line(contentMeta, 'creditline') ?? nameIn(contentMeta, 'infoSource'),
    section: nameIn(contentMeta, 'subject') ?? nameIn(contentMeta, 'genre'),
    keywords: elementsOf(contentMeta ?? nothing)
      .filter(isLocal('keyword', 'slugline'))
      .map(textOf)
      .map(text => text.trim())
      .filter(text => text !== ''),
    ...(language === undefined ? {} : { language }),
    publishedAt:
      readTime(line(itemMeta, 'firstCreated')) ??
      readTime(line(contentMeta, 'contentCreated')) ??
      readTime(line(itemMeta, 'versionCreated')),
    updatedAt: readTime(line(itemMeta, 'versionCreated')),
    embargoedUntil: readTime(line(itemMeta, 'embargoed')),
    rights: rightsOf(elementsOf(item).find(isLocal('rightsInfo'))),
    ...(item.attributes.guid === undefined ? {} : { sourceId: item.attributes.guid }),
    status: statusOf(elementsOf(itemMeta ?? nothing).find(isLocal('pubStatus'))?.attributes),
  }
}

const nothing: MarkupElement = { name: '', attributes: {}, children: [] }

const isStandfirst = (element: MarkupElement): boolean =>
  isLocal('description')(element) && /standfirst|summary|drop-?head/i.test(element.attributes.role ?? '')

const isRepeat = (part: Part, lines: readonly (string | null)[]): boolean =>
  lines.some(line => line !== null && sameWords(line, part.text))

const contentParts = (item: MarkupElement, dateline: string | null): Part[] => {
  const content = elementsOf(item).find(isLocal('contentSet'))
  if (content === undefined) return []
  const nitf = findElement(content, isLocal('nitf'))
  if (nitf !== null) {
    const own = findElement(nitf, isLocal('dateline'))
    return nitfBody(findElement(nitf, isLocal('body.content')) ?? nitf, dateline ?? lineOf(own))
  }
  const html = findElement(content, isLocal('body')) ?? findElement(content, isLocal('html', 'inlineXML'))
  if (html !== null) return htmlToParts(withoutPrefixes(html), { dropRelatedLinks: false })
  const plain = findElement(content, isLocal('inlineData'))
  return linesToParts(plain === null ? '' : textOf(plain))
}

/** <xhtml:p> is a <p>. */
const withoutPrefixes = (element: MarkupElement): MarkupElement => ({
  name: element.name.slice(element.name.indexOf(':') + 1).toLowerCase(),
  attributes: element.attributes,
  children: element.children.map(child => (typeof child === 'string' ? child : withoutPrefixes(child))),
})

/** <subject><name>Shipping</name></subject>, or the literal itself. */
const nameIn = (meta: MarkupElement | undefined, name: string): string | null => {
  const element = elementsOf(meta ?? nothing).find(isLocal(name))
  return element === undefined
    ? null
    : (lineOf(findElement(element, isLocal('name'))) ?? element.attributes.literal ?? null)
}

const rightsOf = (rights: MarkupElement | undefined): string | null => {
  const lines = elementsOf(rights ?? nothing)
    .filter(isLocal('copyrightNotice', 'usageTerms'))
    .map(lineOf)
  return lines.filter(line => line !== null).join(' ') || null
}

/** qcode "stat:canceled", or a uri that ends in it. */
const statusOf = (
  attributes: Readonly<Record<string, string>> | undefined,
): 'usable' | 'withheld' | 'canceled' => {
  const code = attributes?.qcode ?? attributes?.uri ?? ''
  return /cancel/i.test(code) ? 'canceled' : /withheld/i.test(code) ? 'withheld' : 'usable'
}
