/**
 * What a reader finds in a format, before the source's hints and the schema have their say.
 */
import type { Article, ArticleStatus, Block } from '../../content-schema/article.ts'
import type { Media } from '../../content-schema/media.ts'
import type { Problem } from '../../content-schema/problem.ts'

/** Fields that the format did not tell are absent. */
export interface Draft {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly headline?: string
  readonly standfirst?: string | null
  readonly bylines?: readonly string[]
  readonly dateline?: string | null
  readonly credit?: string | null
  readonly section?: string | null
  readonly keywords?: readonly string[]
  readonly language?: string
  readonly publishedAt?: string | null
  readonly updatedAt?: string | null
  readonly embargoedUntil?: string | null
  readonly rights?: string | null
  readonly url?: string | null
  readonly media?: readonly Media[] | undefined
  readonly status?: ArticleStatus
  readonly sourceId?: string
  /** Only where the format carries our own id (our own JSON). */
  readonly id?: Article['id']
}

export type JsonDraftResult =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly problems: readonly Problem[] }
