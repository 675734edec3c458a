/**
 * XML to a draft: NewsML-G2, NITF, RSS and Atom. The parser is htmlparser2 in its XML mode: it reads what is not quite
 * well-formed too, follows no external entities and expands none of a document's own.
 */

import type { MarkupElement } from '../html/markup-tree.ts'
import { elementsOf, findElement, isLocal, openMarkup } from '../html/markup-tree.ts'
import type { DraftResult } from '../html/read-html.ts'
import { readHtml, tooDeepMessage } from '../html/read-html.ts'
import { feedEntries, languageOfFeed, readEntry } from './read-feed.ts'
import { readNewsItem } from './read-newsml.ts'
import { readNitf } from './read-nitf.ts'

export const readXml = (xml: string): DraftResult => {
  if (
    /^(?:\s|<\?[^>]{0,500}>|<!--(?:[^-]|-(?!->)){0,2000}-->|<!doctype[^>]{0,500}>)*<html[\s>]/i.test(
      xml.slice(0, 5_000),
    )
  )
    return readHtml(xml) // XHTML, under a name for any XML
  const drafts = readXmlDrafts(xml)
  if (!drafts.ok) return drafts
  const [first, second] = drafts.drafts
  if (first === undefined) return { ok: false, message: 'The feed has no entries; there is nothing to read.' }
  if (second !== undefined) {
    return {
      ok: false,
      message: `The file holds ${drafts.drafts.length} articles; a file is one article. Send them one by one, or subscribe to the feed as a source of kind "websub".`,
    }
  }
  return { ok: true, draft: first }
}

export type DraftsResult =
  | { readonly ok: true; readonly drafts: readonly Extract<DraftResult, { ok: true }>['draft'][] }
  | { readonly ok: false; readonly message: string }

/** Every article of a news message or feed, in its order. */
export const readXmlDrafts = (xml: string): DraftsResult => {
  const document = openMarkup(xml, true)
  if (document === null) return { ok: false, message: tooDeepMessage }
  const root = elementsOf(document)[0]
  if (root === undefined) return { ok: false, message: 'The file has no XML elements.' }
  const entries = feedEntries(root)
  if (entries !== null) {
    const language = languageOfFeed(root)
    return { ok: true, drafts: entries.map(entry => readEntry(entry, language)) }
  }
  const items = newsItems(root)
  if (items.length > 0) return { ok: true, drafts: items.map(readNewsItem) }
  const nitf = isLocal('nitf')(root) ? root : findElement(root, isLocal('nitf'))
  if (nitf !== null) return { ok: true, drafts: [readNitf(nitf)] }
  return {
    ok: false,
    message: `The XML's root is <${root.name.slice(0, 60)}>; expected <newsMessage>, <newsItem>, <nitf>, <rss> or <feed>.`,
  }
}

const newsItems = (root: MarkupElement): MarkupElement[] => {
  if (isLocal('newsItem')(root)) return [root]
  if (!isLocal('newsMessage')(root)) return []
  return elementsOf(root)
    .filter(isLocal('itemSet'))
    .flatMap(set => elementsOf(set).filter(isLocal('newsItem')))
}
