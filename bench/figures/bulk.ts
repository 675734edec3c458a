/**
 * The bulk command over one and over two workers, bundled as it is shipped: how much faster two are, and how much more
 * processor time they take for the same articles. The first needs two idle processors; the second does not.
 *
 * What the machine can give is measured beside it: two commands of one worker each, at the same time. They share nothing
 * but its caches and its memory, so no pool of workers does better.
 *
 * Each worker takes two seconds of processor time until V8 has optimised it, most of it within 2,000 articles. So a short and a long run are measured:
 * what lies between them is the pace that a long run keeps.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { typicalArticles } from '../bench-articles.ts'
import type { Figure } from '../figure.ts'
import { benchNode } from '../timed-bundle.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const few = 2_000
const many = 6_000

interface Run {
  readonly seconds: number
  /** Of all threads. */
  readonly cpuSeconds: number
}

export const bulkFigures = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
  await buildCommand(folder)
  const run = (pools: Pools): Runs => ({
    short: runBulk(folder, few, pools),
    long: runBulk(folder, many, pools),
  })
  const one = run({ commands: 1, jobs: 1 })
  const two = run({ commands: 1, jobs: 2 })
  const apart = run({ commands: 2, jobs: 1 })
  rmSync(folder, { recursive: true })
  const [oneSteady, twoSteady, apartSteady] = [between(one), between(two), between(apart)]
  const timesFaster = oneSteady.seconds / twoSteady.seconds
  // Each of the two commands reads all articles.
  const timesFasterApart = (2 * oneSteady.seconds) / apartSteady.seconds
  return [
    {
      key: 'bulk.timesFaster',
      what: 'bulk with two workers, times one, once started',
      value: timesFaster,
      unit: 'times',
      note: `${many - few} articles: ${oneSteady.seconds.toFixed(1)} s and ${twoSteady.seconds.toFixed(1)} s; the whole run of ${many}: ${(one.long.seconds / two.long.seconds).toFixed(2)} times`,
    },
    {
      key: 'bulk.ofMachine',
      what: 'of what the machine gives to two commands apart',
      value: timesFaster / timesFasterApart,
      unit: '',
      note: `two commands of one worker each, at the same time: ${timesFasterApart.toFixed(2)} times one`,
    },
    {
      key: 'bulk.cpu',
      what: 'processor time of two workers, times that of one',
      value: twoSteady.cpuSeconds / oneSteady.cpuSeconds,
      unit: 'times',
      note: `${oneSteady.cpuSeconds.toFixed(1)} s and ${twoSteady.cpuSeconds.toFixed(1)} s, all threads`,
    },
    {
      key: 'bulk.articlesPerSecond',
      what: 'articles a second, two workers, once started',
      value: Math.round((many - few) / twoSteady.seconds),
      unit: 'articles/s',
    },
  ]
}

interface Pools {
  /** At the same time, each over all articles. */
  readonly commands: number
  readonly jobs: number
}

interface Runs {
  readonly short: Run
  readonly long: Run
}

const between = ({ short, long }: Runs): Run => ({
  seconds: long.seconds - short.seconds,
  cpuSeconds: long.cpuSeconds - short.cpuSeconds,
})

/** The command, its worker and the data in one folder, as in the package. */
const buildCommand = async (folder: string): Promise<void> => {
  await build({
    entryPoints: {
      cli: join(root, 'desk/copydesk.ts'),
      'extract-worker': join(root, 'desk/bulk/extract-worker.ts'),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    mainFields: ['module', 'main'],
    external: ['esbuild'],
    banner: {
      js: "import { createRequire as openRequire } from 'node:module'; const require = openRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}\n')
  symlinkSync(join(root, 'data/packed'), join(folder, 'packed'))
}

const linesOfArticles = (count: number): string => {
  const articles = typicalArticles()
  const lines = Array.from({ length: count }, (_, i) =>
    JSON.stringify({ id: String(i), text: articles[i % articles.length]?.text ?? '' }),
  )
  return `${lines.join('\n')}\n`
}

/** By the clock; and user and system time of all threads, which the shell adds up for what it ran. */
const runBulk = (folder: string, count: number, { commands, jobs }: Pools): Run => {
  writeFileSync(join(folder, 'in.jsonl'), linesOfArticles(count))
  const command = `"${benchNode}" "${folder}/cli.js" extract --jsonl --jobs ${jobs} < "${folder}/in.jsonl"`
  const numbers = Array.from({ length: commands }, (_, i) => i)
  const script = [
    'set -e',
    ...numbers.map(i => `${command} > "${folder}/out-${i}.jsonl" & p${i}=$!`),
    ...numbers.map(i => `wait $p${i}`),
    'times',
  ].join('\n')
  const started = performance.now()
  const printed = execFileSync('sh', ['-c', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ofChildren = printed.trim().split('\n').at(-1) ?? ''
  const cpuSeconds = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
    0,
  )
  return { seconds: (performance.now() - started) / 1000, cpuSeconds }
}
