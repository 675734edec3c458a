/**
 * The bulk command over one and over two workers, bundled as it is shipped: how much faster two are, and how much more
 * processor time they take for the same articles. The first needs two idle processors; the second does not.
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
/** Enough that what each worker takes to start and to be optimised (a second) hardly counts. */
const count = 4_000

export const bulkFigures = async (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
  await buildCommand(folder)
  writeFileSync(join(folder, 'in.jsonl'), linesOfArticles())
  const one = runBulk(folder, 1)
  const two = runBulk(folder, 2)
  rmSync(folder, { recursive: true })
  return [
    {
      key: 'bulk.timesFaster',
      what: 'bulk with two workers, times one',
      value: one.seconds / two.seconds,
      unit: 'times',
      note: `${count} articles: ${one.seconds.toFixed(1)} s and ${two.seconds.toFixed(1)} s`,
    },
    {
      key: 'bulk.cpu',
      what: 'processor time of two workers, times that of one',
      value: two.cpuSeconds / one.cpuSeconds,
      unit: 'times',
      note: `${one.cpuSeconds.toFixed(1)} s and ${two.cpuSeconds.toFixed(1)} s, all threads`,
    },
    {
      key: 'bulk.articlesPerSecond',
      what: 'articles a second, two workers',
      value: Math.round(count / two.seconds),
      unit: 'articles/s',
    },
  ]
}

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

const linesOfArticles = (): string => {
  const articles = typicalArticles()
  const lines = Array.from({ length: count }, (_, i) =>
    JSON.stringify({ id: String(i), text: articles[i % articles.length]?.text ?? '' }),
  )
  return `${lines.join('\n')}\n`
}

/** By the clock; and user and system time of all threads, which the shell adds up for what it ran. */
const runBulk = (folder: string, jobs: number): { seconds: number; cpuSeconds: number } => {
  const started = performance.now()
  const command = `"${benchNode}" "${folder}/cli.js" extract --jsonl --jobs ${jobs} < "${folder}/in.jsonl" > "${folder}/out.jsonl" && times`
  const printed = execFileSync('sh', ['-c', command], {
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
