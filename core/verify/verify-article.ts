/**
 * Whether an article and its findings may be published: the text is the one that its hash names, and every finding
 * stands in it word for word; what a summary shows of a sentence leaves out nothing that could turn it round.
 */
import type { Revision } from '../../content-schema/article.ts'
import { mostProblems } from '../../content-schema/bounds.ts'
import type { Problem } from '../../content-schema/problem.ts'
import { textHash } from '../read/article-id.ts'
import { verifyDisplays } from '../summary/verify-summary.ts'
import { type Verifiable, verifyFindings } from './verify-findings.ts'

/** At most mostProblems; none where all is verbatim. */
export const verifyArticle = (
  { text, revision }: { readonly text: string; readonly revision: Revision },
  findings: Verifiable,
): Problem[] => {
  const hash = textHash(text)
  const problems = [
    ...verifyFindings(text, findings),
    ...(findings.summary ? verifyDisplays(text, findings.summary) : []),
  ]
  if (hash !== revision.textHash) {
    const message = `revision.textHash is ${revision.textHash}, but the text has ${hash}.`
    problems.unshift({ code: 'inconsistent', path: 'revision.textHash', message })
  }
  return problems.slice(0, mostProblems)
}
