/**
 * The documents of an article that may be seen, then its index entry: the variants first, article.json after them, so
 * that who sees it finds the rest, and the index last, so that a feed never points at what is not there.
 *
 * article.json keeps the days under which the index has held the article. A writer adds its day there before it writes
 * to the index, so that whoever comes after can clear away every entry that is not today's, its own or a dead one's.
 */
import type { Article } from '../content-schema/article.ts'
import { articleToDocuments, type NamedDocument } from '../core/feeds/article-to-documents.ts'
import { articleToFeedEntry } from '../core/feeds/article-to-feed-entry.ts'
import { documentCacheControl } from '../core/feeds/document-address.ts'
import type { EditedVariants } from '../core/overrides/apply-override.ts'
import { findEditedVariants } from './find-edited-variants.ts'
import { inParallel } from './in-parallel.ts'
import { documentKey, indexKey } from './keys.ts'
import { compareStoredRevision, type PublishedState, toPublishedState } from './published-state.ts'
import type { Document } from './replace-if-newer.ts'
import { storedTypeOf } from './served-types.ts'
import { type Services, writerOf } from './services.ts'
import type { StoredObject } from './store/store.ts'
import { toJsonBytes } from './stored-json.ts'

/** `before` is what was published of it when the inbox was looked at: it may have changed, and the writes find out. */
export const writeDocuments = async (
  services: Services,
  article: Article,
  override: StoredObject | null,
  before: PublishedState,
): Promise<'extracted' | 'older'> => {
  const found = await findEditedVariants(services, article, override)
  const replaceIfNewer = writerOf(services)
  const compare = compareStoredRevision(article.revision)
  if (before.stored && compare(before.stored) < 0) return 'older'
  const documents = toDocuments(services, article, found, before)
  const others = unseen(before)
  await inParallel(documents.slice(0, -1), documents.length, document =>
    replaceIfNewer(services.content, documentKey(article.id, document.name), {
      compare,
      document: () => toStored(document),
      ...others,
    }),
  )
  let days = daysWith(article, before.indexedUnder)
  const written = await replaceIfNewer(services.content, documentKey(article.id, 'article.json'), {
    compare,
    seen: before.stored,
    document: async current => {
      if (current?.etag === before.stored?.etag) return toStored(lastOf(documents))
      const present = await toPublishedState(current)
      days = daysWith(article, present.indexedUnder)
      return toStored(lastOf(toDocuments(services, article, found, present)))
    },
  })
  if (written.kind === 'older') return 'older'
  await writeIndexEntry(services, article, found, { days, ...others })
  return 'extracted'
}

/** Without article.json the rest is not there either, unless a writer died half-way: then it is found by the write. */
const unseen = ({ stored }: PublishedState): { seen?: null } => (stored === null ? { seen: null } : {})

const toDocuments = (
  { settings }: Services,
  article: Article,
  { variants, edits }: EditedVariants,
  before: PublishedState,
): NamedDocument[] =>
  articleToDocuments(article, variants, {
    baseUrl: settings.baseUrl,
    isTextPublic: settings.isTextPublic,
    previous: before.document,
    edits,
    indexedUnder: daysWith(article, before.indexedUnder),
  })

/**
 * The days so far, the present one last: the day it was published on; where the source does not tell, the day it was
 * first indexed under.
 */
const daysWith = (article: Article, before: readonly string[]): string[] => {
  const day =
    article.publishedAt === null
      ? (before[0] ?? utcDay(article.revision.updatedAt))
      : utcDay(article.publishedAt)
  return [...before.filter(other => other !== day), day]
}

const utcDay = (moment: string): string => new Date(moment).toISOString().slice(0, 10)

const lastOf = (documents: readonly NamedDocument[]): NamedDocument => {
  const last = documents[documents.length - 1]
  if (last?.name !== 'article.json') throw new Error('article.json is not the last of the documents')
  return last
}

const toStored = ({ body, contentType }: NamedDocument): Document => ({
  bytes: new TextEncoder().encode(body),
  contentType: storedTypeOf(contentType),
  cacheControl: documentCacheControl,
})

/** Writes the entry under the last of the days and clears the others. */
const writeIndexEntry = async (
  services: Services,
  article: Article,
  { variants, edits }: EditedVariants,
  { days, ...seen }: { readonly days: readonly string[]; readonly seen?: null },
): Promise<void> => {
  const entry = articleToFeedEntry(article, variants, { edits })
  const [day, ...others] = [...days].reverse()
  if (day === undefined) return
  await writerOf(services)(services.content, indexKey(day, article.id), {
    compare: compareStoredRevision(article.revision),
    document: () => ({ bytes: toJsonBytes(entry), contentType: 'application/json; charset=utf-8' }),
    ...seen,
  })
  await inParallel(others, others.length, other => services.content.delete(indexKey(other, article.id)))
}
