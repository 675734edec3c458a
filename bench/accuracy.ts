/**
 * Scores the extraction on the annotated sets beside the project, and holds the figures to bench/floors.json.
 *
 *   npm run accuracy                     all sets, a table, exit 1 below a floor
 *   npm run accuracy -- quotes-polnear   one set, with every figure of it; --errors 50 prints errors
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { articleToVariants } from '../core/article-to-variants.ts'
import { likelyFindings } from '../core/likely-findings.ts'
import { articleFromLine } from '../core/read/article-from-line.ts'
import { loadKnowledge } from '../data/load-knowledge.ts'

const evalFolder = new URL('../../shared/eval/', import.meta.url).pathname
const outFolder = new URL('../out/accuracy/', import.meta.url).pathname
const sets = [
  'names-pud',
  'places-lgl',
  'places-gwn',
  'places-geovirus',
  'quotes-polnear',
  'summary-cnn',
  'summary-summeval',
]

const args = process.argv.slice(2)
const named = args.filter(arg => sets.includes(arg))
const errorsAt = args.indexOf('--errors')
const errors = errorsAt < 0 ? [] : ['--errors', args[errorsAt + 1] ?? '50']
if (!existsSync(evalFolder)) {
  console.error('accuracy: no annotated sets beside the project; nothing was measured')
  process.exit(0)
}
mkdirSync(outFolder, { recursive: true })
const knowledge = loadKnowledge()
for (const set of named.length > 0 ? named : sets) {
  const gold = join(evalFolder, 'data', `${set}.jsonl`)
  const predicted = join(outFolder, `${set}.jsonl`)
  const started = performance.now()
  const lines = readFileSync(gold, 'utf8').split('\n').filter(Boolean)
  const rows = lines.map(line => {
    const read = articleFromLine(line)
    if (!read.ok) return JSON.stringify({ id: read.id, problems: read.problems })
    return JSON.stringify(likelyFindings(articleToVariants(read.article, knowledge)))
  })
  const ms = performance.now() - started
  writeFileSync(predicted, `${rows.join('\n')}\n`)
  console.log(`\n${set}: ${rows.length} articles, ${(ms / rows.length).toFixed(2)} ms each`)
  const task = set.split('-')[0] ?? ''
  console.log(
    execFileSync('node', [join(evalFolder, 'score.mjs'), task, gold, predicted, ...errors], {
      encoding: 'utf8',
    }),
  )
}
