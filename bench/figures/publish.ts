/**
 * Rebuilding every feed from an index of 10,000 entries, and how that grows.
 */
import { variantsToFeed } from '../../core/feeds/variants-to-feed.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { benchNow, manyEntries } from '../bench-entries.ts'
import { cpuMilliseconds } from '../cpu-time.ts'
import { type Figure, median } from '../figure.ts'

const options = { title: 'Bench', baseUrl: 'https://news.example.org', now: benchNow }

export const publishFigures = (knowledge: Knowledge): Figure[] => {
  const entries = manyEntries(10_000, knowledge)
  const time = (count: number): { ms: number; feeds: number; bytes: number } => {
    const some = entries.slice(0, count)
    const rounds = Array.from({ length: 3 }, () => {
      const started = cpuMilliseconds()
      const files = variantsToFeed(some, options)
      return {
        ms: cpuMilliseconds() - started,
        feeds: files.length,
        bytes: files.reduce((sum, file) => sum + file.body.length, 0),
      }
    })
    return { ...(rounds[0] ?? { feeds: 0, bytes: 0 }), ms: median(rounds.map(({ ms }) => ms)) }
  }
  const small = time(1_000)
  const large = time(10_000)
  return [
    {
      key: 'publish.seconds',
      what: 'all feeds from 10,000 entries',
      value: large.ms / 1000,
      unit: 's',
      note: `${large.feeds} files, ${(large.bytes / 1e6).toFixed(1)} MB`,
    },
    {
      key: 'publish.growth',
      what: 'the same, times that of 1,000 entries',
      value: large.ms / small.ms,
      unit: 'times',
    },
  ]
}
