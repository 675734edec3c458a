/**
 * The verbatim guarantee, checked by whoever reads: the text is the one its hash names, and every finding stands in it
 * word for word. Needs crypto.subtle, which browsers give to pages of https and of localhost.
 */
import type { ArticleDocument } from '../content-schema/documents.ts'
import type { Problem } from '../content-schema/problem.ts'
import { applyEdits } from '../core/summary/display-edits.ts'
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
  const problems = [...verifyFindings(text, article), ...verifyShown(text, article.summary)]
  if (hash !== revision.textHash) {
    problems.unshift({
      code: 'inconsistent',
      path: 'revision.textHash',
      message: `revision.textHash is ${revision.textHash}, but the text has ${hash}.`,
    })
  }
  return problems
}

/** A sentence that is shown shortened is what its listed edits make of it. */
const verifyShown = (text: string, { sentences, lengths }: ArticleDocument['summary']): Problem[] =>
  [sentences, ...Object.values(lengths ?? {}).map(length => length?.sentences ?? [])]
    .flat()
    .flatMap(sentence => {
      const { start, display } = sentence
      if (!display || applyEdits(text, sentence, display.edits) === display.text) return []
      const message = `the sentence at ${start} is shown as its edits do not give it.`
      return [{ code: 'not-verbatim' as const, path: 'summary', message }]
    })
