/**
 * An entry of an RSS 2.0, RSS 1.0 or Atom feed to a draft: its full content where the feed carries it, else its
 * summary. (feedsmith reads whole feeds well, but keeps no order of content and puts no bound on nesting.)
 */
import type { Media } from '../../../content-schema/media.ts'
import type { Part } from '../build-text.ts'
import { buildText, linesToParts, sameWords } from '../build-text.ts'
import type { Draft } from '../draft.ts'
import { withoutPageParts } from '../html/find-story.ts'
import { htmlToParts } from '../html/html-to-parts.ts'
import type { MarkupElement } from '../html/markup-tree.ts'
import { elementsOf, findElements, isNamed, openMarkup, textOf } from '../html/markup-tree.ts'
import { languageTag } from '../language-tag.ts'
import { readTime } from '../read-time.ts'
import { mediaList } from '../to-media.ts'
import { headParts, lineOf } from './read-nitf.ts'

/** The entries, or null where the root is no feed. */
export const feedEntries = (root: MarkupElement): MarkupElement[] | null => {
  if (root.name === 'entry' || root.name === 'item') return [root]
  if (root.name === 'feed' || root.name === 'atom:feed')
    return elementsOf(root).filter(isNamed('entry', 'atom:entry'))
  if (root.name === 'rss' || root.name === 'rdf:RDF') return findElements(root, isNamed('item'))
  return null
}

/** `feedLanguage`: what the feed says of all its entries. */
export const readEntry = (entry: MarkupElement, feedLanguage: string | null): Draft => {
  const line = (...names: string[]): string | null => {
    for (const name of names) {
      const found = lineOf(elementsOf(entry).find(isNamed(name)) ?? null)
      if (found !== null) return found
    }
    return null
  }
  const headline = plain(line('title')) ?? ''
  const content = partsIn(entry, 'content:encoded', 'content', 'atom:content')
  const summary = partsIn(entry, 'description', 'summary', 'atom:summary')
  const story = (content.length > 0 ? content : summary).filter(
    (part, i) => !(i < 2 && sameWords(part.text, headline)),
  )
  const standfirst = content.length > 0 ? standfirstOf(summary, story) : null
  const url = linkOf(entry)
  const language = entry.attributes['xml:lang'] ?? feedLanguage
  return {
    ...buildText(story.length === 0 ? [] : [...headParts(headline, standfirst, null), ...story]),
    headline,
    standfirst,
    bylines: authorsOf(entry),
    credit: line('media:credit'),
    section: categoriesOf(entry)[0] ?? null,
    keywords: categoriesOf(entry),
    ...(language === null || language === undefined ? {} : { language }),
    publishedAt: readTime(line('pubDate', 'published', 'dc:date', 'dcterms:created', 'issued')),
    updatedAt: readTime(
      line('updated', 'atom:updated', 'dcterms:modified', 'modified', 'pubDate', 'published'),
    ),
    rights: line('rights', 'dc:rights', 'copyright'),
    url,
    media: mediaOf(entry),
    ...sourceIdOf(line('guid', 'id', 'atom:id') ?? url),
  }
}

/** Titles may be HTML in disguise: "Tom &amp;amp; Ana". */
const plain = (text: string | null): string | null => {
  if (text === null || !/[<&]/.test(text)) return text
  const root = openMarkup(text, false)
  return root === null ? text : lineOf(root)
}

const partsIn = (entry: MarkupElement, ...names: string[]): Part[] => {
  for (const name of names) {
    const element = elementsOf(entry).find(isNamed(name))
    if (element === undefined) continue
    const isXhtml = element.attributes.type === 'xhtml'
    // Of Atom, "text" is what it says; without a type, most write HTML though the standard says text.
    const isText = element.attributes.type === 'text' || element.attributes.type === 'text/plain'
    const root = isXhtml ? element : openMarkup(textOf(element), false)
    const parts = isText
      ? linesToParts(textOf(element))
      : root === null
        ? []
        : htmlToParts(withoutPageParts(root), { dropRelatedLinks: true })
    if (parts.length > 0) return parts
  }
  return []
}

const standfirstOf = (summary: readonly Part[], story: readonly Part[]): string | null => {
  const text = summary.map(part => part.text.replace(/\n/g, ' ')).join(' ')
  if (/\[(?:…|\.\.\.)\]$/.test(text)) return null // a feed's software cut it off
  const start = text.replace(/\s*(?:\.\.\.|…|\[(?:\.\.\.|…)\]).*$/, '').slice(0, 120)
  return text === '' || story.some(part => part.text.startsWith(start)) ? null : text
}

const linkOf = (entry: MarkupElement): string | null => {
  const links = elementsOf(entry).filter(isNamed('link', 'atom:link'))
  const best = links.find(link => (link.attributes.rel ?? 'alternate') === 'alternate') ?? links[0]
  const url = best === undefined ? '' : (best.attributes.href ?? textOf(best).trim())
  return /^https?:\/\/\S+$/.test(url) ? url : null
}

/** Media RSS, and enclosures of RSS and Atom. */
const mediaOf = (entry: MarkupElement): Media[] =>
  mediaList(
    findElements(entry, isNamed('media:content', 'enclosure', 'link', 'atom:link'))
      .filter(({ name, attributes }) => !name.endsWith('link') || attributes.rel === 'enclosure')
      .map(element => {
        const { attributes } = element
        const partOf = (name: string): string | null =>
          lineOf(elementsOf(element).find(isNamed(name)) ?? null)
        return {
          url: attributes.url ?? attributes.href ?? null,
          kind: attributes.medium ?? null,
          contentType: attributes.type ?? null,
          width: attributes.width,
          height: attributes.height,
          caption: partOf('media:description') ?? partOf('media:title'),
          credit: partOf('media:credit'),
        }
      }),
  )

const authorsOf = (entry: MarkupElement): string[] =>
  elementsOf(entry)
    .filter(isNamed('dc:creator', 'author', 'atom:author'))
    .map(author => lineOf(elementsOf(author).find(isNamed('name', 'atom:name')) ?? author) ?? '')
    .map(author => author.match(/\(([^()]+)\)$/)?.[1] ?? author) // RSS: desk@example.org (Ana Ruiz)
    .filter(author => author !== '' && !author.includes('@'))

const categoriesOf = (entry: MarkupElement): string[] =>
  elementsOf(entry)
    .filter(isNamed('category'))
    .map(category => category.attributes.label ?? category.attributes.term ?? lineOf(category) ?? '')
    .filter(category => category !== '')

export const languageOfFeed = (feed: MarkupElement): string | null => {
  const own = feed.attributes['xml:lang']
  if (own !== undefined) return own
  const channel = elementsOf(feed).find(isNamed('channel'))
  const language = lineOf(elementsOf(channel ?? feed).find(isNamed('language')) ?? null)
  return languageTag(language ?? '')
}

const sourceIdOf = (id: string | null): { sourceId?: string } => (id === null ? {} : { sourceId: id })
