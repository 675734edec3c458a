/**
 * How the configured sources of a deployed function are read: SOURCES (JSON, content-schema/source-config.ts) from its
 * environment, secrets from Secrets Manager. Apart from the other services, so that only who needs it carries it.
 */
import { setTimeout } from 'node:timers/promises'
import { readSources } from './read-sources.ts'
import type { SourceServices } from './read-stored-delivery.ts'
import { secretsManager } from './secrets/secrets-manager.ts'

/** @throws an Error that names each wrong setting. */
export const openDeliveries = (variables: Readonly<Record<string, string | undefined>>): SourceServices => {
  const read = readSources(variables.SOURCES ?? '{}')
  if (!read.ok) {
    const lines = read.problems.map(({ path, message }) => `  ${path}: ${message}`)
    throw new Error(`wrong SOURCES\n${lines.join('\n')}`)
  }
  return { sources: read.sources, secrets: secretsManager(), wait: setTimeout }
}
