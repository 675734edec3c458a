/**
 * The storm: deliveries, queues, handlers and a failing store, all moved by one source of chance. Handlers are the
 * real ones. With one lane over a memory store the same seed gives the same run, operation by operation.
 *
 * Longer than files are here: it is one machine, whose parts draw their chance in one order.
 *
 * What it breaks: messages are repeated, reordered and handled by several instances at once; operations are refused,
 * fail though they were done, lose their answer; handlers die between any two operations; messages that failed too
 * often go to the dead letters.
 */
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda'
import { queueEvent, type StoreChange, watchStore } from '../../desk/store-events.ts'
import { type Bucket, doors } from '../../functions/doors.ts'
import { extractDoor } from '../../functions/extract-article.ts'
import { ingestDoor } from '../../functions/ingest-delivery.ts'
import { publishDoor } from '../../functions/publish-feeds.ts'
import type { Services } from '../../functions/services.ts'
import type { Store } from '../../functions/store/store.ts'
import { wakeArticles } from '../../functions/wake-articles.ts'
import { sqsEvent } from '../functions/queue-messages.ts'
import { conflict, type Faults, noFaults, type Waiting, waitingStore } from './faulty-store.ts'
import { type Plan, stormBegins, stormEnds } from './plan.ts'
import { type Random, randomFrom } from './random.ts'
import {
  noCounts,
  type QueueName,
  queueNames,
  rarePublishing,
  type StormCounts,
  type StormOptions,
  stormServices,
} from './storm-options.ts'

interface Message {
  readonly body: string
  readonly tries: number
}

/** A running function: one call at a time, its memory kept from call to call, gone when it is killed. */
interface Instance {
  readonly queue: QueueName
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>
  readonly waiting: Waiting[]
  call: Call | null
}

interface Call {
  readonly name: string
  readonly messages: readonly Message[]
}

const mostTries = 5
const mostInstances: Readonly<Record<QueueName, number>> = { ingest: 4, extract: 6, publish: 2 }
const mostMessages: Readonly<Record<QueueName, number>> = { ingest: 10, extract: 10, publish: 1_000 }
/** Messages that come once more though they were handled. */
const repeatShare = 0.02
/** A new upload beside a step of what is under way: enough to keep several handlers busy. */
const deliverShare = 0.25
const startShare = 0.1

export const runStorm = async (plan: Plan, options: StormOptions): Promise<StormCounts> => {
  const storm = new Storm(plan, options)
  await storm.run()
  return storm.counts
}

class Storm {
  readonly counts: StormCounts = noCounts()
  private readonly random: Random
  private readonly queues: Record<QueueName, Message[]> = { ingest: [], extract: [], publish: [] }
  private readonly deadLetters: { readonly queue: QueueName; readonly body: string }[] = []
  private readonly instances: Instance[] = []
  private readonly stores: Record<Bucket, Store>
  private faults: Readonly<Record<QueueName, Faults>>
  private time = Date.parse(stormBegins)
  private delivered = 0

  private readonly plan: Plan
  private readonly options: StormOptions

  constructor(plan: Plan, options: StormOptions) {
    this.plan = plan
    this.options = options
    this.random = randomFrom(plan.seed ^ 0x5eed)
    this.faults = options.faults
    this.stores = { inbox: this.watched('inbox'), content: this.watched('content') }
  }

  async run(): Promise<void> {
    await this.untilQuiet()
    // Embargoes end; the schedule would call by the minute.
    this.time = Date.parse(stormEnds)
    await wakeArticles({ ...this.services(this.stores.inbox, this.stores.content) })
    await this.untilQuiet()
    // A person looks at the dead letters when the trouble is over, and sends them again.
    this.faults = { ingest: noFaults, extract: noFaults, publish: noFaults }
    while (this.deadLetters.length > 0) {
      for (const { queue, body } of this.deadLetters.splice(0)) {
        this.counts.redriven++
        this.queues[queue].push({ body, tries: 0 })
      }
      await this.untilQuiet()
    }
  }

