/**
 * From process start to the first article's documents, in the bundle that is deployed, each time a new process; and what
 * a later call takes.
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
import { type Delays, openStandIn } from '../s3-stand-in.ts'

const run = promisify(execFile)
const functions = fileURLToPath(new URL('../../dist/functions/', import.meta.url))
const child = fileURLToPath(new URL('../cold-child.mjs', import.meta.url))
const node = process.env.COPYDESK_NODE ?? process.execPath

/** A call of a door: what lies in the store, and the key that the event names. */
export interface Call {
  readonly door: 'extract' | 'ingest'
  readonly key: string
  readonly objects: Readonly<Record<string, string>>
}

export interface Start {
  /** Milliseconds since the process began: by the clock to the first call's end, and to the module's. */
  readonly total: number
  readonly loaded: number
  /** CPU of all threads to the first call's end. */
  readonly cpu: number
  /** CPU of the main thread alone; 0 where Node cannot tell. */
  readonly main: number
  /** A later call by the clock, and its CPU; 0 where there is none. */
  readonly later: number
  readonly laterCpu: number
}

const article = (): ReturnType<typeof wholeFixtures>[number] => {
  const found = wholeFixtures().find(({ text }) => text.split(/\s+/).length > 500)
  if (!found) throw new Error('no fixture of more than 500 words')
  return found
}

export const extractCall = (): Call => {
  const found = article()
  const key = `articles/${found.id}.json`
  return { door: 'extract', key, objects: { [key]: JSON.stringify(found) } }
}

export const ingestCall = (): Call => {
  const key = 'incoming/bench/2031/06/15/article.txt'
  return { door: 'ingest', key, objects: { [key]: article().text } }
}

let bundled: Promise<unknown> | undefined
const bundleOnce = (): Promise<unknown> => {
  bundled ??= bundleFunctions()
  return bundled
}

/**
 * Starts a door's bundle some times, each time a new process, and calls it. Medians.
 * @throws where the bundle does not do its work.
 */
export const measureStarts = async (
  { door, key, objects }: Call,
  {
    starts = 9,
    further = 0,
    delays,
  }: { readonly starts?: number; readonly further?: number; readonly delays?: Delays } = {},
): Promise<Start> => {
  await bundleOnce()
  const store = await openStandIn(objects, delays)
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
  const bundle = pathToFileURL(join(functions, door, 'index.mjs')).href
  const times: Partial<Record<keyof Start, number>>[] = []
  for (let i = 0; i < starts; i++) {
    const { stdout } = await run(node, [child, bundle, key, String(further)], {
      env: environment,
    })
    times.push(JSON.parse(stdout.trim().split('\n').at(-1) ?? ''))
  }
  store.close()
  if (store.counts.writes < starts) throw new Error(`${door} wrote nothing: it did not do its work`)
  const of = (key: keyof Start): number => median(times.map(time => time[key] ?? 0))
  return {
    total: of('total'),
    loaded: of('loaded'),
    cpu: of('cpu'),
    main: of('main'),
    later: of('later'),
    laterCpu: of('laterCpu'),
  }
}

export const coldFigures = async (): Promise<Figure[]> => {
  const { total, loaded, cpu, main } = await measureStarts(extractCall())
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
      value: compressedBytes(join(functions, 'extract')) / 1e6,
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
