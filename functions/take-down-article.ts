/**
 * Takes an article out of sight: article.json becomes a tombstone that says so, the other documents and the index
 * entries go. The tombstone comes first, so that nobody with an older revision can put the article back.
 */
import type { Article } from '../content-schema/article.ts'
import { articleToTombstone } from '../core/feeds/article-to-documents.ts'
import { documentCacheControl, documentContentType, documentNames } from '../core/feeds/document-address.ts'
import { inParallel } from './in-parallel.ts'
import { documentKey, indexKey } from './keys.ts'
import {
  compareStoredRevision,
  type PublishedState,
  readPublishedState,
  toPublishedState,
} from './published-state.ts'
import type { Replaced } from './replace-if-newer.ts'
import { type Services, writerOf } from './services.ts'
import type { Store, StoredObject } from './store/store.ts'
import { toJsonBytes } from './stored-json.ts'

/** Requests to the store at the same time. */
const mostAtOnce = 16

type TakeDownServices = Pick<Services, 'content' | 'settings' | 'replaceIfNewer'>

/** held-back: it was never to be seen, so there is nothing to say. */
export const takeDownArticle = async (
  services: TakeDownServices,
  article: Article,
  before: PublishedState,
): Promise<'taken-down' | 'held-back' | 'older'> => {
  if (before.stored === null && article.status !== 'canceled') {
    // One with an earlier revision may have died before it came to article.json.
    await clear(services.content, article.id)
    return 'held-back'
  }
  const { kind } = await writeTombstone(services, article, compareStoredRevision(article.revision))
  if (kind === 'older') return 'older'
  await clear(services.content, article.id)
  return 'taken-down'
}

/** For an article that an operator took out of the inbox: nothing but its id and hash is left, to say that it is gone. */
export const eraseArticle = async (
  services: TakeDownServices,
  articleId: string,
  { document }: PublishedState,
): Promise<void> => {
  if (document === null) {
    await services.content.delete(documentKey(articleId, 'article.json'))
  } else {
    const gone = { id: articleId, revision: document.revision, status: 'canceled', url: null } as const
    await writeTombstone(services, gone, () => 0)
  }
  await clear(services.content, articleId)
}

const writeTombstone = (
  services: TakeDownServices,
  article: Pick<Article, 'id' | 'revision' | 'status' | 'url'>,
  compare: (current: StoredObject) => number,
): Promise<Replaced> =>
  writerOf(services)(services.content, documentKey(article.id, 'article.json'), {
    compare,
    document: async current => {
      const { indexedUnder } = await toPublishedState(current)
      return {
        bytes: toJsonBytes(articleToTombstone(article, { baseUrl: services.settings.baseUrl, indexedUnder })),
        contentType: documentContentType('article.json'),
        cacheControl: documentCacheControl,
      }
    },
  })

const clear = async (content: Store, articleId: string): Promise<void> => {
  const { indexedUnder } = await readPublishedState(content, articleId)
  const names = documentNames.filter(name => name !== 'article.json')
  const keys = [
    ...indexedUnder.map(day => indexKey(day, articleId)),
    ...names.map(name => documentKey(articleId, name)),
  ]
  await inParallel(keys, mostAtOnce, key => content.delete(key))
}
