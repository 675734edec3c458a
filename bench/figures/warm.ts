/**
 * All variants of a typical article, warm, beside compromise doing only sentences, places and quotations on the same
 * articles in the same run. Both are measured in CPU time, which other work on the machine lengthens less than the wall's,
 * in turns; the round that was least disturbed counts.
 */
import { Bench } from 'tinybench'
import { articleToVariants } from '../../core/article-to-variants.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { type BenchArticle, typicalArticles } from '../bench-articles.ts'
import { cpuMilliseconds } from '../cpu-time.ts'
import { type Figure, median, quantile } from '../figure.ts'

const rounds = 3
const roundMs = 2_500
/** Long enough for V8 to have optimised both. */
const warmupMs = 4_000

export const warmFigures = async (knowledge: Knowledge): Promise<Figure[]> => {
  // Loaded here alone, so that it takes no memory where that is measured.
  const { default: nlp } = await import('compromise')
  const articles = typicalArticles()
  const turn = inTurns(articles)
  const peerTurn = inTurns(articles)
  const ours: number[][] = []
  const peers: number[][] = []
  for (let round = 0; round < rounds; round++) {
    const bench = new Bench({
      time: roundMs,
      warmupTime: round === 0 ? warmupMs : 0,
      now: cpuMilliseconds,
      retainSamples: true,
    })
    bench.add('copydesk', () => {
      articleToVariants(turn(), knowledge)
    })
    bench.add('compromise', () => {
      const doc = nlp(peerTurn().text)
      doc.sentences().out('array')
      doc.places().out('array')
      doc.quotations().out('array')
    })
    await bench.run()
    ours.push(samplesOf(bench, 'copydesk'))
    peers.push(samplesOf(bench, 'compromise'))
  }
  return toFigures(articles, leastDisturbed(ours), leastDisturbed(peers))
}

const toFigures = (
  articles: readonly BenchArticle[],
  ours: readonly number[],
  peer: readonly number[],
): Figure[] => {
  const words = median(articles.map(article => article.words))
  const mean = ours.reduce((sum, ms) => sum + ms, 0) / ours.length
  return [
    {
      key: 'warm.median',
      what: 'all variants of an article, median',
      value: median(ours),
      unit: 'ms',
      note: `${articles.length} articles, median ${words} words`,
    },
    { key: 'warm.p95', what: 'all variants of an article, p95', value: quantile(ours, 0.95), unit: 'ms' },
    {
      key: 'warm.wordsPerSecond',
      what: 'words a second, one thread',
      value: Math.round(words / (mean / 1000)),
      unit: 'words/s',
    },
    {
      key: 'warm.compromise',
      what: 'compromise: sentences, places, quotations',
      value: median(peer),
      unit: 'ms',
    },
    {
      key: 'warm.timesFaster',
      what: 'times faster than compromise',
      value: median(peer) / median(ours),
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

const samplesOf = (bench: Bench, name: string): number[] => {
  const result = bench.getTask(name)?.result
  if (!result || !('latency' in result) || result.latency.samples === undefined)
    throw new Error(`${name} was not measured: ${JSON.stringify(result)}`)
  return [...result.latency.samples]
}

const leastDisturbed = (rounds: readonly number[][]): number[] =>
  rounds.reduce((best, round) => (median(round) < median(best) ? round : best), rounds[0] ?? [])
