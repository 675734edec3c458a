/**
 * What the state machine of reprocessing calls: once for each batch of the archive, then once for the report.
 *
 *   { Items: [{ Key: 'articles/a-1.json' }, …], BatchInput: { run, isDryRun } } -> counts
 *   { run, isDryRun }                                                           -> the report of the run, and where it lies
 *
 * Batches put their reports under reprocessing/{run}/batches/; a batch done twice replaces its own.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { articleIdOfKey, prefixes } from '../keys.ts'
import { listKeys } from '../list-keys.ts'
import type { Services } from '../services.ts'
import { parseStoredJson, toJsonBytes } from '../stored-json.ts'
import { reprocessArticles } from './reprocess-articles.ts'
import { addReports, emptyReport, ReprocessingReport } from './reprocessing-report.ts'

const Run = z.object({
  /** The execution's name. */
  run: z.string().regex(/^[\w-]{1,80}$/),
  isDryRun: z.boolean(),
})
const BatchEvent = z.object({ Items: z.array(z.object({ Key: z.string() })).min(1), BatchInput: Run })
const ReprocessingEvent = z.union([BatchEvent, Run])

export interface ReprocessingAnswer extends Omit<ReprocessingReport, 'failures' | 'fields'> {
  /** Findings that changed, by field. */
  readonly fields: Readonly<Record<string, number>>
  /** Key of the report with its examples, in the inbox. */
  readonly report: string
}

export const reprocessingDoor =
  (services: Services) =>
  async (event: unknown): Promise<ReprocessingAnswer> => {
    const call = ReprocessingEvent.parse(event)
    return 'Items' in call
      ? answerBatch(
          services,
          call.Items.map(({ Key }) => Key),
          call.BatchInput,
        )
      : answerReport(services, call)
  }

type Run = z.infer<typeof Run>

export const batchesOf = ({ run }: Pick<Run, 'run'>): string =>
  `${prefixes.inbox.reprocessing}${run}/batches/`
export const reportOf = ({ run }: Pick<Run, 'run'>): string =>
  `${prefixes.inbox.reprocessing}${run}/report.json`

const answerBatch = async (
  services: Services,
  keys: readonly string[],
  run: Run,
): Promise<ReprocessingAnswer> => {
  const ids = keys.map(articleIdOfKey).filter(id => id !== null)
  const report = await reprocessArticles(services, ids, run)
  const name = createHash('sha256').update(keys.join('\n')).digest('hex').slice(0, 32)
  return store(services, `${batchesOf(run)}${name}.json`, report)
}

const answerReport = async (services: Services, run: Run): Promise<ReprocessingAnswer> => {
  let total = emptyReport(run.isDryRun)
  for await (const { key } of listKeys(services.inbox, batchesOf(run))) {
    const batch = parseStoredJson(ReprocessingReport, await services.inbox.read(key))
    // A sum that leaves one out would look whole.
    if (batch === null) throw new Error(`${key} is not a report of reprocessing`)
    total = addReports(total, batch)
  }
  return store(services, reportOf(run), total)
}

const store = async (
  { inbox }: Services,
  key: string,
  report: ReprocessingReport,
): Promise<ReprocessingAnswer> => {
  await inbox.write(key, toJsonBytes(report), { contentType: 'application/json; charset=utf-8' })
  const { failures: _, fields, ...counts } = report
  const byField = Object.entries(fields).map(([name, { changed }]) => [name, changed] as const)
  return { ...counts, fields: Object.fromEntries(byField), report: key }
}
