/**
 * Resident memory after thousands of articles in a process of its own, and whether it still grows.
 */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Figure } from '../figure.ts'

const child = fileURLToPath(new URL('../memory-child.ts', import.meta.url))

export const memoryFigures = (count = 10_000): Figure[] => {
  const printed = execFileSync(process.execPath, ['--import', 'tsx', child, String(count)], {
    encoding: 'utf8',
  })
  const { early, late } = JSON.parse(printed)
  return [
    {
      key: 'memory.resident',
      what: `resident memory after ${count} articles`,
      value: Math.round(late / 1e6),
      unit: 'MB',
    },
    {
      key: 'memory.growth',
      what: 'the same, times that after a quarter of them',
      value: late / early,
      unit: 'times',
    },
  ]
}
