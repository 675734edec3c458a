/**
 * Store requests that one new article costs, through the real handlers over counted stores.
 */
import { articleToVariants } from '../../core/article-to-variants.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { openLocalCloud } from '../../desk/local-cloud.ts'
import { silentLog, silentMeter } from '../../functions/services.ts'
import { memoryStore } from '../../functions/store/memory-store.ts'
import type { Store } from '../../functions/store/store.ts'
import { fixtureArticles } from '../bench-articles.ts'
import { benchNow } from '../bench-entries.ts'
import type { Figure } from '../figure.ts'

export interface Requests {
  reads: number
  writes: number
  bytesWritten: number
}

/** Publishing is shared by all that came meanwhile; it is measured apart. */
const isPublishing = (key: string): boolean => /^(?:feeds|publishing)\//.test(key)

/** The store, and what is asked of it for an article. */
const countedStore = (store: Store, requests: Requests): Store => ({
  read: key => {
    if (!isPublishing(key)) requests.reads++
    return store.read(key)
  },
  write: (key, bytes, options) => {
    if (!isPublishing(key)) {
      requests.writes++
      requests.bytesWritten += bytes.byteLength
    }
    return store.write(key, bytes, options)
  },
  list: (prefix, next) => store.list(prefix, next),
  delete: key => store.delete(key),
})

/** From upload to documents and index entry. */
export const countRequests = async (knowledge: Knowledge): Promise<Requests> => {
  const sum: Requests = { reads: 0, writes: 0, bytesWritten: 0 }
  const cloud = openLocalCloud({
    inbox: countedStore(memoryStore(), sum),
    content: countedStore(memoryStore(), sum),
    now: () => new Date(benchNow),
    findVariants: article => articleToVariants(article, knowledge),
    settings: {
      baseUrl: 'https://news.example.org',
      feedTitle: 'Bench',
      feedWindowDays: 7,
      isTextPublic: true,
    },
    log: silentLog,
    meter: silentMeter,
  })
  const fixture = fixtureArticles()[0]
  if (!fixture) throw new Error('no fixture to deliver')
  await cloud.deliver('incoming/bench/2031/06/15/one.txt', new TextEncoder().encode(fixture.text))
  const before = { ...sum }
  await cloud.settle()
  return {
    reads: sum.reads - before.reads,
    writes: sum.writes - before.writes,
    bytesWritten: sum.bytesWritten - before.bytesWritten,
  }
}

export const requestFigures = async (knowledge: Knowledge): Promise<Figure[]> => {
  const { reads, writes, bytesWritten } = await countRequests(knowledge)
  return [
    {
      key: 'requests.writes',
      what: 'store writes of a new article',
      value: writes,
      unit: 'requests',
      note: `${Math.round(bytesWritten / 1024)} KB written`,
    },
    {
      key: 'requests.reads',
      what: 'store reads of a new article (publishing aside)',
      value: reads,
      unit: 'requests',
    },
  ]
}
