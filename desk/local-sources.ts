/**
 * The sources that are configured on this machine: sources.json and, for their secrets, the environment or
 * secrets.json, beside the project or where a command says.
 */
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import type { Problem } from '../content-schema/problem.ts'
import { readSources } from '../functions/read-sources.ts'
import type { SourceServices } from '../functions/read-stored-delivery.ts'
import { localSecrets } from '../functions/secrets/local-secrets.ts'

export const defaultSourcesFile = 'sources.json'
export const defaultSecretsFile = 'secrets.json'

export type LocalSources =
  | { readonly ok: true; readonly deliveries: SourceServices }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export interface LocalSourcesFiles {
  readonly sources?: string | undefined
  readonly secrets?: string | undefined
}

/** Without a sources file there are none, and every delivery is a file. */
export const openLocalSources = (files: LocalSourcesFiles = {}): LocalSources => {
  if (files.secrets !== undefined && !existsSync(files.secrets)) return notThere(files.secrets)
  const path = files.sources ?? defaultSourcesFile
  if (!existsSync(path)) {
    if (files.sources === undefined) return { ok: true, deliveries: withSecrets({}, files) }
    return notThere(path)
  }
  const read = readSources(readFileSync(path, 'utf8'))
  return read.ok ? { ok: true, deliveries: withSecrets(read.sources, files) } : read
}

const notThere = (path: string): LocalSources => ({
  ok: false,
  problems: [{ code: 'not-found', path: '', message: `There is no file ${path}.` }],
})

const withSecrets = (sources: SourceServices['sources'], files: LocalSourcesFiles): SourceServices => ({
  sources,
  secrets: localSecrets({ file: files.secrets ?? defaultSecretsFile }),
  wait: setTimeout,
})
