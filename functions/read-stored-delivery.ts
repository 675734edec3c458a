/**
 * What lies in the inbox to articles: files are read as files, events of a configured CMS in its dialect, and what
 * they only name is fetched. Only the world makes this throw; a setting that is wrong is a problem like any other.
 */
import { mostIncomingBytes } from '../content-schema/bounds.ts'
import type { SourceConfig, SourceConfigs } from '../content-schema/source-config.ts'
import type { ReadHints, ReadResult } from '../core/read/read-article.ts'
import { readArticle } from '../core/read/read-article.ts'
import { type Delivered, readDelivery, readFetched, type Wanted } from '../core/read/read-delivery.ts'
import { FetchRefused, fetchBytes } from './fetch-bytes.ts'
import type { Secrets } from './secrets/secrets.ts'

export interface SourceServices {
  readonly sources: SourceConfigs
  readonly secrets: Secrets
  readonly wait: (milliseconds: number) => Promise<void>
}

export type Outcome =
  | { readonly kind: 'read'; readonly result: ReadResult }
  | { readonly kind: 'ignored'; readonly reason: string }

export const readStoredDelivery = async (
  bytes: Uint8Array,
  hints: ReadHints,
  services: SourceServices | undefined,
): Promise<readonly Outcome[]> => {
  const sources = services?.sources ?? {}
  const source = Object.hasOwn(sources, hints.source) ? sources[hints.source] : undefined
  if (source === undefined || services === undefined)
    return [{ kind: 'read', result: readArticle(bytes, hints) }]
  const outcomes: Outcome[] = []
  for (const delivered of readDelivery(bytes, hints, source)) {
    outcomes.push(
      delivered.kind === 'wanted'
        ? await fetchWanted(delivered.wanted, hints, { source, services })
        : delivered,
    )
  }
  return outcomes
}

interface Fetching {
  readonly source: SourceConfig
  readonly services: SourceServices
}

const fetchWanted = async (
  wanted: Wanted,
  hints: ReadHints,
  { source, services }: Fetching,
): Promise<Outcome> => {
  if (source.fetch === undefined)
    return refusal('The event carries no article, and the source has no "fetch".')
  const { tokenSecret } = source.fetch
  const [token = null] = tokenSecret === undefined ? [] : await services.secrets.read(tokenSecret)
  if (tokenSecret !== undefined && token === null)
    return refusal(`The secret ${JSON.stringify(tokenSecret)}, the token to fetch with, is not there.`)
  try {
    const bytes = await fetchBytes(source.fetch, wanted.params, {
      token,
      mostBytes: mostIncomingBytes,
      wait: services.wait,
    })
    return outcomeOf(readFetched(bytes, wanted, hints, source))
  } catch (error) {
    if (error instanceof FetchRefused) return refusal(error.message)
    throw error
  }
}

const outcomeOf = (delivered: Delivered): Outcome =>
  delivered.kind === 'wanted' ? refusal('What was fetched names an article and holds none.') : delivered

const refusal = (message: string): Outcome => ({
  kind: 'read',
  result: { ok: false, problems: [{ code: 'not-found', path: 'fetch', message }] },
})
