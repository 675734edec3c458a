/**
 * A reader's draft to an Article: identity, hash, language, the source's hints for what the format did not tell, and
 * the schema's word on all of it.
 */

import { schemaVersion } from '../../content-schema/article.ts'
import { counted } from '../../content-schema/counted.ts'
import { parseArticle } from '../../content-schema/parse-article.ts'
import type { Problem } from '../../content-schema/problem.ts'
import { articleId, textHash } from './article-id.ts'
import { detectLanguage } from './detect-language.ts'
import type { Draft } from './draft.ts'
import { languageTag } from './language-tag.ts'
import type { ReadHints, ReadResult } from './read-article.ts'

export const draftToArticle = (
  draft: Draft,
  hints: ReadHints,
  warnings: readonly Problem[] = [],
): ReadResult => {
  if (!/[\p{L}\p{N}]/u.test(draft.text)) {
    return {
      ok: false,
      problems: [
        {
          code: 'empty',
          path: 'text',
          message: `text has no words: got ${counted(draft.text.length, 'character')} without a letter or digit; send the article's text.`,
        },
      ],
    }
  }
  const sourceId = draft.sourceId ?? hints.sourceId
  const result = parseArticle({
    schemaVersion,
    id: draft.id ?? articleId(hints.source, sourceId),
    source: hints.source,
    sourceId,
    url: draft.url ?? null,
    status: draft.status ?? 'usable',
    language: languageTag(draft.language ?? '') ?? detectLanguage(draft.text),
    revision: { updatedAt: draft.updatedAt ?? hints.receivedAt, textHash: textHash(draft.text) },
    headline: draft.headline ?? '',
    standfirst: draft.standfirst ?? null,
    bylines: draft.bylines ?? [],
    dateline: draft.dateline ?? null,
    credit: draft.credit ?? null,
    section: draft.section ?? null,
    keywords: draft.keywords ?? [],
    publishedAt: draft.publishedAt ?? null,
    embargoedUntil: draft.embargoedUntil ?? null,
    rights: draft.rights ?? null,
    ...(draft.media === undefined || draft.media.length === 0 ? {} : { media: draft.media }),
    text: draft.text,
    blocks: draft.blocks,
  })
  return result.ok ? { ok: true, article: result.article, warnings } : result
}
