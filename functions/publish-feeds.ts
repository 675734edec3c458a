/**
 * All feeds, rebuilt from the index; never patched, so that any number may publish at once and the last one is right.
 *
 * Feeds that have not changed are not written, so that their entity tags stay. A feed that is no longer among them (a
 * country whose only article was taken back) is taken away.
 */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { FeedEntry } from '../content-schema/feed.ts'
import { type FeedFile, variantsToFeed } from '../core/feeds/variants-to-feed.ts'
import { inParallel } from './in-parallel.ts'
import { prefixes } from './keys.ts'
import { listKeys } from './list-keys.ts'
import { readTurn, takeTurn } from './publishing-turn.ts'
import { storedTypeOf } from './served-types.ts'
import { type Services, writerOf } from './services.ts'
import { etagOf } from './store/etag.ts'
import { parseStoredEvents } from './stored-events.ts'
import { parseStoredJson } from './stored-json.ts'

export interface Published {
  readonly entries: number
  readonly feeds: number
  readonly written: number
  readonly deleted: number
  readonly rounds: number
}

/** A queue's batch, or the clock: feeds change as days pass, too. */
export type PublishHandler = (event: SQSEvent | { readonly Records?: never }) => Promise<SQSBatchResponse>

/** Requests to the store at the same time. */
const mostAtOnce = 32
/** Publishers are few (the deployment allows two at once); more rounds than this means that something is wrong. */
const mostRounds = 8
const dayMs = 86_400_000

export const publishDoor = (services: Services): PublishHandler => {
  const entriesByTag: EntryCache = new Map()
  return async event => {
    const records = event.Records ?? []
    const unreadable = records.filter(record => !isReadable(record.body)).map(({ messageId }) => messageId)
    const isForNothing = records.length > 0 && unreadable.length === records.length
    try {
      if (!isForNothing) await publishFeeds(services, entriesByTag)
      return { batchItemFailures: unreadable.map(itemIdentifier => ({ itemIdentifier })) }
    } catch (error) {
      services.log.error('publish failed; the messages come again', { stage: 'publish', error })
      // The clock has no message to send again: it calls anyway.
      if (records.length === 0) throw error
      return { batchItemFailures: records.map(({ messageId }) => ({ itemIdentifier: messageId })) }
    } finally {
      services.meter.flush()
    }
  }
}

const isReadable = (body: string): boolean => {
  try {
    parseStoredEvents(body)
    return true
  } catch {
    return false
  }
}

/** Entries by key, kept from one call to the next: most of the index is as it was. */
type EntryCache = Map<string, { readonly etag: string; readonly entry: FeedEntry | null }>

export const publishFeeds = async (services: Services, cache: EntryCache = new Map()): Promise<Published> => {
  const started = performance.now()
  let [written, deleted] = [0, 0]
  for (let rounds = 1; rounds <= mostRounds; rounds++) {
    const round = await publishOnce(services, cache)
    written += round.written
    deleted += round.deleted
    if (round.isSettled) {
      const { entries, feeds } = round
      const ms = performance.now() - started
      services.log.info('published', {
        stage: 'publish',
        entries,
        feeds,
        written,
        deleted,
        rounds,
        ms: Math.round(ms),
      })
      services.meter.count('FeedsPublished')
      services.meter.count('FeedsWritten', written)
      services.meter.milliseconds('PublishMilliseconds', ms)
      return { entries, feeds, written, deleted, rounds }
    }
  }
  throw new Error(`other publishers got in between ${mostRounds} times in a row`)
}

interface Round extends Omit<Published, 'rounds'> {
  /** Whether what lies under feeds/ now is this round's or a later turn's. */
  readonly isSettled: boolean
}

const publishOnce = async (services: Services, cache: EntryCache): Promise<Round> => {
  const { content, settings, now } = services
  const { turn, seen } = await takeTurn(content, now, async () => ({
    stored: await tagsUnder(content, prefixes.content.feeds),
    indexed: await indexedKeys(services),
  }))
  const entries = await readEntries(services, seen.indexed, cache)
  const feeds = variantsToFeed(entries, {
    title: settings.feedTitle,
    baseUrl: settings.baseUrl,
    now: now().toISOString(),
  })
  const kinds = await inParallel(feeds, mostAtOnce, feed => writeFeed(services, feed, seen.stored))
  const wanted = new Set(feeds.map(feed => feed.key))
  const leftover = [...seen.stored.keys()].filter(key => !wanted.has(key))
  await inParallel(leftover, mostAtOnce, key => content.delete(key))
  const written = kinds.filter(kind => kind === 'written').length
  const hasTouched = written > 0 || leftover.length > 0
  const isOvertaken = kinds.includes('older') || (hasTouched && (await readTurn(content)) !== turn)
  return {
    entries: entries.length,
    feeds: feeds.length,
    written,
    deleted: leftover.length,
    isSettled: !isOvertaken,
  }
}

const writeFeed = async (
  services: Services,
  { key, body, contentType, cacheControl }: FeedFile,
  stored: ReadonlyMap<string, string>,
): Promise<'written' | 'same' | 'older'> => {
  const bytes = new TextEncoder().encode(body)
  // Holds wherever tags are hashes of the content; elsewhere the comparison of bytes decides.
  if (stored.get(key) === etagOf(bytes)) return 'same'
  const { kind } = await writerOf(services)(services.content, key, {
    // Written by somebody else since we looked: theirs may be the later turn.
    compare: current => (current.etag === stored.get(key) ? 1 : -1),
    document: () => ({ bytes, contentType: storedTypeOf(contentType), cacheControl }),
  })
  return kind
}

const tagsUnder = async (store: Services['content'], prefix: string): Promise<Map<string, string>> => {
  const tags = new Map<string, string>()
  for await (const { key, etag } of listKeys(store, prefix)) tags.set(key, etag)
  return tags
}

/** The keys of the index within the window, to the end of tomorrow: somewhere it is tomorrow already. */
const indexedKeys = async ({ content, settings, now }: Services): Promise<Map<string, string>> => {
  if (settings.feedWindowDays === null) return tagsUnder(content, prefixes.content.index)
  const days = Array.from({ length: settings.feedWindowDays + 1 }, (_, ago) =>
    new Date(now().getTime() + (1 - ago) * dayMs).toISOString().slice(0, 10),
  )
  const pages = await inParallel(days, mostAtOnce, day =>
    tagsUnder(content, `${prefixes.content.index}${day}/`),
  )
  return new Map(pages.flatMap(page => [...page]))
}

const readEntries = async (
  { content, log }: Services,
  indexed: ReadonlyMap<string, string>,
  cache: EntryCache,
): Promise<FeedEntry[]> => {
  for (const key of cache.keys()) if (!indexed.has(key)) cache.delete(key)
  const entries = await inParallel([...indexed], mostAtOnce, async ([key, etag]) => {
    const known = cache.get(key)
    if (known?.etag === etag) return known.entry
    const stored = await content.read(key)
    const entry = parseStoredJson(FeedEntry, stored)
    // One entry of a shape we cannot read must not stop all feeds.
    if (stored !== null && entry === null)
      log.error('unreadable index entry left out', { stage: 'publish', key })
    if (stored !== null) cache.set(key, { etag: stored.etag, entry })
    return entry
  })
  return entries.filter(entry => entry !== null)
}
