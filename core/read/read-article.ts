/**
 * Bytes to an Article, or the list of what is wrong with them. The format is told by the extension or content type,
 * else by the bytes themselves.
 */
import type { Article } from '../../content-schema/article.ts'
import type { Problem } from '../../content-schema/problem.ts'

/** What is known of a delivery besides its bytes. */
export interface ReadHints {
  /** Configured source, e.g. "wire". */
  readonly source: string
  /** The source's own id of the article; the delivery's name where it has none. */
  readonly sourceId: string
  /** When the delivery came: the revision's time where the article tells none. ISO 8601. */
  readonly receivedAt: string
  /** File name or content type, to tell the format: "story.html", "application/json". */
  readonly name?: string
  readonly contentType?: string
}

export type ReadResult =
  | { readonly ok: true; readonly article: Article; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }
