/**
 * JSON Feed 1.1 with our extension, `_copydesk`. https://www.jsonfeed.org/version/1.1/
 *
 *   latest.json -> next_url -> latest/2.json -> …
 *
 * An item is serialised once and stands in as many feeds as it belongs to: ten thousand entries go into two hundred
 * feeds in a fraction of a second. A page ends at mostFeedItems or mostFeedBytes, whichever comes first.
 */
import { mostFeedBytes, mostFeedItems } from './feed-bounds.ts'
import { type FeedFile, type FeedOptions, feedFile, feedUrl } from './feed-file.ts'
import { utf8Bytes } from './utf8-bytes.ts'

/** An item as JSON text. */
export type JsonItem = string

export interface JsonFeedHead {
  /** Key without ".json": "feeds/latest". Page 2 lies at "feeds/latest/2.json". */
  readonly name: string
  readonly title: string
  readonly description?: string
  readonly language: string | null
  /** Fields of the feed's own `_copydesk`. */
  readonly extension: Readonly<Record<string, unknown>>
  readonly mostPages: number
}

export const toJsonFeed = (
  items: Iterable<JsonItem>,
  head: JsonFeedHead,
  { baseUrl, homePageUrl }: FeedOptions,
): [FeedFile, ...FeedFile[]] => {
  const pages = toPages(items, head.mostPages)
  const file = (page: readonly JsonItem[], index: number): FeedFile => {
    const next = index + 1 < pages.length ? feedUrl(baseUrl, pageKey(head.name, index + 1)) : null
    const fields = {
      version: 'https://jsonfeed.org/version/1.1',
      title: head.title,
      home_page_url: homePageUrl ?? baseUrl,
      feed_url: feedUrl(baseUrl, pageKey(head.name, index)),
      ...(head.description === undefined ? {} : { description: head.description }),
      ...(next === null ? {} : { next_url: next }),
      ...(head.language === null ? {} : { language: head.language }),
      _copydesk: head.extension,
    }
    const start = JSON.stringify(fields).slice(0, -1)
    return feedFile(pageKey(head.name, index), 'json-feed', `${start},"items":[${page.join(',')}]}\n`)
  }
  const [first, ...rest] = pages
  return [file(first, 0), ...rest.map((page, index) => file(page, index + 1))]
}

const pageKey = (name: string, index: number): string =>
  index === 0 ? `${name}.json` : `${name}/${index + 1}.json`

/** At least one page, be it empty. */
const toPages = (items: Iterable<JsonItem>, mostPages: number): [JsonItem[], ...JsonItem[][]] => {
  let page: JsonItem[] = []
  let bytes = 0
  const pages: [JsonItem[], ...JsonItem[][]] = [page]
  for (const item of items) {
    const size = utf8Bytes(item) + 1
    if (page.length > 0 && (page.length === mostFeedItems || bytes + size > mostFeedBytes)) {
      if (pages.length === mostPages) break
      page = []
      bytes = 0
      pages.push(page)
    }
    page.push(item)
    bytes += size
  }
  return pages
}
