/**
 * Scores the extraction on the annotated sets beside the project, and holds the figures to bench/floors.json.
 *
 *   npm run accuracy                     all sets, one table; exit 1 where a figure is below its floor
 *   npm run accuracy -- quotes-polnear   one set (or several), every figure of it; --errors 50 prints errors
 *   npm run accuracy -- --raise          raises the floors to a little under today's figures, never lowers one
 *
 * The articles go through bulk extraction, over all processors, and the sets' own scorer.
 */

import { execFileSync } from 'node:child_process'
import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { extractLines } from '../desk/bulk/extract-lines.ts'
import { type Figure, Floors, figuresOf, isBelow, raiseFloors } from './accuracy-figures.ts'
import { quoteReliability } from './calibration.ts'

const pathTo = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const evalFolder = pathTo('../../shared/eval/')
const outFolder = pathTo('../out/accuracy/')
const floorsFile = pathTo('./floors.json')

const sets = [
  'quotes-polnear',
  'places-lgl',
  'places-gwn',
  'places-geovirus',
  'names-pud',
  'summary-cnn',
  'summary-summeval',
] as const
type SetName = (typeof sets)[number]

interface Scored {
  readonly set: SetName
  readonly articles: number
  readonly msEach: number
  readonly figures: readonly Figure[]
}

const predict = async (set: SetName): Promise<{ articles: number; msEach: number }> => {
  const started = performance.now()
  const output = createWriteStream(join(outFolder, `${set}.jsonl`))
  const { read, bad } = await extractLines(createReadStream(goldOf(set)), output, {
    jobs: availableParallelism(),
    isForAll: false,
  })
  output.end()
  await finished(output)
  if (bad > 0) throw new Error(`${set}: ${bad} articles could not be read`)
  return { articles: read, msEach: (performance.now() - started) / read }
}

const goldOf = (set: SetName): string => join(evalFolder, 'data', `${set}.jsonl`)

const score = (set: SetName, ...options: readonly string[]): string => {
  const task = set.split('-')[0] ?? ''
  const predicted = join(outFolder, `${set}.jsonl`)
  const scorer = [join(evalFolder, 'score.mjs'), task, goldOf(set), predicted, ...options]
  return execFileSync('node', scorer, { encoding: 'utf8', maxBuffer: 100_000_000 })
}

const scoreSet = async (set: SetName): Promise<Scored> => {
  const predicted = await predict(set)
  const answer = z.record(z.string(), z.unknown()).parse(JSON.parse(score(set, '--json')))
  return { set, ...predicted, figures: figuresOf(answer) }
}

const readFloors = (): Floors =>
  existsSync(floorsFile) ? Floors.parse(JSON.parse(readFileSync(floorsFile, 'utf8'))) : {}

const table = (all: readonly Scored[], floors: Floors): string => {
  const show = (value: number | undefined): string =>
    (value === undefined ? '' : value.toFixed(1)).padStart(9)
  const row = (name: string, figure: Partial<Figure>, floor: string): string =>
    `  ${name.padEnd(44)}${show(figure.precision)}${show(figure.recall)}${show(figure.value)}${floor}`
  const head = `  ${''.padEnd(44)}${['precision', 'recall', 'F1/value', 'floor'].map(word => word.padStart(9)).join('')}`
  return all
    .map(({ set, articles, msEach, figures }) => [
      `${set}: ${articles} articles, ${msEach.toFixed(1)} ms each`,
      head,
      ...figures.map(figure => {
        const mark = isBelow(floors, set, figure) ? '  BELOW' : ''
        return row(figure.name, figure, show(floors[set]?.[figure.name]) + mark)
      }),
    ])
    .map(lines => lines.join('\n'))
    .join('\n\n')
}

const main = async (args: readonly string[]): Promise<number> => {
  if (!existsSync(evalFolder)) {
    console.error('accuracy: no annotated sets beside the project; nothing was measured')
    return 0
  }
  mkdirSync(outFolder, { recursive: true })
  const named = sets.filter(set => args.includes(set))
  if (named.length > 0) {
    const errorsAt = args.indexOf('--errors')
    const errors = errorsAt < 0 ? [] : ['--errors', args[errorsAt + 1] ?? '50']
    for (const set of named) {
      const { articles, msEach } = await predict(set)
      console.log(`\n${set}: ${articles} articles, ${msEach.toFixed(2)} ms each\n${score(set, ...errors)}`)
      if (set === 'quotes-polnear') console.log(quoteReliability())
    }
    if (!args.includes('--raise')) return 0
  }
  const all: Scored[] = []
  for (const set of named.length > 0 ? named : sets) all.push(await scoreSet(set))
  const floors = readFloors()
  console.log(table(all, floors))
  if (all.some(({ set }) => set === 'quotes-polnear')) console.log(`\n${quoteReliability()}`)
  if (args.includes('--raise')) {
    const raised = all.reduce((so, { set, figures }) => raiseFloors(so, set, figures), floors)
    writeFileSync(floorsFile, `${JSON.stringify(raised, null, 2)}\n`)
  }
  const below = all.flatMap(({ set, figures }) => figures.filter(figure => isBelow(floors, set, figure)))
  if (below.length > 0)
    console.error(`\naccuracy: ${below.length} figures are below their floor in bench/floors.json`)
  return below.length > 0 ? 1 : 0
}

process.exitCode = await main(process.argv.slice(2))
