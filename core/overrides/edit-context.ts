/** What every edit looks at, and what it gives. */
import type { Article } from '../../content-schema/article.ts'
import type { Span } from '../../content-schema/span.ts'
import type { Variants } from '../../content-schema/variants.ts'
import type { PlainText } from './find-anchor.ts'

export type EditableArticle = Pick<Article, 'id' | 'text' | 'blocks'>

export interface EditContext {
  readonly article: EditableArticle
  readonly plainText: PlainText
  /** Cut when first asked for. */
  readonly sentences: () => readonly Span[]
}

/** The variants as edited, or why the edit no longer applies. */
export type EditResult = { readonly variants: Variants } | { readonly stale: string }
