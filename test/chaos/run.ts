/**
 * npm run chaos: the storm at full size, over memory or a real S3 server, with its counts; a failing run is made short
 * and written down.
 *
 *   npm run chaos -- --seed 7                        another storm
 *   npm run chaos -- --broken withoutCondition       what a broken replaceIfNewer comes to
 *   npm run chaos -- --replay out/chaos-failure.json each step of a failing run
 *   npm run chaos:s3                                 over minio, 24 operations at a time
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { Article } from '../../content-schema/article.ts'
import type { Store } from '../../functions/store/store.ts'
import { type BrokenWriter, brokenWriters } from './broken-writers.ts'
import { checkOutcome } from './check-outcome.ts'
import { makePlan, type Plan } from './plan.ts'
import { runStorm } from './storm.ts'
import { shrinkPlan, stormFaults, type Tried, type TryOptions, tryPlan } from './try-plan.ts'

const SavedPlan = z.object({
  broken: z.string().optional(),
  seed: z.int(),
  deliveries: z.array(z.object({ key: z.string(), text: z.string(), article: Article.nullable() })),
})
const failureFile = new URL('../../out/chaos-failure.json', import.meta.url)
const mostFailuresShown = 20
/** Parallel operations that a small server answers well. */
const lanesOnServer = 24

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    articles: { type: 'string', default: '2000' },
    deliveries: { type: 'string', default: '20000' },
    store: { type: 'string', default: 'memory' },
    broken: { type: 'string' },
    replay: { type: 'string' },
  },
})

const brokenWriter = (name: string | undefined): TryOptions => {
  if (name === undefined) return {}
  if (!isBrokenWriter(name))
    throw new Error(`--broken is one of ${Object.keys(brokenWriters).join(', ')}: got ${name}`)
  return { replaceIfNewer: brokenWriters[name] }
}
const isBrokenWriter = (name: string): name is BrokenWriter => Object.hasOwn(brokenWriters, name)

const newBucket = async (name: string): Promise<Store> => {
  const { CreateBucketCommand } = await import('@aws-sdk/client-s3')
  const { openS3Client, s3Store } = await import('../../functions/store/s3-store.ts')
  const endpoint = process.env.S3_ENDPOINT
  if (!endpoint) throw new Error('S3_ENDPOINT is not set; npm run chaos:s3 starts a server')
  const client = openS3Client({ endpoint })
  const bucket = `chaos-${name}-${randomUUID()}`
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  return s3Store({ bucket, client })
}

const tryOnServer = async (plan: Plan, options: TryOptions): Promise<Tried> => {
  const stores = { inbox: await newBucket('inbox'), content: await newBucket('content') }
  const counts = await runStorm(plan, { ...stores, ...options, faults: stormFaults, lanes: lanesOnServer })
  return { counts, failures: await checkOutcome(plan, stores) }
}

const report = ({ counts, failures }: Tried, seconds: number): void => {
  console.table(counts)
  const what = `seed ${values.seed}, ${values.store}, ${seconds.toFixed(0)} s`
  if (failures.length === 0) console.log(`Nothing lost, nothing gone backwards (${what}).`)
  else console.log(`${failures.length} things are wrong (${what}):`)
  for (const failure of failures.slice(0, mostFailuresShown)) console.log(`  ${failure.what}`)
}

const replay = async (file: string): Promise<number> => {
  const { broken, ...plan } = SavedPlan.parse(JSON.parse(readFileSync(file, 'utf8')))
  const tried = await tryPlan(plan, { ...brokenWriter(broken), onEvent: event => console.log(event) })
  for (const failure of tried.failures) console.log(`WRONG: ${failure.what}`)
  return tried.failures.length > 0 ? 1 : 0
}

const main = async (): Promise<number> => {
  if (values.replay !== undefined) return replay(values.replay)
  const options = brokenWriter(values.broken)
  const size = { articles: Number(values.articles), deliveries: Number(values.deliveries) }
  const plan = makePlan(Number(values.seed), size)
  const started = performance.now()
  const tried = values.store === 's3' ? await tryOnServer(plan, options) : await tryPlan(plan, options)
  report(tried, (performance.now() - started) / 1_000)
  if (tried.failures.length === 0) return 0
  console.log('Looking for a shorter run that fails, over memory …')
  const shortest = await shrinkPlan(plan, options)
  mkdirSync(new URL('./', failureFile), { recursive: true })
  writeFileSync(failureFile, JSON.stringify({ broken: values.broken, ...shortest }, null, 1))
  console.log(
    `${shortest.deliveries.length} deliveries fail as well: npm run chaos -- --replay out/chaos-failure.json`,
  )
  return 1
}

process.exitCode = await main()
