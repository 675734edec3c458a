/**
 * Secrets of this machine: environment variables, then a JSON file { "name": "value" } that stays out of the
 * repository.
 *
 *   copydesk/blog -> SECRET_COPYDESK_BLOG
 */
import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { readJson } from '../../core/read/read-json.ts'
import { cachedSecrets, type Secrets } from './secrets.ts'

export interface LocalSecretsOptions {
  readonly file?: string
  readonly environment?: Readonly<Record<string, string | undefined>>
}

export const localSecrets = ({ file, environment = process.env }: LocalSecretsOptions = {}): Secrets =>
  cachedSecrets(
    async name => environment[variableOf(name)] ?? (file === undefined ? null : valueIn(file, name)),
    {
      now: () => new Date(),
      livesMs: 1_000,
    },
  )

export const variableOf = (name: string): string =>
  `SECRET_${name.replace(/[^A-Za-z0-9]+/g, '_').toUpperCase()}`

const SecretsFile = z.record(z.string(), z.string())

const valueIn = async (file: string, name: string): Promise<string | null> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  const read = SecretsFile.safeParse(readJson(text))
  if (!read.success) throw new Error(`${file} holds no secrets as JSON: expected { "name": "value", … }`)
  return read.data[name] ?? null
}
