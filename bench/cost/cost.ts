/**
 * What a month costs, worked out from list prices: npm run cost prints it, npm run cost -- --write puts it into
 * docs/operations.md. Requests are counted as the real handlers run (work.ts), milliseconds are measured in the deployed
 * bundles (times.ts); the rest are assumptions, named below.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadKnowledge } from '../../data/load-knowledge.ts'
import { extractCall, ingestCall } from '../figures/cold.ts'
import { prices } from './prices.ts'
import { measureTimes, processorShare, s3Delays, type Times } from './times.ts'
import { countWork, type Requests, type Work } from './work.ts'

/** By the clock. Its CPU time is what `npm run bench -- publish` says, the rest is waiting. */
const secondsToRebuild = 1
const monthSeconds = 30 * 86_400
const windowDays = 7
const articleMegabytes = 1_024 // of ingest and of extract
const publishGigabytes = 1.73
const publishEverySeconds = 5
const rebuildsByClock = monthSeconds / 600
/** A line of JSON, and what Lambda itself logs, for each call. */
const logKilobytesPerArticle = 4
const alarms = 15
const customMetrics = 12

const requestsCost = ({ reads, writes, lists }: Requests): number =>
  reads * prices.s3Read + (writes + lists) * prices.s3Write

interface ArticleTimes {
  readonly ingest: Times
  readonly extract: Times
}

const millisecondsOf = ({ cpu, waiting }: Times): number => cpu / processorShare(articleMegabytes) + waiting

/** The dearest case: each article comes alone, so that no call and no rebuild is shared. */
const perArticle = (
  { article }: Work,
  { ingest, extract }: ArticleTimes,
): Readonly<Record<string, number>> => {
  const seconds = (millisecondsOf(ingest) + millisecondsOf(extract)) / 1000
  return {
    'S3 requests': requestsCost(article),
    'EventBridge, an event a write': article.writes * prices.eventBridgeEvent,
    'SQS, three queues, three requests each': 9 * prices.sqsRequest,
    'Lambda, ingest and extract':
      2 * prices.lambdaRequest + seconds * (articleMegabytes / 1024) * prices.lambdaGigabyteSecond,
    Logs: (logKilobytesPerArticle / 1e6) * prices.logGigabyte,
    'Storage, a month': (article.kilobytes / 1e6) * prices.s3GigabyteMonth,
  }
}

const rebuildCost = ({ rebuild }: Work, entries: number): number =>
  requestsCost({ ...rebuild, lists: rebuild.lists + Math.floor(entries / 1000) }) +
  rebuild.writes * prices.eventBridgeEvent +
  prices.lambdaRequest +
  secondsToRebuild * publishGigabytes * prices.lambdaGigabyteSecond

/** Articles that come evenly by chance share a rebuild where they come within one window of the queue. */
const rebuildsOf = (articles: number): number => {
  const windows = monthSeconds / publishEverySeconds
  return windows * (1 - Math.exp(-articles / windows))
}

const idle = ({ rebuild }: Work): Readonly<Record<string, number>> => ({
  'Looking for embargoes that end, every minute':
    (monthSeconds / 60) * (prices.s3Write + prices.lambdaRequest + 0.1 * 0.5 * prices.lambdaGigabyteSecond),
  'Rebuilding the feeds, every ten minutes':
    rebuildsByClock *
    ((rebuild.lists + 1) * prices.s3Write +
      prices.lambdaRequest +
      0.4 * publishGigabytes * prices.lambdaGigabyteSecond),
  Alarms: alarms * prices.alarmMonth,
  'Metrics of our own, in months with articles': customMetrics * prices.customMetricMonth,
  Dashboard: prices.dashboardMonth,
})

const sumOf = (costs: Readonly<Record<string, number>>): number =>
  Object.values(costs).reduce((sum, cost) => sum + cost, 0)

const dollars = (cost: number): string => (cost < 100 ? cost.toFixed(2) : Math.round(cost).toString())

const rows = (costs: Readonly<Record<string, number>>, times: number): string[] =>
  Object.entries(costs).map(([what, cost]) => `| ${what} | ${dollars(cost * times)} |`)

const toText = (work: Work, times: ArticleTimes): string => {
  const { article, rebuild } = work
  const each = perArticle(work, times)
  const fixed = idle(work)
  const months = [10_000, 100_000, 1_000_000].map(articles => {
    const entries = (articles / 30) * windowDays
    const feeds = rebuildsOf(articles) * rebuildCost(work, entries)
    return `| ${articles.toLocaleString('en')} | ${dollars(sumOf(fixed))} | ${dollars(articles * sumOf(each))} | ${dollars(feeds)} | ${dollars(sumOf(fixed) + articles * sumOf(each) + feeds)} |`
  })
  return [
    `An article asks the store for ${article.reads} reads and ${article.writes} writes (${article.kilobytes.toFixed(0)} KB); a rebuild of the feeds after it for ${rebuild.reads} reads, ${rebuild.lists} listings and ${rebuild.writes} writes, however many articles it answers for.`,
    '',
    `With ${articleMegabytes.toLocaleString('en')} MB, ingest takes ${millisecondsOf(times.ingest).toFixed(0)} ms for it and extract ${millisecondsOf(times.extract).toFixed(0)}: ${times.ingest.cpu.toFixed(0)} and ${times.extract.cpu.toFixed(0)} ms of CPU, the rest is waiting for S3 at ${s3Delays.read} ms a read and ${s3Delays.write} a write.`,
    '',
    '| a million articles, uploaded one by one, feeds aside | dollars |',
    '|---|---|',
    ...rows(each, 1_000_000),
    `| **Sum** | **${dollars(sumOf(each) * 1_000_000)}** |`,
    '',
    `A webhook adds ${dollars(1_000_000 * (prices.apiRequest + prices.lambdaRequest + 0.05 * 0.5 * prices.lambdaGigabyteSecond))} a million. Readers pay for themselves at CloudFront: ${prices.cloudFrontGigabyte} a GB and ${prices.cloudFrontRequest * 1e6} a million requests.`,
    '',
    '| idle, a month | dollars |',
    '|---|---|',
    ...rows(fixed, 1),
    `| **Sum** | **${dollars(sumOf(fixed))}** |`,
    '',
    `| articles a month | idle | articles | feeds, rebuilt within ${publishEverySeconds} s | sum, dollars |`,
    '|---|---|---|---|---|',
    ...months,
    '',
    'The feeds of a busy newsroom are the dearest part: each rebuild lists the whole window and writes every feed that changed. A shorter window (`feedWindowDays`) makes it cheaper.',
  ].join('\n')
}

const text = toText(await countWork(loadKnowledge()), {
  ingest: await measureTimes(ingestCall()),
  extract: await measureTimes(extractCall()),
})
console.log(text)
if (process.argv.includes('--write')) {
  const path = new URL('../../docs/operations.md', import.meta.url)
  const page = readFileSync(path, 'utf8')
  const marked = /<!-- cost -->[\s\S]*<!-- \/cost -->/
  writeFileSync(
    path,
    page.replace(marked, () => `<!-- cost -->\n\n${text}\n\n<!-- /cost -->`),
  )
}
