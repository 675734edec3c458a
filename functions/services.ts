/**
 * What the doors work with. Built once a cold start and passed in; the clock and the thinking are among it, so that
 * tests and the simulation bring their own.
 */
import type { Article } from '../content-schema/article.ts'
import type { Variants } from '../content-schema/variants.ts'
import type { SourceServices } from './read-stored-delivery.ts'
import { type ReplaceIfNewer, replaceIfNewer } from './replace-if-newer.ts'
import type { Store } from './store/store.ts'

export type LogFields = Readonly<Record<string, unknown>>

/** One line an article. Never its text, never a secret. */
export interface Log {
  info(message: string, fields: LogFields): void
  warn(message: string, fields: LogFields): void
  error(message: string, fields: LogFields): void
}

export type Metric =
  | 'WebhooksAccepted'
  | 'WebhooksRefused'
  | 'DeliveriesAccepted'
  | 'DeliveriesRejected'
  | 'DeliveriesOlder'
  | 'DeliveriesIgnored'
  | 'ArticlesExtracted'
  | 'ArticlesTakenDown'
  | 'ArticlesWaiting'
  | 'OverridesStale'
  | 'FeedsWritten'
  | 'FeedsPublished'
  | 'ExtractMilliseconds'
  | 'PublishMilliseconds'

export interface Meter {
  count(metric: Metric, count?: number): void
  milliseconds(metric: Metric, milliseconds: number): void
  /** Sends what was counted. */
  flush(): void
}

export interface Settings {
  /** Where the content bucket is seen from outside, without a slash at its end. */
  readonly baseUrl: string
  readonly feedTitle: string
  /** Days that feeds reach back; null for all there is. */
  readonly feedWindowDays: number | null
  readonly isTextPublic: boolean
}

export interface Services {
  readonly inbox: Store
  readonly content: Store
  readonly now: () => Date
  readonly findVariants: (article: Article) => Variants
  /** Among them so that the simulation can bring a broken one, and show that it notices. Absent: the real one. */
  readonly replaceIfNewer?: ReplaceIfNewer
  readonly settings: Settings
  /** How each configured source is read; a source that is not among them delivers files. */
  readonly deliveries?: SourceServices | undefined
  readonly log: Log
  readonly meter: Meter
}

/** The one function that writes what can exist. */
export const writerOf = (services: Pick<Services, 'replaceIfNewer'>): ReplaceIfNewer =>
  services.replaceIfNewer ?? replaceIfNewer

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }
export const silentMeter: Meter = { count: () => {}, milliseconds: () => {}, flush: () => {} }
