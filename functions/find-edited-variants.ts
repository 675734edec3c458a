/**
 * What is found in an article, with the editor's last word laid over it, and checked: nothing is published that does
 * not stand in the text word for word.
 *
 * Findings that do not verify are a fault of ours, not of the article: the record fails, and lands among the dead
 * letters, where a person looks at it. What was published before stays as it is.
 */
import type { Article } from '../content-schema/article.ts'
import type { Variants } from '../content-schema/variants.ts'
import type { EditedVariants } from '../core/overrides/apply-override.ts'
import { verifyArticle } from '../core/verify/verify-article.ts'
import type { Services } from './services.ts'
import type { StoredObject } from './store/store.ts'

export class NotVerbatimError extends Error {
  override readonly name = 'NotVerbatimError'
}

/** @throws NotVerbatimError */
export const findEditedVariants = async (
  { findVariants, log, meter }: Services,
  article: Article,
  override: StoredObject | null,
): Promise<EditedVariants> => {
  const found = await lay(override, article, findVariants(article))
  const stale = found.edits?.stale ?? []
  if (stale.length > 0) {
    log.warn('stale override', {
      stage: 'extract',
      articleId: article.id,
      edits: stale.map(({ path }) => path),
    })
    meter.count('OverridesStale', stale.length)
  }
  const problems = verifyArticle(article, { blocks: article.blocks, ...found.variants })
  if (problems.length > 0) {
    const where = problems.map(({ code, path }) => `${code} at ${path}`)
    log.error('not verbatim', { stage: 'extract', articleId: article.id, problems: where })
    throw new NotVerbatimError(`${article.id} is not published: ${where.slice(0, 5).join(', ')}`)
  }
  return found
}

/** Few articles have an override: what reads one is loaded with the first. */
const lay = async (
  override: StoredObject | null,
  article: Article,
  variants: Variants,
): Promise<EditedVariants> => {
  if (override === null) return { variants, edits: null }
  const { applyOverride } = await import('../core/overrides/apply-override.ts')
  return applyOverride(article, variants, override.bytes)
}
