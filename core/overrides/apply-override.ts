/**
 * What a door does with an article that has an override: reads it, lays it over the variants, reports.
 *
 * An override that cannot be read changes nothing, and its problems are reported as those of a stale one: an editor
 * finds them in article.json and in the log.
 */
import type { Article } from '../../content-schema/article.ts'
import type { EditReport } from '../../content-schema/override.ts'
import type { Variants } from '../../content-schema/variants.ts'
import { editVariants } from './edit-variants.ts'
import { readOverride } from './read-override.ts'

export interface EditedVariants {
  readonly variants: Variants
  /** null where there is no override. */
  readonly edits: EditReport | null
}

/** @param bytes what lies at overrides/{id}.json, or null */
export const applyOverride = (
  article: Article,
  variants: Variants,
  bytes: Uint8Array | null,
): EditedVariants => {
  if (bytes === null) return { variants, edits: null }
  const read = readOverride(bytes, article.id)
  if (!read.ok) {
    return {
      variants,
      edits: { updatedAt: article.revision.updatedAt, applied: 0, stale: [...read.problems] },
    }
  }
  const { variants: edited, report } = editVariants(article, variants, read.override)
  return { variants: edited, edits: report }
}
