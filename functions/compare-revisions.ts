/**
 * Which of two states of an article is the newer one: by the moment, then by the hash of the text, so that any two
 * machines that see both agree whatever the order in which they came.
 *
 *   12:00:00+01:00 and 11:00:00Z are the same moment
 */
import type { Revision } from '../content-schema/article.ts'

/** Positive where `a` is newer, 0 where they are the same state. */
export const compareRevisions = (a: Revision, b: Revision): number => {
  const byTime = Date.parse(a.updatedAt) - Date.parse(b.updatedAt)
  if (byTime !== 0) return byTime
  return a.textHash === b.textHash ? 0 : a.textHash < b.textHash ? -1 : 1
}
