/**
 * Where the time of an article goes, stage by stage, in the order of core/article-to-variants.ts.
 */
import { articleToVariants } from '../core/article-to-variants.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { typicalArticles } from './bench-articles.ts'
import { median } from './figure.ts'

/** Rows of [stage, median milliseconds an article, share of the whole]. */
export const profileStages = (knowledge: Knowledge): [string, number, number][] => {
  const articles = typicalArticles()
  const times = new Map<string, number[]>()
  const whole: number[] = []
  for (let round = 0; round < 8; round++) {
    for (const article of articles) {
      const started = performance.now()
      let last = started
      articleToVariants(article, knowledge, {
        onStage: stage => {
          const now = performance.now()
          if (round >= 3) times.set(stage, [...(times.get(stage) ?? []), now - last])
          last = performance.now()
        },
      })
      if (round >= 3) whole.push(performance.now() - started)
    }
  }
  const total = median(whole)
  return [...times].map(([stage, values]) => [stage, median(values), median(values) / total])
}
