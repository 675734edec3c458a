/**
 * Kilobytes that an article's stages allocate, and whatever else it costs memory: V8 samples an allocation every so many
 * bytes, those that are collected again among them. A count, near enough: it hardly depends on the machine.
 */
import { Session } from 'node:inspector'
import { articleToVariants } from '../core/article-to-variants.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { BenchArticle } from './bench-articles.ts'

/** What each stage of core/article-to-variants.ts calls. */
const stageOf: Readonly<Record<string, string>> = {
  openReading: 'reading',
  tagNames: 'tags',
  findNames: 'names',
  mendNames: 'names',
  findPlaces: 'places',
  apartFromPlaces: 'places',
  findQuotes: 'quotes',
  summarise: 'summary',
}
const samplingInterval = 4_096
/** Articles read before it counts: then what V8 allocates to optimise is done. */
const fewestReadBefore = 200

interface ProfileNode {
  readonly callFrame: { readonly functionName: string }
  readonly selfSize: number
  readonly children: readonly ProfileNode[]
}

/** Rows of [stage, kilobytes an article]. */
export const profileAllocations = (
  knowledge: Knowledge,
  articles: readonly BenchArticle[],
): [string, number][] => {
  const readAll = (): void => {
    for (const article of articles) articleToVariants(article, knowledge)
  }
  for (let read = 0; read < fewestReadBefore; read += articles.length) readAll()
  const session = new Session()
  session.connect()
  session.post('HeapProfiler.startSampling', {
    samplingInterval,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  })
  readAll()
  const bytes = new Map<string, number>([...new Set(Object.values(stageOf))].map(stage => [stage, 0]))
  session.post('HeapProfiler.stopSampling', (error, { profile }) => {
    if (error) throw error
    addUp(profile.head, 'other', bytes)
  })
  session.disconnect()
  return [...bytes].map(([stage, sum]) => [stage, sum / 1024 / articles.length])
}

const addUp = (node: ProfileNode, stage: string, bytes: Map<string, number>): void => {
  const here = stageOf[node.callFrame.functionName] ?? stage
  bytes.set(here, (bytes.get(here) ?? 0) + node.selfSize)
  for (const child of node.children) addUp(child, here, bytes)
}
