/**
 * `copydesk`: the whole trade as a library. An article in, what was found in it out, and the feeds.
 *
 *   const knowledge = loadKnowledge()
 *   const read = readArticle(bytes, { source: 'desk', sourceId: 'story-1', receivedAt: '2031-03-04T10:00:00Z', name: 'story.html' })
 *   if (read.ok) articleToVariants(read.article, knowledge)
 */

export type { Article, Block, Revision } from '../../content-schema/article.ts'
export type { Change, Correction } from '../../content-schema/correction.ts'
export type {
  ArticleDocument,
  LinkedVariants,
  PublishedArticle,
  Tombstone,
} from '../../content-schema/documents.ts'
export type { FeedEntry } from '../../content-schema/feed.ts'
export type { Media } from '../../content-schema/media.ts'
export type { Name } from '../../content-schema/name.ts'
export type { Edit, EditReport, Override } from '../../content-schema/override.ts'
export { parseArticle } from '../../content-schema/parse-article.ts'
export type { Place } from '../../content-schema/place.ts'
export type { Problem } from '../../content-schema/problem.ts'
export type { Quote, Speaker } from '../../content-schema/quote.ts'
export type { Span } from '../../content-schema/span.ts'
export type { Summary, SummarySentence } from '../../content-schema/summary.ts'
export type { Variants } from '../../content-schema/variants.ts'
export {
  articleToVariants,
  type ReadableArticle,
  type VariantsOptions,
} from '../../core/article-to-variants.ts'
export {
  articleToDocuments,
  type DocumentOptions,
  type NamedDocument,
} from '../../core/feeds/article-to-documents.ts'
export { articleToFeedEntry, type FeedEntryOptions } from '../../core/feeds/article-to-feed-entry.ts'
export { type FeedFile, type FeedOptions, variantsToFeed } from '../../core/feeds/variants-to-feed.ts'
export { type Knowledge, openKnowledge, type PackedFiles } from '../../core/knowledge.ts'
export { likelyFindings } from '../../core/likely-findings.ts'
export { applyOverride, type EditedVariants } from '../../core/overrides/apply-override.ts'
export { type ReadHints, type ReadResult, readArticle } from '../../core/read/read-article.ts'
export { verifyArticle } from '../../core/verify/verify-article.ts'
export type { Verifiable } from '../../core/verify/verify-findings.ts'
export { loadKnowledge } from '../../data/load-knowledge.ts'
