/**
 * npm run bench -- --profile: what each stage of an article costs in time and in memory, and how often it calls what its
 * time goes into.
 */
import * as z from 'zod'
import { bundleTimed, runTimed } from './timed-bundle.ts'

export const printProfile = async (): Promise<void> => {
  await bundleTimed()
  const stages = runTimed('stages')
  const allocations = new Map(rowsOf(runTimed('allocations').result))
  const times = rowsOf(stages.result)
  const total = times.reduce((sum, [, ms]) => sum + ms, 0)
  console.log(`Node ${stages.node}, bundled; an article:\n`)
  console.log('| stage | ms | share | KB allocated |\n| - | - | - | - |')
  for (const [stage, ms] of times) {
    const share = `${Math.round((100 * ms) / total)} %`
    console.log(`| ${stage} | ${ms.toFixed(2)} | ${share} | ${allocations.get(stage)?.toFixed(0) ?? '–'} |`)
  }
  console.log('\n| calls | an article |\n| - | - |')
  for (const { what, calls } of CallCounts.parse(runTimed('calls').result))
    console.log(`| ${what} | ${calls.toFixed(1)} |`)
}

const CallCounts = z.array(z.object({ what: z.string(), calls: z.number() }))

const rowsOf = (result: unknown): [string, number][] =>
  Array.isArray(result) ? result.map(([name, value]) => [String(name), Number(value)]) : []
