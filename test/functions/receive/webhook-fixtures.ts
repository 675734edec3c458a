/** The fixtures of all CMSs, their sources and secrets, for whoever tests with them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type SourceConfig, SourceKind } from '../../../content-schema/source-config.ts'
import { readSources } from '../../../functions/read-sources.ts'
import { cachedSecrets, type Secrets } from '../../../functions/secrets/secrets.ts'

const root = fileURLToPath(new URL('../../../fixtures/webhooks/', import.meta.url))

export const webhookKinds = SourceKind.options.filter(kind => kind !== 'file')
export type WebhookKind = (typeof webhookKinds)[number]

/** `fetchFrom`: where thin events are fetched, in place of the vendor's host. */
export const fixtureSources = (fetchFrom?: string): Record<string, SourceConfig> => {
  const read = readSources(readFileSync(join(root, 'sources.json'), 'utf8'))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return Object.fromEntries(
    Object.entries(read.sources).map(([name, source]) => {
      const { fetch } = source
      if (fetch === undefined || fetchFrom === undefined) return [name, source]
      return [
        name,
        {
          ...source,
          fetch: { ...fetch, url: fetch.url.replace(/^https:\/\/[^/]+/, `${fetchFrom}/${name}`) },
        },
      ]
    }),
  )
}

const values: Record<string, string> = JSON.parse(readFileSync(join(root, 'secrets.json'), 'utf8'))

export const fixtureSecrets = (): Secrets =>
  cachedSecrets(async name => values[name] ?? null, { now: () => new Date(0) })

export const secretOf = (kind: WebhookKind): string => values[`copydesk/${kind}`] ?? ''

/** Null where there is none of that name. */
export const fixtureBytes = (kind: string, name: string): Uint8Array | null => {
  const endings = ['.json', '.xml', '.md', '']
  const path = endings.map(ending => join(root, kind, `${name}${ending}`)).find(existsSync)
  return path === undefined ? null : readFileSync(path)
}

export const fixtureNames = (kind: string): string[] =>
  readdirSync(join(root, kind), { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => entry.name.replace(/\.\w+$/, ''))

export const expectedText = (name: 'publish' | 'update'): string =>
  readFileSync(join(root, 'expected', `${name}.txt`), 'utf8')
