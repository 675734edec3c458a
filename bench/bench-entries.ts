/**
 * Index entries by the thousand, from the fixtures' real variants: other ids, days and speakers, seeded.
 */
import type { Article } from '../content-schema/article.ts'
import type { FeedEntry } from '../content-schema/feed.ts'
import { articleToVariants } from '../core/article-to-variants.ts'
import { articleToFeedEntry } from '../core/feeds/article-to-feed-entry.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { articleId } from '../core/read/article-id.ts'
import { draftToArticle } from '../core/read/draft-to-article.ts'
import { readPlainText } from '../core/read/read-plain-text.ts'
import { fixtureArticles, seededChance } from './bench-articles.ts'

/** The moment of every measurement. */
export const benchNow = '2031-06-15T12:00:00Z'
const dayMs = 86_400_000

/** The fixtures as whole articles. */
export const wholeFixtures = (): Article[] =>
  fixtureArticles().map(({ id, text }) => {
    const read = draftToArticle(readPlainText(text), { source: 'bench', sourceId: id, receivedAt: benchNow })
    if (!read.ok) throw new Error(`fixture ${id} is not read: ${JSON.stringify(read.problems)}`)
    return read.article
  })

export const manyEntries = (count: number, knowledge: Knowledge): FeedEntry[] => {
  const chance = seededChance(7)
  const kinds = wholeFixtures().map(article =>
    articleToFeedEntry(article, articleToVariants(article, knowledge)),
  )
  return Array.from({ length: count }, (_, i) => {
    const entry = kinds[i % kinds.length]
    if (!entry) throw new Error('no fixtures to make entries of')
    const at = new Date(Date.parse(benchNow) - Math.floor(chance() * 7 * dayMs)).toISOString()
    return { ...entry, id: articleId('bench', `${entry.id}-${i}`), publishedAt: at, updatedAt: at }
  })
}
