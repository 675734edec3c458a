/**
 * Where the time of an article goes, stage by stage, in the order of core/article-to-variants.ts: the least time of
 * several rounds for each article, the median of all articles.
 */
import { articleToVariants } from '../core/article-to-variants.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { typicalArticles } from './bench-articles.ts'
import { median } from './figure.ts'

const warmRounds = 5
const rounds = 15

/** Rows of [stage, milliseconds an article]. */
export const profileStages = (knowledge: Knowledge): [string, number][] => {
  const least = new Map<string, number[]>()
  typicalArticles().forEach((article, at) => {
    for (let round = -warmRounds; round < rounds; round++) {
      let last = performance.now()
      articleToVariants(article, knowledge, {
        onStage: stage => {
          const now = performance.now()
          const times = least.get(stage) ?? []
          least.set(stage, times)
          if (round >= 0) times[at] = Math.min(times[at] ?? Number.POSITIVE_INFINITY, now - last)
          last = performance.now()
        },
      })
    }
  })
  return [...least].map(([stage, times]) => [stage, median(times)])
}
