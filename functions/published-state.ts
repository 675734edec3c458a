/**
 * What articles/{id}/article.json holds now, and how documents that carry a revision compare.
 */
import * as z from 'zod'
import { Revision } from '../content-schema/article.ts'
import type { PublishedArticle } from '../content-schema/documents.ts'
import { compareRevisions } from './compare-revisions.ts'
import { documentKey } from './keys.ts'
import type { Store, StoredObject } from './store/store.ts'
import { parseStoredJson } from './stored-json.ts'

export interface PublishedState {
  readonly stored: StoredObject | null
  /** null where there is none, or one of a shape that is no longer read. */
  readonly document: PublishedArticle | null
  readonly indexedUnder: readonly string[]
}

export const readPublishedState = async (content: Store, articleId: string): Promise<PublishedState> =>
  toPublishedState(await content.read(documentKey(articleId, 'article.json')))

const Ledger = z.object({ indexedUnder: z.array(z.iso.date()) })

/** Where there is something to be read the shape of all documents is loaded; a first revision does without. */
export const toPublishedState = async (stored: StoredObject | null): Promise<PublishedState> => {
  if (stored === null) return { stored, document: null, indexedUnder: [] }
  const documents = await import('../content-schema/documents.ts')
  return {
    stored,
    document: parseStoredJson(documents.PublishedArticle, stored),
    // Read on its own: the days must be known even where the rest is of another version.
    indexedUnder: parseStoredJson(Ledger, stored)?.indexedUnder ?? [],
  }
}

const Revised = z.object({ revision: Revision })

/** For replaceIfNewer: our revision beside that of the stored document. One that carries none is of no age. */
export const compareStoredRevision =
  (ours: Revision) =>
  (current: StoredObject): number => {
    const theirs = parseStoredJson(Revised, current)
    return theirs === null ? 0 : compareRevisions(ours, theirs.revision)
  }
