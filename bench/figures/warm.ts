/**
 * All variants of a typical article, warm, beside compromise doing only sentences, places and quotations on the same
 * articles in the same run. Both are measured in CPU time, which other work on the machine lengthens less than the wall's.
 */
import nlp from 'compromise'
import { Bench } from 'tinybench'
import { articleToVariants } from '../../core/article-to-variants.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { type BenchArticle, typicalArticles } from '../bench-articles.ts'
import { cpuMilliseconds } from '../cpu-time.ts'
import { type Figure, median } from '../figure.ts'

export const warmFigures = async (knowledge: Knowledge): Promise<Figure[]> => {
  const articles = typicalArticles()
  const turn = inTurns(articles)
  const bench = new Bench({ time: 5_000, warmupTime: 5_000, now: cpuMilliseconds })
  bench.add('copydesk', () => {
    articleToVariants(turn(), knowledge)
  })
  const peerTurn = inTurns(articles)
  bench.add('compromise', () => {
    const doc = nlp(peerTurn().text)
    doc.sentences().out('array')
    doc.places().out('array')
    doc.quotations().out('array')
  })
  await bench.run()
  const ours = latencyOf(bench, 'copydesk')
  const peer = latencyOf(bench, 'compromise')
  const words = median(articles.map(article => article.words))
  return [
    {
      key: 'warm.median',
      what: 'all variants of an article, median',
      value: ours.p50,
      unit: 'ms',
      note: `${articles.length} articles, median ${words} words`,
    },
    { key: 'warm.p95', what: 'all variants of an article, p95', value: ours.p95, unit: 'ms' },
    {
      key: 'warm.wordsPerSecond',
      what: 'words a second, one thread',
      value: Math.round(words / (ours.mean / 1000)),
      unit: 'words/s',
    },
    {
      key: 'warm.compromise',
      what: 'compromise: sentences, places, quotations',
      value: peer.p50,
      unit: 'ms',
    },
    {
      key: 'warm.timesFaster',
      what: 'times faster than compromise',
      value: peer.p50 / ours.p50,
      unit: 'times',
    },
  ]
}

const inTurns = (articles: readonly BenchArticle[]): (() => BenchArticle) => {
  let at = 0
  return () => {
    const article = articles[at++ % articles.length]
    if (!article) throw new Error('no articles to measure on')
    return article
  }
}

const latencyOf = (bench: Bench, name: string): { p50: number; p95: number; mean: number } => {
  const result = bench.getTask(name)?.result
  if (!result || !('latency' in result))
    throw new Error(`${name} was not measured: ${JSON.stringify(result)}`)
  const { p50, p75, p99, mean } = result.latency
  return { p50: p50 ?? mean, p95: ((p75 ?? mean) + (p99 ?? mean)) / 2, mean }
}
