/**
 * What the pipeline asks of the store, counted while the real handlers run over counted stores: for one new article, and
 * for one rebuild of the feeds after it.
 */
import { articleToVariants } from '../../core/article-to-variants.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { openLocalCloud } from '../../desk/local-cloud.ts'
import { indexKey } from '../../functions/keys.ts'
import { silentLog, silentMeter } from '../../functions/services.ts'
import { memoryStore } from '../../functions/store/memory-store.ts'
import type { Store } from '../../functions/store/store.ts'
import { toJsonBytes } from '../../functions/stored-json.ts'
import { fixtureArticles } from '../bench-articles.ts'
import { benchNow, manyEntries } from '../bench-entries.ts'

export interface Requests {
  reads: number
  writes: number
  lists: number
  kilobytes: number
}

export interface Work {
  readonly article: Requests
  readonly rebuild: Requests
}

/** Articles that are in the index before. */
const articlesBefore = 500

const none = (): Requests => ({ reads: 0, writes: 0, lists: 0, kilobytes: 0 })

export const countWork = async (knowledge: Knowledge): Promise<Work> => {
  const counts = { article: none(), rebuild: none() }
  const of = (key: string): Requests =>
    /^(?:feeds|publishing|index\/[^/]*\/$)/.test(key) ? counts.rebuild : counts.article
  const counted = (store: Store): Store => ({
    read: key => {
      of(key).reads++
      return store.read(key)
    },
    write: (key, bytes, options) => {
      of(key).writes++
      of(key).kilobytes += bytes.byteLength / 1024
      return store.write(key, bytes, options)
    },
    list: (prefix, next) => {
      of(prefix).lists++
      return store.list(prefix, next)
    },
    delete: key => store.delete(key),
  })
  const now = (): Date => new Date(benchNow)
  const content = memoryStore({ now })
  const cloud = openLocalCloud({
    inbox: counted(memoryStore({ now })),
    content: counted(content),
    now,
    findVariants: article => articleToVariants(article, knowledge),
    settings: {
      baseUrl: 'https://news.example.org',
      feedTitle: 'Cost',
      feedWindowDays: 7,
      isTextPublic: true,
    },
    log: silentLog,
    meter: silentMeter,
  })
  for (const entry of manyEntries(articlesBefore, knowledge)) {
    const day = (entry.publishedAt ?? benchNow).slice(0, 10)
    await content.write(indexKey(day, entry.id), toJsonBytes(entry), { contentType: 'application/json' })
  }
  const [first, second] = fixtureArticles()
  if (!first || !second) throw new Error('no fixtures to deliver')
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
  // The first brings all feeds into being; what the second costs is what every further one does.
  await cloud.deliver('incoming/cost/2031/06/15/first.txt', bytes(first.text))
  await cloud.settle()
  for (const requests of Object.values(counts)) Object.assign(requests, none())
  await cloud.deliver('incoming/cost/2031/06/15/second.txt', bytes(second.text))
  await cloud.settle()
  return counts
}
