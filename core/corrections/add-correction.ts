/**
 * The corrections of an article's new state: those of the state before, and what this one changes.
 *
 * The same state gives the same corrections, however often it is written: only a new revision or an edited override
 * adds one. A better reading of the same text does not, and neither does the same text that is sent once more.
 */
import type { Article } from '../../content-schema/article.ts'
import { type Correction, mostChanges, mostCorrections } from '../../content-schema/correction.ts'
import type { LinkedVariants, PublishedArticle } from '../../content-schema/documents.ts'
import type { EditReport } from '../../content-schema/override.ts'
import { findChanges } from './find-changes.ts'
import { laterOf } from './later-of.ts'

/** Latest first. */
export const addCorrection = (
  previous: PublishedArticle | null,
  article: Article,
  variants: LinkedVariants,
  edits: EditReport | null,
): readonly Correction[] => {
  if (previous === null || previous.status !== 'usable') return []
  const isRevised =
    previous.revision.textHash !== article.revision.textHash || previous.headline !== article.headline
  const isEdited = (previous.edits?.updatedAt ?? null) !== (edits?.updatedAt ?? null)
  if (!isRevised && !isEdited) return previous.corrections
  const changes = findChanges(previous, { headline: article.headline, ...variants })
  if (changes.length === 0) return previous.corrections
  const correction: Correction = {
    at: laterOf(article.revision.updatedAt, edits?.updatedAt ?? previous.edits?.updatedAt ?? null),
    by: isRevised ? 'source' : 'editor',
    replaces: laterOf(previous.revision.updatedAt, previous.edits?.updatedAt ?? null),
    changes: changes.slice(0, mostChanges),
    more: Math.max(0, changes.length - mostChanges),
  }
  return [correction, ...previous.corrections].slice(0, mostCorrections)
}
