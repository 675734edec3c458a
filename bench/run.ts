/**
 * npm run bench: what an article costs, beside a peer in the same run; held to bench/budgets.json.
 *
 *   npm run bench                    every figure, a table, bench/results.json; exit 1 above a budget
 *   npm run bench -- warm growth     some of them
 *   npm run bench -- --profile       where the time of an article goes, stage by stage, and what it counts
 *
 * What is timed is bundled, as it is deployed, and runs under COPYDESK_NODE where that names another Node.
 * Budgets hold ratios and counts with a margin that noise does not reach; bare times are shown and not held.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { loadKnowledge } from '../data/load-knowledge.ts'
import { type Budget, Figure, isWithin } from './figure.ts'
import { bulkFigures } from './figures/bulk.ts'
import { coldFigures } from './figures/cold.ts'
import { requestFigures } from './figures/requests.ts'
import { printProfile } from './print-profile.ts'
import { bundleTimed, runTimed } from './timed-bundle.ts'
import { timedFigures } from './timed-sections.ts'

let node = process.version

const timed = (section: string) => async (): Promise<Figure[]> => {
  await bundleTimed()
  const measured = runTimed(section)
  node = measured.node
  return Figure.array().parse(measured.result)
}

const sections: Readonly<Record<string, () => Promise<Figure[]>>> = {
  ...Object.fromEntries(timedFigures.map(section => [section, timed(section)])),
  requests: () => requestFigures(loadKnowledge()),
  bulk: () => bulkFigures(),
  cold: () => coldFigures(),
}

const main = async (args: readonly string[]): Promise<number> => {
  if (args.includes('--profile')) {
    await printProfile()
    return 0
  }
  const unknown = args.filter(arg => !(arg in sections))
  if (unknown.length > 0) {
    console.error(
      `bench: no such figures: ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}, --profile`,
    )
    return 2
  }
  const budgets: Record<string, Budget> = JSON.parse(
    readFileSync(new URL('budgets.json', import.meta.url), 'utf8'),
  )
  const figures: Figure[] = []
  for (const name of args.length > 0 ? args : Object.keys(sections)) {
    console.error(`bench: ${name} …`)
    figures.push(...((await sections[name]?.()) ?? []))
  }
  const rows = figures.map(figure => ({ figure, budget: budgets[figure.key] }))
  for (const { figure, budget } of rows) console.log(rowOf(figure, budget))
  const results = { node, cores: cpus().length, figures }
  writeFileSync(new URL('results.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
  const above = rows.filter(({ figure, budget }) => budget && !isWithin(figure.value, budget))
  for (const { figure, budget } of above)
    console.error(`bench: ${figure.key} is ${figure.value}, budget ${JSON.stringify(budget)}`)
  return above.length > 0 ? 1 : 0
}

const rowOf = ({ what, value, unit, note }: Figure, budget: Budget | undefined): string => {
  const shown = value >= 100 ? value.toFixed(0) : value.toPrecision(3)
  const held = budget
    ? ` [${budget.atMost === undefined ? `at least ${budget.atLeast}` : `at most ${budget.atMost}`}]`
    : ''
  return `${what.padEnd(52)} ${`${shown} ${unit}`.padStart(18)}${held}${note ? `  (${note})` : ''}`
}

process.exit(await main(process.argv.slice(2)))