  private async untilQuiet(): Promise<void> {
    const lanes = Array.from({ length: this.options.lanes ?? 1 }, async () => {
      while (await this.step()) await settled()
    })
    await Promise.all(lanes)
    if (this.isBusy()) await this.untilQuiet()
  }

  private isBusy(): boolean {
    return (
      this.delivered < this.plan.deliveries.length ||
      this.instances.some(instance => instance.call !== null) ||
      queueNames.some(name => this.queues[name].length > 0)
    )
  }

  /** One thing happens. False when nothing is left that could. */
  private async step(): Promise<boolean> {
    const waiting = this.instances.filter(instance => instance.waiting.length > 0)
    const isIdle = waiting.length === 0
    if (this.delivered < this.plan.deliveries.length && (isIdle || this.random.chance(deliverShare))) {
      await this.deliver()
      return true
    }
    if (isIdle || this.random.chance(startShare)) {
      if (this.start(isIdle)) return true
    }
    if (isIdle)
      return this.instances.some(instance => instance.call !== null) && (this.options.lanes ?? 1) > 1
    await this.letThrough(this.random.choose(waiting))
    return true
  }

  private async deliver(): Promise<void> {
    const delivery = this.plan.deliveries[this.delivered++]
    if (!delivery) return
    this.counts.deliveries++
    // Twelve hours hold the whole storm.
    this.time += Math.floor(
      (Date.parse(stormEnds) - Date.parse(stormBegins)) / (this.plan.deliveries.length + 1),
    )
    this.note(`delivery ${delivery.key} ${delivery.article?.revision.updatedAt ?? 'unreadable'}`)
    await this.stores.inbox.write(delivery.key, new TextEncoder().encode(delivery.text), {
      contentType: delivery.article ? 'application/json' : 'text/plain',
    })
    if (this.random.chance(0.02)) await wakeArticles(this.services(this.stores.inbox, this.stores.content))
  }

  /** Calls a function with a batch, if there is one to call with. */
  private start(isIdle: boolean): boolean {
    const ready = queueNames.filter(name => this.queues[name].length > 0 && this.hasRoom(name))
    const isPublishDue =
      (isIdle && ready.length === 1) || this.random.chance(this.options.publishShare ?? rarePublishing)
    const names = ready.filter(name => name !== 'publish' || isPublishDue)
    if (names.length === 0) return false
    const name = this.random.choose(names)
    const instance = this.freeInstance(name)
    const count = 1 + this.random.below(mostMessages[name])
    const messages = takeAtRandom(this.queues[name], count, this.random)
    const call: Call = { name: `${name}#${++this.counts.calls}`, messages }
    this.counts.messages += messages.length
    instance.call = call
    this.note(`${call.name} begins with ${messages.length} messages`)
    void this.finish(instance, call, instance.handler(sqsEvent(...messages.map(({ body }) => body))))
    return true
  }

  private hasRoom(name: QueueName): boolean {
    return (
      this.instances.filter(({ queue, call }) => queue === name && call !== null).length < mostInstances[name]
    )
  }

  private freeInstance(name: QueueName): Instance {
    const free = this.instances.find(({ queue, call }) => queue === name && call === null)
    if (free) return free
    const waiting: Waiting[] = []
    const enqueue = (operation: Waiting): void => {
      waiting.push(operation)
    }
    const services = this.services(
      waitingStore(this.stores.inbox, 'inbox', enqueue),
      waitingStore(this.stores.content, 'content', enqueue),
    )
    const open = { ingest: ingestDoor, extract: extractDoor, publish: publishDoor }[name]
    const instance: Instance = { queue: name, handler: open(services), waiting, call: null }
    this.instances.push(instance)
    return instance
  }

  private services(inbox: Store, content: Store): Services {
    const { replaceIfNewer } = this.options
    const services = stormServices(inbox, content, () => new Date(this.time))
    return replaceIfNewer ? { ...services, replaceIfNewer } : services
  }

