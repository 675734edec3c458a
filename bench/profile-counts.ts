/**
 * How often an article calls the functions that its time goes into: counted by V8 itself, so nothing in core/ counts and
 * no machine is faster or slower at it.
 */
import { Session } from 'node:inspector'
import { articleToVariants } from '../core/article-to-variants.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { BenchArticle } from './bench-articles.ts'

/** What it counts: its name in a figure's key, in words, and the function's name in the bundle. */
const counted = [
  ['sentencesParsed', 'sentences parsed', 'parseWords'],
  ['movesScored', 'moves of the parser scored by features', 'moveFeatures'],
  ['relationsScored', 'relations scored by features', 'labelFeatures'],
  ['wordsTagged', 'words tagged by features', 'tagFeatures'],
  ['namesScored', 'words scored by the weights of names', 'writeScores'],
  ['recordsCompared', 'records of the gazetteer compared', 'isNamed'],
] as const

export interface CallCount {
  readonly key: string
  readonly what: string
  /** Calls an article, the mean. */
  readonly calls: number
}

/** @throws where a function goes by another name now. */
export const profileCounts = (knowledge: Knowledge, articles: readonly BenchArticle[]): CallCount[] => {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  for (const article of articles) articleToVariants(article, knowledge)
  const calls = new Map<string, number[]>()
  session.post('Profiler.takePreciseCoverage', (error, coverage) => {
    if (error) throw error
    const bundle = coverage.result.find(({ url }) => url === import.meta.url)
    for (const { functionName, ranges } of bundle?.functions ?? []) {
      const before = calls.get(functionName) ?? []
      calls.set(functionName, [...before, ranges[0]?.count ?? 0])
    }
  })
  session.disconnect()
  return counted.map(([key, what, name]) => {
    const [count, ...others] = calls.get(name) ?? []
    if (count === undefined || others.length > 0)
      throw new Error(
        `bench: ${others.length > 0 ? 'several functions are' : 'no function is'} called ${name}`,
      )
    return { key, what, calls: count / articles.length }
  })
}
