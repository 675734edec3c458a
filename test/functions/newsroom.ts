/**
 * A newsroom for tests: memory stores, a clock that is told the time, a thinking of a few lines, and the local cloud
 * around the real handlers.
 */
import type { Article } from '../../content-schema/article.ts'
import type { Variants } from '../../content-schema/variants.ts'
import { openLocalCloud } from '../../desk/local-cloud.ts'
import type { LogFields, Services } from '../../functions/services.ts'
import { memoryStore } from '../../functions/store/memory-store.ts'
import type { Store } from '../../functions/store/store.ts'
import { lightVariants } from './light-variants.ts'

export const noon = '2031-03-04T12:00:00.000Z'

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly message: string
  readonly fields: LogFields
}

export interface NewsroomOptions {
  readonly inbox?: Store
  readonly content?: Store
  readonly findVariants?: (article: Article) => Variants
  readonly feedWindowDays?: number | null
}

export const openNewsroom = (options: NewsroomOptions = {}) => {
  let time = noon
  const log: LogLine[] = []
  const counts = new Map<string, number>()
  const now = (): Date => new Date(time)
  const write = (level: LogLine['level']) => (message: string, fields: LogFields) => {
    log.push({ level, message, fields })
  }
  const services: Services = {
    inbox: options.inbox ?? memoryStore({ now }),
    content: options.content ?? memoryStore({ now }),
    now,
    findVariants: options.findVariants ?? lightVariants,
    settings: {
      baseUrl: 'https://news.example.org',
      feedTitle: 'The Harbour Gazette',
      feedWindowDays: options.feedWindowDays === undefined ? 7 : options.feedWindowDays,
      isTextPublic: true,
    },
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    meter: {
      count: (metric, count = 1) => counts.set(metric, (counts.get(metric) ?? 0) + count),
      milliseconds: () => {},
      flush: () => {},
    },
  }
  const cloud = openLocalCloud(services)
  const json = async (store: Store, key: string): Promise<unknown> => {
    const stored = await store.read(key)
    return stored === null ? null : JSON.parse(new TextDecoder().decode(stored.bytes))
  }
  return {
    services: cloud.services,
    cloud,
    log,
    counts,
    setTime: (moment: string): void => {
      time = moment
    },
    deliver: (key: string, text: string): Promise<void> => cloud.deliver(key, new TextEncoder().encode(text)),
    inboxJson: (key: string) => json(services.inbox, key),
    contentJson: (key: string) => json(services.content, key),
    keys: async (store: Store, prefix: string): Promise<string[]> =>
      (await store.list(prefix)).keys.map(({ key }) => key),
  }
}
