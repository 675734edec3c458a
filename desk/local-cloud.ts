/**
 * The cloud on this machine: every write to a store becomes the event that S3 would send, and the real handlers are
 * called with it until nothing is left to do.
 *
 *   const cloud = openLocalCloud({ inbox, content, … }); await cloud.deliver('incoming/desk/a.txt', bytes); await cloud.settle()
 *
 * Not here: time-outs, throttling and parallel instances; the simulation (npm run chaos) has those.
 */
import { randomUUID } from 'node:crypto'
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { type Bucket, doors } from '../functions/doors.ts'
import { extractDoor } from '../functions/extract-article.ts'
import { ingestDoor } from '../functions/ingest-delivery.ts'
import { publishDoor } from '../functions/publish-feeds.ts'
import type { Services } from '../functions/services.ts'
import { contentTypeOf } from '../functions/store/content-type.ts'
import type { Store } from '../functions/store/store.ts'
import { wakeArticles } from '../functions/wake-articles.ts'
import { queueEvent, type StoreChange, watchStore } from './store-events.ts'

/** The doors that a stored object opens, in the order in which an article goes through them. */
const queueDoors = ['ingest', 'extract', 'publish'] as const
export type QueueName = (typeof queueDoors)[number]

export interface DeadLetter {
  readonly queue: QueueName
  readonly body: string
}

export interface Settled {
  /** Messages handled, by queue. */
  readonly handled: Readonly<Record<QueueName, number>>
  readonly deadLetters: readonly DeadLetter[]
  /** What the handlers reported while they failed. */
  readonly failures: readonly unknown[]
}

export interface LocalCloud {
  /** Services over the watched stores, for whoever calls the thinking without a queue. */
  readonly services: Services
  /** Puts a delivery into the inbox, as an upload would. */
  deliver(key: string, bytes: Uint8Array, contentType?: string): Promise<void>
  /** Sends the event of a stored object once more. */
  redeliver(bucket: Bucket, key: string): void
  /** Runs the handlers until the named queues (all of them) are empty. */
  settle(names?: readonly QueueName[]): Promise<Settled>
  /** What the schedule does every minute: ends embargoes, lets feeds forget what grew old. */
  tick(): Promise<void>
}

/** As deployed: this many tries, then the dead letters. */
const mostTries = 5
/** Messages that one call takes. Publishing takes many at once: it rebuilds all feeds however many there are. */
const batchSizes: Readonly<Record<QueueName, number>> = { ingest: 10, extract: 10, publish: 1_000 }

interface Message {
  readonly id: string
  readonly body: string
  readonly tries: number
}

export const openLocalCloud = (given: Services): LocalCloud => {
  const queues: Record<QueueName, Message[]> = { ingest: [], extract: [], publish: [] }
  const deadLetters: DeadLetter[] = []
  const failures: unknown[] = []
  const send = (bucket: Bucket, change: StoreChange): void => {
    for (const queue of opened(bucket, change)) {
      queues[queue].push({ id: randomUUID(), body: queueEvent(bucket, change, given.now()), tries: 0 })
    }
  }
  const watch = (bucket: Bucket, store: Store): Store => watchStore(store, change => send(bucket, change))
  const services: Services = {
    ...given,
    inbox: watch('inbox', given.inbox),
    content: watch('content', given.content),
    log: {
      ...given.log,
      error: (message, fields) => {
        if (fields.error !== undefined) failures.push(fields.error)
        given.log.error(message, fields)
      },
    },
  }
  const handlers: Record<QueueName, (event: SQSEvent) => Promise<SQSBatchResponse>> = {
    ingest: ingestDoor(services),
    extract: extractDoor(services),
    publish: publishDoor(services),
  }

  const run = async (queue: QueueName): Promise<number> => {
    const batch = queues[queue].splice(0, batchSizes[queue])
    if (batch.length === 0) return 0
    const { batchItemFailures } = await handlers[queue](toSqsEvent(batch))
    const failed = new Set(batchItemFailures.map(failure => failure.itemIdentifier))
    for (const message of batch.filter(({ id }) => failed.has(id))) {
      if (message.tries + 1 < mostTries) queues[queue].push({ ...message, tries: message.tries + 1 })
      else deadLetters.push({ queue, body: message.body })
    }
    return batch.length
  }

  const settle = async (names: readonly QueueName[] = queueDoors): Promise<Settled> => {
    const handled = { ingest: 0, extract: 0, publish: 0 }
    for (;;) {
      // Upstream first, so that publishing comes once for all that is under way.
      const queue = names.find(name => queues[name].length > 0)
      if (queue === undefined) {
        return { handled, deadLetters: deadLetters.splice(0), failures: failures.splice(0) }
      }
      handled[queue] += await run(queue)
    }
  }

  return {
    services,
    settle,
    redeliver: (bucket, key) => send(bucket, { key, kind: 'created' }),
    deliver: async (key, bytes, contentType = contentTypeOf(key)) => {
      await services.inbox.write(key, bytes, { contentType })
    },
    tick: async () => {
      await wakeArticles(services)
      await handlers.publish({ Records: [] })
    },
  }
}

const opened = (bucket: Bucket, { key, kind }: StoreChange): QueueName[] =>
  queueDoors.filter(name => {
    const { opens } = doors[name]
    const isOurs = opens.bucket === bucket && opens.prefixes.some(prefix => key.startsWith(prefix))
    return isOurs && (kind === 'created' || opens.isForDeleted)
  })

const toSqsEvent = (messages: readonly Message[]): SQSEvent => ({
  Records: messages.map(({ id, body, tries }) => ({
    messageId: id,
    receiptHandle: id,
    body,
    attributes: {
      ApproximateReceiveCount: String(tries + 1),
      SentTimestamp: '0',
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: '0',
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:local:000000000000:copydesk',
    awsRegion: 'local',
  })),
})