  private async finish(instance: Instance, call: Call, answer: Promise<SQSBatchResponse>): Promise<void> {
    const { batchItemFailures } = await answer
    if (instance.call !== call) return
    instance.call = null
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    this.note(`${call.name} ends, ${failed.size} failed`)
    call.messages.forEach((message, at) => {
      if (failed.has(`m${at}`)) this.giveBack(instance.queue, message)
      else if (this.random.chance(repeatShare)) {
        this.counts.repeated++
        this.queues[instance.queue].push(message)
      }
    })
  }

  private giveBack(queue: QueueName, { body, tries }: Message): void {
    this.counts.failedMessages++
    if (tries + 1 < mostTries) {
      this.queues[queue].push({ body, tries: tries + 1 })
    } else {
      this.counts.deadLettered++
      this.deadLetters.push({ queue, body })
    }
  }

  /** Lets one of the instance's operations through, with whatever chance has in store for it. */
  private async letThrough(instance: Instance): Promise<void> {
    const [operation] = instance.waiting.splice(this.random.below(instance.waiting.length), 1)
    if (!operation) return
    this.counts.operations++
    const faults = this.faults[instance.queue]
    const lot = this.random.next()
    const name = instance.call?.name ?? instance.queue
    if (lot < faults.kill) {
      const isDone = this.random.chance(0.5)
      this.note(`${name} dies ${isDone ? 'after' : 'before'}: ${operation.what}`)
      this.kill(instance)
      if (isDone) await operation.perform()
      return
    }
    if (lot < faults.kill + faults.refuse) {
      this.counts.refused++
      this.note(`${name} is refused: ${operation.what}`)
      operation.fail(new Error(`503 Slow Down: ${operation.what}`))
      return
    }
    const result = await operation.perform()
    if (operation.isChange && lot < faults.kill + faults.refuse + faults.lie) {
      this.counts.lied++
      this.note(`${name} is told that it failed: ${operation.what}`)
      operation.fail(new Error(`500 Internal Error: ${operation.what}`))
    } else if (
      operation.isConditional &&
      lot < faults.kill + faults.refuse + faults.lie + faults.lostAnswer
    ) {
      this.counts.answersLost++
      this.note(`${name} is told of a conflict with itself: ${operation.what}`)
      operation.succeed(conflict)
    } else {
      this.note(`${name}: ${operation.what}`)
      operation.succeed(result)
    }
  }

  /** Its memory and what it waited for are gone; the messages come again after a while. */
  private kill(instance: Instance): void {
    this.counts.killed++
    const { call } = instance
    instance.call = null
    instance.waiting.length = 0
    this.instances.splice(this.instances.indexOf(instance), 1)
    for (const message of call?.messages ?? []) this.giveBack(instance.queue, message)
  }

  private watched(bucket: Bucket): Store {
    return watchStore(this.options[bucket], change => {
      for (const name of queueNames) if (opens(name, bucket, change)) this.enqueue(name, bucket, change)
    })
  }

  private enqueue(name: QueueName, bucket: Bucket, change: StoreChange): void {
    this.queues[name].push({ body: queueEvent(bucket, change, new Date(this.time)), tries: 0 })
  }

  private note(event: string): void {
    this.options.onEvent?.(event)
  }
}

/** So many of them, in no order; they are no longer in the queue. */
const takeAtRandom = (queue: Message[], count: number, random: Random): Message[] => {
  const taken: Message[] = []
  while (taken.length < count && queue.length > 0) {
    const at = random.below(queue.length)
    const message = queue[at]
    const last = queue.pop()
    if (at < queue.length && last) queue[at] = last
    if (message) taken.push(message)
  }
  return taken
}

const opens = (name: QueueName, bucket: Bucket, { key, kind }: StoreChange): boolean => {
  const door = doors[name].opens
  const isUnder = door.bucket === bucket && door.prefixes.some(prefix => key.startsWith(prefix))
  return isUnder && (kind === 'created' || door.isForDeleted)
}

/** Everything that can go on without another operation has gone on. */
const settled = (): Promise<void> => new Promise(resolve => setImmediate(resolve))
