/**
 * Brings out the articles whose embargo is over. A schedule runs it every minute; the moments stand in the keys, in
 * order, so that it stops at the first that is yet to come.
 */
import { extractArticle } from './extract-article.ts'
import { parseWaitingKey, prefixes } from './keys.ts'
import { listKeys } from './list-keys.ts'
import type { Services } from './services.ts'

export interface Woken {
  readonly articleIds: readonly string[]
}

/** @throws after the last, where one of them failed: it is woken again with the next run, and holds up no other. */
export const wakeArticles = async (services: Services): Promise<Woken> => {
  const articleIds: string[] = []
  const failures: unknown[] = []
  for await (const { key } of listKeys(services.inbox, prefixes.inbox.waiting)) {
    const waiting = parseWaitingKey(key)
    if (waiting === null) continue
    if (Date.parse(waiting.until) > services.now().getTime()) break
    try {
      await extractArticle(services, waiting.id)
      // Last, so that a death in between wakes it again.
      await services.inbox.delete(key)
      articleIds.push(waiting.id)
    } catch (error) {
      services.log.error('could not be woken', { stage: 'wake', articleId: waiting.id, error })
      failures.push(error)
    }
  }
  services.meter.flush()
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} articles could not be woken`)
  return { articleIds }
}
