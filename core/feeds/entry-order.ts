/**
 * The order of feeds: newest first, one entry an article. The same entries in any order give the same feed.
 */
import type { FeedEntry } from '../../content-schema/feed.ts'
import { documentUrl } from './document-address.ts'

/** Newest first by publication; where the index holds an article twice, its newest state counts. */
export const newestFirst = (entries: readonly FeedEntry[]): FeedEntry[] => {
  const byId = new Map<string, FeedEntry>()
  for (const entry of entries) {
    const known = byId.get(entry.id)
    if (known === undefined || isNewer(entry, known)) byId.set(entry.id, entry)
  }
  return [...byId.values()]
    .map(entry => ({ entry, at: Date.parse(publishedAt(entry)) }))
    .sort((a, b) => b.at - a.at || (a.entry.id < b.entry.id ? -1 : 1))
    .map(({ entry }) => entry)
}

/** Of two states with the same time, the larger hash: any rule will do that does not hang on the order of reading. */
const isNewer = (a: FeedEntry, b: FeedEntry): boolean => {
  const newer = Date.parse(a.updatedAt) - Date.parse(b.updatedAt)
  return newer !== 0 ? newer > 0 : a.revision.textHash > b.revision.textHash
}

export const publishedAt = (entry: FeedEntry): string => entry.publishedAt ?? entry.updatedAt

/** When anything in a feed changed last, as UTC; null for an empty feed. */
export const updatedAtOf = (entries: readonly FeedEntry[]): string | null => {
  let latest = Number.NEGATIVE_INFINITY
  for (const entry of entries) latest = Math.max(latest, Date.parse(entry.updatedAt))
  return latest === Number.NEGATIVE_INFINITY ? null : new Date(latest).toISOString()
}

/** Where a reader is sent: the publication's page, or the article's own document where it has none. */
export const linkOf = (entry: FeedEntry, baseUrl: string): string =>
  entry.url ?? documentUrl(baseUrl, entry.id, 'article.json')

/** What stands for an article without a headline. */
export const titleOf = (entry: FeedEntry): string => entry.headline || entry.oneSentence || entry.id
