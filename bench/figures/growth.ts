/**
 * How CPU time grows with the length of the text: the exponent fitted through 1,000 to 100,000 words (1 is linear), the
 * least time of several rounds each.
 */
import { articleToVariants } from '../../core/article-to-variants.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { articleOfWords } from '../bench-articles.ts'
import { cpuMilliseconds } from '../cpu-time.ts'
import type { Figure } from '../figure.ts'

const lengths = [100, 300, 1_000, 3_000, 10_000, 30_000, 100_000]
/** From here on what an article costs whatever its length no longer shows. */
const fittedFrom = 1_000

export const growthFigures = (knowledge: Knowledge): Figure[] => {
  const points = lengths.map(length => {
    const article = articleOfWords(length)
    const rounds = Math.max(3, Math.min(60, Math.floor(60_000 / length)))
    const times = Array.from({ length: rounds }, () => {
      const started = cpuMilliseconds()
      articleToVariants(article, knowledge)
      return cpuMilliseconds() - started
    })
    return { words: article.words, ms: Math.min(...times) }
  })
  const last = points[points.length - 1]
  return [
    {
      key: 'growth.exponent',
      what: 'growth exponent, 1,000 to 100,000 words',
      value: exponentOf(points.filter(({ words }) => words >= fittedFrom)),
      unit: '',
      note: points.map(({ words, ms }) => `${words}: ${ms.toFixed(1)} ms`).join(', '),
    },
    { key: 'growth.longest', what: 'an article of 100,000 words', value: last?.ms ?? Number.NaN, unit: 'ms' },
  ]
}

/** Slope of log time over log words, by least squares. */
const exponentOf = (points: readonly { words: number; ms: number }[]): number => {
  const xs = points.map(({ words }) => Math.log(words))
  const ys = points.map(({ ms }) => Math.log(ms))
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const mx = mean(xs)
  const my = mean(ys)
  const covariance = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? my) - my), 0)
  return covariance / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0)
}
