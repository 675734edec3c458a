/**
 * Resident memory of a process that reads article after article: at the end, beside that after a quarter of them.
 */
import { articleToVariants } from '../../core/article-to-variants.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { typicalArticles } from '../bench-articles.ts'
import type { Figure } from '../figure.ts'

const count = 10_000

export const memoryFigures = (knowledge: Knowledge): Figure[] => {
  const articles = typicalArticles()
  let early = 0
  for (let i = 0; i < count; i++) {
    const article = articles[i % articles.length]
    if (article) articleToVariants(article, knowledge)
    if (i === Math.floor(count / 4)) early = process.memoryUsage().rss
  }
  const late = process.memoryUsage().rss
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
