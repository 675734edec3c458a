/**
 * What the inbox says of an article at this moment: the article and what an editor laid over it.
 */
import { Article } from '../content-schema/article.ts'
import { articleKey, overrideKey } from './keys.ts'
import type { Store, StoredObject } from './store/store.ts'
import { parseStoredJson } from './stored-json.ts'

export interface ArticleState {
  readonly article: Article | null
  /** As stored; the reading of it is the core's. */
  readonly override: StoredObject | null
  /** Changes when either of them does. */
  readonly version: string
}

/** @throws where the inbox holds something else than an Article: nobody but ingest may write there. */
export const readArticleState = async (inbox: Store, articleId: string): Promise<ArticleState> => {
  const [stored, override] = await Promise.all([
    inbox.read(articleKey(articleId)),
    inbox.read(overrideKey(articleId)),
  ])
  const article = parseStoredJson(Article, stored)
  if (stored !== null && article === null) throw new Error(`${stored.key} in the inbox is not an Article`)
  return { article, override, version: `${stored?.etag ?? 'none'} ${override?.etag ?? 'none'}` }
}
