/**
 * What the doctor is given of a source, and what it finds.
 */
import type { SourceConfig } from '../content-schema/source-config.ts'
import type { SourceServices } from '../functions/read-stored-delivery.ts'

export interface Examination {
  readonly name: string
  readonly source: SourceConfig
  readonly services: SourceServices
  readonly now: Date
  /** A body that the CMS sent, and what its header said happened ("publish"). */
  readonly sample?: { readonly bytes: Uint8Array; readonly event: string } | undefined
  /** The headers of the request that brought the sample, if somebody kept them. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Whether to ask the CMS for what the sample only names. */
  readonly isFetching: boolean
}

export interface Finding {
  readonly level: 'good' | 'note' | 'bad'
  readonly message: string
}

export const good = (message: string): Finding => ({ level: 'good', message })
export const note = (message: string): Finding => ({ level: 'note', message })
export const bad = (message: string): Finding => ({ level: 'bad', message })
