/**
 * copydesk doctor: examines the configured sources and says in words what is wrong.
 */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import * as z from 'zod'
import { readJson } from '../../core/read/read-json.ts'
import { type Command, Misuse, parseOptions } from '../command.ts'
import { examineSource } from '../doctor.ts'
import type { Finding } from '../examination.ts'
import { forTerminal } from '../for-terminal.ts'
import { defaultSecretsFile, defaultSourcesFile, openLocalSources } from '../local-sources.ts'
import { paintFor } from '../paint.ts'

const usage = `Usage: copydesk doctor [--source NAME] [--sample FILE] [options]

Checks the configured sources: is the configuration right, is each secret there, does what the CMS signs verify, and,
with a sample of what it sends, are the article's fields found.

  --source NAME   only this one; needed with --sample
  --sample FILE   a body that the CMS sent
  --event NAME    what the sample is about: publish, update, unpublish, …; the file's name where it is not given
  --headers FILE  the headers that came with the sample, as JSON: does the real request verify?
  --fetch         ask the CMS for what the sample only names
  --sources FILE  the configured sources; "${defaultSourcesFile}" where it is not given
  --secrets FILE  { "name": "value" }; "${defaultSecretsFile}" where it is not given; SECRET_… in the environment comes first
  --aws           secrets out of AWS Secrets Manager, as deployed`

const Headers = z.record(z.string(), z.string())

const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      source: { type: 'string' },
      sample: { type: 'string' },
      event: { type: 'string' },
      headers: { type: 'string' },
      fetch: { type: 'boolean', default: false },
      sources: { type: 'string' },
      secrets: { type: 'string' },
      aws: { type: 'boolean', default: false },
    },
  })
  if (values.sample !== undefined && values.source === undefined)
    throw new Misuse('--sample needs --source: whose sample is it?')
  const local = openLocalSources(values)
  if (!local.ok) return reportProblems(local.problems)
  const services = values.aws ? { ...local.deliveries, secrets: await awsSecrets() } : local.deliveries
  const names = values.source === undefined ? Object.keys(services.sources) : [values.source]
  if (Object.keys(services.sources).length === 0)
    return reportProblems([
      {
        path: '',
        message: `No sources are configured: write ${values.sources ?? defaultSourcesFile} (see docs/sources.md).`,
      },
    ])
  const sample = await sampleIn(values.sample, values.event)
  const headers =
    values.headers === undefined
      ? undefined
      : headersIn(values.headers, await readFile(values.headers, 'utf8'))
  let isWell = true
  for (const name of names) {
    const source = services.sources[name]
    if (source === undefined)
      throw new Misuse(`there is no source "${name}" among ${Object.keys(services.sources).join(', ')}`)
    const findings = await examineSource({
      name,
      source,
      services,
      sample,
      headers,
      now: new Date(),
      isFetching: values.fetch,
    })
    isWell &&= findings.every(({ level }) => level !== 'bad')
    process.stdout.write(forTerminal(report(`${name} (${source.kind})`, findings)))
  }
  return isWell ? 0 : 1
}

const sampleIn = async (
  file: string | undefined,
  event: string | undefined,
): Promise<{ bytes: Uint8Array; event: string } | undefined> =>
  file === undefined
    ? undefined
    : { bytes: await readFile(file), event: event ?? basename(file).replace(/\..*$/, '') }

const headersIn = (file: string, text: string): Record<string, string> => {
  const read = Headers.safeParse(readJson(text))
  if (!read.success) throw new Error(`${file} is not headers as JSON: expected { "name": "value", … }`)
  return Object.fromEntries(Object.entries(read.data).map(([name, value]) => [name.toLowerCase(), value]))
}

const awsSecrets = async () => (await import('../../functions/secrets/secrets-manager.ts')).secretsManager()

const reportProblems = (problems: readonly { readonly path: string; readonly message: string }[]): number => {
  for (const { path, message } of problems)
    process.stderr.write(forTerminal(`${path === '' ? '' : `${path}: `}${message}\n`))
  return 1
}

const marks: Readonly<Record<Finding['level'], string>> = { good: '✓', note: '·', bad: '✗' }

const report = (title: string, findings: readonly Finding[]): string => {
  const paint = paintFor(process.stdout)
  const colours = { good: 'green', note: 'dim', bad: 'red' } as const
  const lines = findings.map(({ level, message }) => `  ${paint(colours[level], marks[level])} ${message}`)
  return `${[paint('bold', title), ...lines].join('\n')}\n`
}

export const doctor: Command = { about: 'checks the configured sources and says what is wrong', usage, run }
