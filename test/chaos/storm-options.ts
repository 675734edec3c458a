/**
 * What a storm is made of, what it counts, and the services that handlers have in it.
 */
import type { ReplaceIfNewer } from '../../functions/replace-if-newer.ts'
import { type Services, silentLog, silentMeter } from '../../functions/services.ts'
import type { Store } from '../../functions/store/store.ts'
import { lightVariants } from '../functions/light-variants.ts'
import type { Faults } from './faulty-store.ts'
import { stormEnds } from './plan.ts'

export const queueNames = ['ingest', 'extract', 'publish'] as const
export type QueueName = (typeof queueNames)[number]

export interface StormOptions {
  readonly inbox: Store
  readonly content: Store
  /** How often what fails; publishing does hundreds of operations a call and is let off more lightly. */
  readonly faults: Readonly<Record<QueueName, Faults>>
  readonly replaceIfNewer?: ReplaceIfNewer | undefined
  /** How often publishing is called in the midst of things; absent: rarely, for it is dear. */
  readonly publishShare?: number | undefined
  /** Operations carried out at once: one repeats exactly, more are for a real server. */
  readonly lanes?: number
  /** Called with each thing that happens, for a person to follow. */
  readonly onEvent?: ((event: string) => void) | undefined
}

/** It is called when there is nothing else, too. */
export const rarePublishing = 0.002

export interface StormCounts {
  deliveries: number
  calls: number
  messages: number
  repeated: number
  operations: number
  refused: number
  lied: number
  answersLost: number
  killed: number
  failedMessages: number
  deadLettered: number
  redriven: number
}

export const noCounts = (): StormCounts => ({
  deliveries: 0,
  calls: 0,
  messages: 0,
  repeated: 0,
  operations: 0,
  refused: 0,
  lied: 0,
  answersLost: 0,
  killed: 0,
  failedMessages: 0,
  deadLettered: 0,
  redriven: 0,
})

export const stormServices = (inbox: Store, content: Store, now = () => new Date(stormEnds)): Services => ({
  inbox,
  content,
  now,
  findVariants: lightVariants,
  settings: {
    baseUrl: 'https://news.example.org',
    feedTitle: 'The Harbour Gazette',
    feedWindowDays: 3,
    isTextPublic: true,
  },
  log: silentLog,
  meter: silentMeter,
})
