/**
 * A delivery in the inbox to a validated Article, or to the list of what is wrong with it. Bad content is not an
 * exception: it is put on record under rejected/ and the next one goes on. Only the world makes this throw.
 *
 *   incoming/wire/2026/11/23/a1.html -> articles/{id}.json, or rejected/wire/2026/11/23/a1.html.json
 */
import { Article, type ArticleStatus, schemaVersion } from '../content-schema/article.ts'
import { mostIncomingBytes, mostProblems } from '../content-schema/bounds.ts'
import type { Problem } from '../content-schema/problem.ts'
import { compareRevisions } from './compare-revisions.ts'
import { articleKey, type Delivery, parseIncomingKey, rejectedKey } from './keys.ts'
import { type QueueHandler, queueDoor } from './queue-door.ts'
import { readStoredDelivery } from './read-stored-delivery.ts'
import { type Services, writerOf } from './services.ts'
import type { StoredObject } from './store/store.ts'
import type { StoredEvent } from './stored-events.ts'
import { parseStoredJson, toJsonBytes } from './stored-json.ts'

export type Ingested =
  | { readonly kind: 'accepted' | 'same' | 'older'; readonly articleId: string }
  | { readonly kind: 'rejected'; readonly key: string; readonly problems: readonly Problem[] }
  | { readonly kind: 'ignored' }

type IngestServices = Pick<Services, 'inbox' | 'deliveries' | 'log' | 'meter' | 'replaceIfNewer'>

export const ingestDoor = (services: IngestServices): QueueHandler =>
  queueDoor('ingest', services, async event => {
    await ingestDelivery(services, event)
  })

export const ingestDelivery = async (services: IngestServices, event: StoredEvent): Promise<Ingested> => {
  const delivery = parseIncomingKey(event.key)
  if (event.kind === 'deleted' || delivery === null) return { kind: 'ignored' }
  if ((event.size ?? 0) > mostIncomingBytes) {
    return reject(services, event.key, { size: event.size ?? 0, receivedAt: event.at }, [
      tooLarge(event.size ?? 0),
    ])
  }
  const stored = await services.inbox.read(event.key)
  // Taken away again before we came to it.
  if (stored === null) return { kind: 'ignored' }
  return ingestStored(services, stored, delivery)
}

const ingestStored = async (
  services: IngestServices,
  stored: StoredObject,
  delivery: Delivery,
): Promise<Ingested> => {
  const about = { size: stored.bytes.length, receivedAt: stored.lastModified }
  if (stored.bytes.length > mostIncomingBytes) {
    return reject(services, stored.key, about, [tooLarge(stored.bytes.length)])
  }
  const hints = { ...delivery, receivedAt: stored.lastModified, contentType: stored.contentType }
  const outcomes = await readStoredDelivery(stored.bytes, hints, services.deliveries)
  const problems: Problem[] = []
  let last: Ingested = { kind: 'ignored' }
  // A feed or a push to git may bring several articles; one that is wrong does not keep the others out.
  for (const outcome of outcomes) {
    if (outcome.kind === 'ignored') noteIgnored(services, stored.key, outcome.reason)
    else if (!outcome.result.ok) problems.push(...outcome.result.problems)
    else last = await accept(services, outcome.result.article, outcome.result.warnings)
  }
  return problems.length > 0 ? reject(services, stored.key, about, problems) : last
}

/** A draft, an event about a picture: right as it is, and no article. */
const noteIgnored = ({ log, meter }: IngestServices, key: string, reason: string): void => {
  meter.count('DeliveriesIgnored')
  log.info('ignored', { stage: 'ingest', key, outcome: 'ignored', reason })
}

const accept = async (
  services: IngestServices,
  article: Article,
  warnings: readonly Problem[],
): Promise<Ingested> => {
  const { inbox, log, meter } = services
  const { kind } = await writerOf(services)(inbox, articleKey(article.id), {
    compare: current => compareArticles(article, current),
    document: () => ({ bytes: toJsonBytes(article), contentType: 'application/json; charset=utf-8' }),
  })
  meter.count(kind === 'older' ? 'DeliveriesOlder' : 'DeliveriesAccepted')
  log.info('ingested', {
    stage: 'ingest',
    articleId: article.id,
    source: article.source,
    outcome: kind,
    warnings: warnings.map(({ code, path }) => ({ code, path })),
  })
  return { kind: kind === 'written' ? 'accepted' : kind, articleId: article.id }
}

/** Of the same state told twice, the graver status stands: a repeated delivery does not bring back what was canceled. */
const gravity: Readonly<Record<ArticleStatus, number>> = { usable: 0, withheld: 1, canceled: 2 }

const compareArticles = (ours: Article, current: StoredObject): number => {
  const theirs = parseStoredJson(Article, current)
  if (theirs === null) return 1
  return compareRevisions(ours.revision, theirs.revision) || gravity[ours.status] - gravity[theirs.status]
}

const tooLarge = (bytes: number): Problem => ({
  code: 'too-large',
  path: '',
  message: `the delivery has ${bytes} bytes; at most ${mostIncomingBytes} are read. Send the article alone, without pictures in it.`,
})

const reject = async (
  services: IngestServices,
  key: string,
  about: { readonly size: number; readonly receivedAt: string },
  problems: readonly Problem[],
): Promise<Ingested> => {
  const { inbox, log, meter } = services
  const rejection = {
    schemaVersion,
    delivery: { key, ...about },
    problems: problems.slice(0, mostProblems),
    moreProblems: Math.max(0, problems.length - mostProblems),
  }
  await writerOf(services)(inbox, rejectedKey(key), {
    // The same key may be used for a later delivery; the record is of the latest.
    compare: () => 0,
    document: () => ({ bytes: toJsonBytes(rejection), contentType: 'application/json; charset=utf-8' }),
  })
  meter.count('DeliveriesRejected')
  log.warn('rejected', { stage: 'ingest', key, problems: problems.map(({ code, path }) => ({ code, path })) })
  return { kind: 'rejected', key: rejectedKey(key), problems }
}
