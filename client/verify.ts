/**
 * The verbatim guarantee, checked by whoever reads: the text is the one its hash names, and every finding stands in it
 * word for word. Needs crypto.subtle, which browsers give to pages of https and of localhost.
 */
import type { ArticleDocument } from '../content-schema/documents.ts'
import type { Problem } from '../content-schema/problem.ts'
import { verifyFindings } from '../core/verify/verify-findings.ts'

/** What does not hold; empty where all does. An article whose text is withheld cannot be verified, and says so. */
export const verify = async (article: ArticleDocument): Promise<Problem[]> => {
  const { text, revision } = article
  if (text === null) {
    return [
      {
        code: 'missing',
        path: 'text',
        message: 'text is withheld by its publisher: nothing to check against.',
      },
    ]
  }
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const hash = [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  const problems = verifyFindings(text, article)
  if (hash !== revision.textHash) {
    problems.unshift({
      code: 'inconsistent',
      path: 'revision.textHash',
      message: `revision.textHash is ${revision.textHash}, but the text has ${hash}.`,
    })
  }
  return problems
}
