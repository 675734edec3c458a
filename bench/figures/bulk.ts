/**
 * The bulk command over one and over two workers: how much faster two are.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { typicalArticles } from '../bench-articles.ts'
import type { Figure } from '../figure.ts'

const command = fileURLToPath(new URL('../../desk/copydesk.ts', import.meta.url))
const mostOutput = 1_000_000_000

export const bulkFigures = (count = 3_000): Figure[] => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'))
  const path = join(folder, 'in.jsonl')
  const articles = typicalArticles()
  const lines = Array.from({ length: count }, (_, i) => {
    const article = articles[i % articles.length]
    return JSON.stringify({ id: String(i), text: article?.text ?? '' })
  })
  writeFileSync(path, `${lines.join('\n')}\n`)
  const seconds = (jobs: number): number => {
    const started = performance.now()
    execFileSync(
      'sh',
      [
        '-c',
        `"${process.execPath}" --import tsx "${command}" extract --jsonl --jobs ${jobs} < "${path}" > "${folder}/out.jsonl"`,
      ],
      {
        maxBuffer: mostOutput,
        stdio: ['ignore', 'ignore', 'ignore'],
      },
    )
    return (performance.now() - started) / 1000
  }
  const one = seconds(1)
  const two = seconds(2)
  rmSync(folder, { recursive: true })
  return [
    {
      key: 'bulk.timesFaster',
      what: 'bulk with two workers, times one',
      value: one / two,
      unit: 'times',
      note: `${count} articles: ${one.toFixed(1)} s and ${two.toFixed(1)} s`,
    },
    {
      key: 'bulk.articlesPerSecond',
      what: 'articles a second, two workers',
      value: Math.round(count / two),
      unit: 'articles/s',
    },
  ]
}
