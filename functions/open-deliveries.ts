/**
 * How the configured sources of a deployed function are read: from SOURCES in its environment or the file that
 * SOURCES_FILE names (JSON, content-schema/source-config.ts), secrets from Secrets Manager. Apart from the other
 * services, so that only who needs it carries it.
 */
import { readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { readSources } from './read-sources.ts'
import type { SourceServices } from './read-stored-delivery.ts'
import { secretsManager } from './secrets/secrets-manager.ts'

/** @throws an Error that names each wrong setting. */
export const openDeliveries = (variables: Readonly<Record<string, string | undefined>>): SourceServices => {
  const { SOURCES, SOURCES_FILE } = variables
  const read = readSources(
    SOURCES ?? (SOURCES_FILE === undefined ? '{}' : readFileSync(SOURCES_FILE, 'utf8')),
  )
  if (!read.ok) {
    const lines = read.problems.map(({ path, message }) => `  ${path}: ${message}`)
    throw new Error(`wrong SOURCES\n${lines.join('\n')}`)
  }
  return { sources: read.sources, secrets: secretsManager(), wait: setTimeout }
}
