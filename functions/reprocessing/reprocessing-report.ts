/**
 * What a run of reprocessing changed, or would change: counts by field, with a few examples each. Reports of batches
 * add up to the report of the run.
 */
import * as z from 'zod'

const mostExamples = 3
const mostFailures = 50

export const Example = z.strictObject({
  articleId: z.string(),
  /** The finding's words or name. */
  finding: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type Example = z.infer<typeof Example>

export const ReprocessingReport = z.strictObject({
  isDryRun: z.boolean(),
  articles: z.int().nonnegative(),
  /** Articles that may not be seen: nothing of them is published, before or after. */
  hidden: z.int().nonnegative(),
  /** Articles that have findings that changed. */
  changed: z.int().nonnegative(),
  /** "quotes.speaker": how many findings, and some of them. */
  fields: z.record(z.string(), z.strictObject({ changed: z.int().positive(), examples: z.array(Example) })),
  /** Articles that could not be read, and why; the first of them. */
  failures: z.array(z.strictObject({ articleId: z.string(), message: z.string() })),
  failed: z.int().nonnegative(),
})
export type ReprocessingReport = z.infer<typeof ReprocessingReport>

export const emptyReport = (isDryRun: boolean): ReprocessingReport => ({
  isDryRun,
  articles: 0,
  hidden: 0,
  changed: 0,
  fields: {},
  failures: [],
  failed: 0,
})

export const addReports = (a: ReprocessingReport, b: ReprocessingReport): ReprocessingReport => {
  const names = [...new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])].sort()
  return {
    isDryRun: a.isDryRun,
    articles: a.articles + b.articles,
    hidden: a.hidden + b.hidden,
    changed: a.changed + b.changed,
    fields: Object.fromEntries(
      names.map(name => {
        const [one, other] = [a.fields[name], b.fields[name]]
        const examples = [...(one?.examples ?? []), ...(other?.examples ?? [])].slice(0, mostExamples)
        return [name, { changed: (one?.changed ?? 0) + (other?.changed ?? 0), examples }]
      }),
    ),
    failures: [...a.failures, ...b.failures].slice(0, mostFailures),
    failed: a.failed + b.failed,
  }
}
