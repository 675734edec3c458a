/**
 * A news sitemap: what search engines fetch to find articles within minutes.
 * https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 *
 * Only articles with a page of their own, published within the last two days.
 */
import type { FeedEntry } from '../../content-schema/feed.ts'
import { publishedAt } from './entry-order.ts'
import { escapeXml } from './escape-xml.ts'
import { mostFeedBytes, mostSitemapUrls, sitemapHours } from './feed-bounds.ts'
import { type FeedFile, type FeedOptions, feedFile } from './feed-file.ts'
import { utf8Bytes } from './utf8-bytes.ts'

const key = 'feeds/sitemap-news.xml'

/** Entries newest first. */
export const toNewsSitemap = (entries: readonly FeedEntry[], options: FeedOptions): FeedFile => {
  const since = Date.parse(options.now) - sitemapHours * 3_600_000
  const urls: string[] = []
  let bytes = 0
  for (const entry of entries) {
    if (Date.parse(publishedAt(entry)) < since || urls.length === mostSitemapUrls) break
    if (entry.url === null || entry.headline === '') continue
    const url = toUrl(entry, entry.url, options)
    bytes += utf8Bytes(url)
    if (bytes > mostFeedBytes) break
    urls.push(url)
  }
  return feedFile(
    key,
    'sitemap',
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${urls.join('')}</urlset>
`,
  )
}

const toUrl = (entry: FeedEntry, url: string, { title, language }: FeedOptions): string => `<url>
  <loc>${escapeXml(url)}</loc>
  <lastmod>${escapeXml(entry.updatedAt)}</lastmod>
  <news:news>
    <news:publication>
      <news:name>${escapeXml(title)}</news:name>
      <news:language>${escapeXml(languageOf(entry, language))}</news:language>
    </news:publication>
    <news:publication_date>${escapeXml(publishedAt(entry))}</news:publication_date>
    <news:title>${escapeXml(entry.headline)}</news:title>
  </news:news>
</url>
`

/** Two or three letters; Chinese alone keeps its region. */
const languageOf = (entry: FeedEntry, fallback = 'en'): string => {
  const tag = (entry.language === 'und' ? fallback : entry.language).toLowerCase()
  if (tag === 'zh-cn' || tag === 'zh-tw') return tag
  return tag.split('-')[0] ?? tag
}
