/**
 * Calls the articles whose embargo is over. A schedule runs it every minute; the moments stand in the keys, in order,
 * so that it stops at the first that is yet to come.
 *
 * It does not read them itself: it writes awake/{id}.json, and that opens extract as any stored object does, with a
 * queue, repeats and dead letters behind it.
 */
import { awakeKey, parseWaitingKey, prefixes } from './keys.ts'
import { listKeys } from './list-keys.ts'
import type { Services } from './services.ts'
import { toJsonBytes } from './stored-json.ts'

export interface Woken {
  readonly articleIds: readonly string[]
}

type WakeServices = Pick<Services, 'inbox' | 'now' | 'log' | 'meter'>

export const wakeArticles = async ({ inbox, now, log, meter }: WakeServices): Promise<Woken> => {
  const articleIds: string[] = []
  for await (const { key } of listKeys(inbox, prefixes.inbox.waiting)) {
    const waiting = parseWaitingKey(key)
    if (waiting === null) continue
    if (Date.parse(waiting.until) > now().getTime()) break
    await inbox.write(awakeKey(waiting.id), toJsonBytes({ articleId: waiting.id, until: waiting.until }), {
      contentType: 'application/json; charset=utf-8',
    })
    // Last, so that a death in between calls it again.
    await inbox.delete(key)
    log.info('woken', { stage: 'wake', articleId: waiting.id, until: waiting.until })
    articleIds.push(waiting.id)
  }
  meter.flush()
  return { articleIds }
}
