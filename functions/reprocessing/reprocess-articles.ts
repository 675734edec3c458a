/**
 * A batch of articles of the archive, read again with the present engine: the same extract as ever, or, as a dry run,
 * only told what would change. Doing a batch twice is harmless.
 *
 * An article that cannot be read is put on the report and the batch goes on; a store that fails fails the batch, which
 * is then tried again.
 */
import { ArticleDocument, type PublishedArticle } from '../../content-schema/documents.ts'
import { articleToDocuments } from '../../core/feeds/article-to-documents.ts'
import { readArticleState } from '../article-state.ts'
import { extractArticle, isToBeSeen } from '../extract-article.ts'
import { findEditedVariants } from '../find-edited-variants.ts'
import { readPublishedState } from '../published-state.ts'
import type { Services } from '../services.ts'
import { StoreError } from '../store/store.ts'
import { diffFindings, type FieldChange, type Findings } from './diff-findings.ts'
import { addReports, emptyReport, type ReprocessingReport } from './reprocessing-report.ts'

export interface ReprocessingOptions {
  readonly isDryRun: boolean
}

export const reprocessArticles = async (
  services: Services,
  articleIds: readonly string[],
  { isDryRun }: ReprocessingOptions,
): Promise<ReprocessingReport> => {
  let report = emptyReport(isDryRun)
  for (const articleId of articleIds) {
    report = addReports(report, await reprocessOne(services, articleId, isDryRun))
  }
  const { articles, changed, failed } = report
  services.log.info('reprocessed', { stage: 'reprocess', isDryRun, articles, changed, failed })
  services.meter.flush()
  return report
}

const reprocessOne = async (
  services: Services,
  articleId: string,
  isDryRun: boolean,
): Promise<ReprocessingReport> => {
  const nothing = { ...emptyReport(isDryRun), articles: 1 }
  try {
    const before = await publishedFindings(services, articleId)
    const after = isDryRun
      ? await findingsToCome(services, articleId)
      : await extractArticle(services, articleId).then(() => publishedFindings(services, articleId))
    if (before === null && after === null) return { ...nothing, hidden: 1 }
    return withChanges(nothing, articleId, diffFindings(before ?? noFindings, after ?? noFindings))
  } catch (error) {
    if (error instanceof StoreError) throw error
    const message = error instanceof Error ? error.message : String(error)
    services.log.error('could not be reprocessed', { stage: 'reprocess', articleId, error })
    return { ...nothing, failed: 1, failures: [{ articleId, message }] }
  }
}

const publishedFindings = async ({ content }: Services, articleId: string): Promise<Findings | null> =>
  findingsOf((await readPublishedState(content, articleId)).document)

const findingsOf = (document: PublishedArticle | null): Findings | null =>
  document?.status === 'usable' ? document : null

/** What extract would write now; nothing is written. */
const findingsToCome = async (services: Services, articleId: string): Promise<Findings | null> => {
  const { article, override } = await readArticleState(services.inbox, articleId)
  if (article === null || !isToBeSeen(article, services.now())) return null
  const { variants, edits } = await findEditedVariants(services, article, override)
  const documents = articleToDocuments(article, variants, { baseUrl: services.settings.baseUrl, edits })
  const whole = documents.find(({ name }) => name === 'article.json')
  return whole ? ArticleDocument.parse(JSON.parse(whole.body)) : null
}

const noFindings: Findings = {
  summary: { sentences: [], oneSentence: '', words: 0, readingSeconds: 0 },
  quotes: [],
  places: [],
  names: [],
}

const withChanges = (
  report: ReprocessingReport,
  articleId: string,
  changes: readonly FieldChange[],
): ReprocessingReport => {
  const changed = changes.map(({ field, ...change }) => ({
    ...emptyReport(report.isDryRun),
    fields: { [field]: { changed: 1, examples: [{ articleId, ...change }] } },
  }))
  return changed.reduce(addReports, { ...report, changed: changes.length > 0 ? 1 : 0 })
}
