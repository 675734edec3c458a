/**
 * From process start to the first article's documents, in the bundle that is deployed, each time a new process.
 * COPYDESK_NODE names another Node than the one that runs the bench (Lambda runs 24).
 */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { bundleFunctions } from '../../cdk/bundle-functions.ts'
import { nodeOptions } from '../../functions/node-options.ts'
import { wholeFixtures } from '../bench-entries.ts'
import { type Figure, median } from '../figure.ts'
import { openStandIn } from '../s3-stand-in.ts'

const run = promisify(execFile)
const rounds = 9
const bundle = fileURLToPath(new URL('../../dist/functions/extract/', import.meta.url))
const child = fileURLToPath(new URL('../cold-child.mjs', import.meta.url))
const node = process.env.COPYDESK_NODE ?? process.execPath

export interface Cold {
  /** Medians, in milliseconds since the process began: by the clock to the first article, and to the module's end. */
  readonly total: number
  readonly loaded: number
  /** CPU to the first article, and of a later one. */
  readonly cpu: number
  readonly warm: number
  /** CPU of the main thread to the first article; 0 where Node cannot tell. */
  readonly main: number
}

/** @throws where the bundle does not do its work. */
export const measureCold = async ({ further = 0 } = {}): Promise<Cold> => {
  await bundleFunctions()
  const article = wholeFixtures().find(({ text }) => text.split(/\s+/).length > 500)
  if (!article) throw new Error('no fixture of more than 500 words')
  const key = `articles/${article.id}.json`
  const store = await openStandIn({ [key]: JSON.stringify(article) })
  const environment = {
    ...process.env,
    S3_ENDPOINT: store.url,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    INBOX_BUCKET: 'inbox',
    CONTENT_BUCKET: 'content',
    BASE_URL: 'https://news.example.org',
    FEED_TITLE: 'Bench',
    NODE_OPTIONS: nodeOptions,
    POWERTOOLS_LOG_LEVEL: 'ERROR',
    POWERTOOLS_SERVICE_NAME: 'copydesk',
    POWERTOOLS_METRICS_DISABLED: 'true',
  }
  const times: Record<keyof Cold, number>[] = []
  for (let i = 0; i < rounds; i++) {
    const { stdout } = await run(
      node,
      [child, pathToFileURL(join(bundle, 'index.mjs')).href, key, String(further)],
      { env: environment },
    )
    times.push(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  }
  store.close()
  if (store.counts.writes < rounds) throw new Error('the bundle wrote nothing: it did not do its work')
  const of = (key: keyof Cold): number => median(times.map(time => time[key]))
  return { total: of('total'), loaded: of('loaded'), cpu: of('cpu'), warm: of('warm'), main: of('main') }
}

export const coldFigures = async (): Promise<Figure[]> => {
  const { total, loaded, cpu, main } = await measureCold()
  const version = (await run(node, ['--version'])).stdout.trim()
  return [
    {
      key: 'cold.total',
      what: 'process start to first article, deployed bundle',
      value: total,
      unit: 'ms',
      note: `Node ${version}; module loaded after ${loaded.toFixed(0)} ms; ${cpu.toFixed(0)} ms of CPU`,
    },
    {
      key: 'cold.main',
      what: 'the same, CPU of the main thread',
      value: main,
      unit: 'ms',
    },
    {
      key: 'cold.bundle',
      what: "extract's bundle, compressed",
      value: compressedBytes(bundle) / 1e6,
      unit: 'MB',
    },
  ]
}

/** What a zip of the folder takes, near enough: each file deflated. Source maps are not deployed with the code's size. */
const compressedBytes = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? compressedBytes(path) : gzipSync(readFileSync(path)).byteLength)
  }, 0)
