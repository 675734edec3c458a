/**
 * copydesk send FIXTURE --to URL --as KIND: signs a body as the CMS would and sends it.
 */
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { SourceConfig, SourceKind } from '../../content-schema/source-config.ts'
import { localSecrets } from '../../functions/secrets/local-secrets.ts'
import { type Command, Misuse, parseOptions } from '../command.ts'
import { forTerminal } from '../for-terminal.ts'
import { defaultSecretsFile, openLocalSources } from '../local-sources.ts'
import { sendWebhook } from '../send-webhook.ts'

const kinds = SourceKind.options.filter(kind => kind !== 'file')

const usage = `Usage: copydesk send FILE --to URL --as KIND [--secret VALUE] [--event NAME]

Signs the file as the CMS would and posts it, to a local server or a deployed one:

  copydesk send fixtures/webhooks/ghost/publish.json --to http://127.0.0.1:4281/in/ghost --as ghost

  --as KIND        ${kinds.join(', ')}
  --event NAME     publish, update, unpublish, delete, …; the file's name where it is not given
  --secret VALUE   what to sign with. Else: the secret of the source that the address names, out of --sources and
                   --secrets (or SECRET_… in the environment); for the fixtures, their own
  --sources FILE   the configured sources
  --secrets FILE   { "name": "value" }`

const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      as: { type: 'string' },
      secret: { type: 'string' },
      event: { type: 'string' },
      sources: { type: 'string' },
      secrets: { type: 'string' },
    },
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) throw new Misuse('one file is sent at a time')
  const url = addressOf(values.to)
  const kind = kinds.find(kind => kind === values.as)
  if (kind === undefined) throw new Misuse(`--as is none of ${kinds.join(', ')}: got "${values.as ?? ''}"`)
  const name = /\/in\/([^/]+)$/.exec(url.pathname)?.[1] ?? kind
  const body = await readFile(file)
  const { source, secret } = await secretFor({ ...values, file, kind, name })
  if (secret === null) {
    process.stderr.write(
      `There is no secret to sign with for "${name}": give --secret, or --sources and --secrets.\n`,
    )
    return 1
  }
  const event = values.event ?? basename(file).replace(/\..*$/, '')
  const sent = await sendWebhook({
    url,
    kind,
    source,
    secret,
    event,
    body,
    now: new Date(),
  })
  if (!sent.ok) {
    process.stderr.write(`Nobody answers at ${url.href}: ${sent.cause}\n`)
    return 1
  }
  process.stdout.write(forTerminal(`${sent.status} ${sent.text}\n`))
  if (sent.status < 300) return 0
  process.stderr.write(`${hints[sent.status] ?? 'It was not taken.'}\n`)
  return 1
}

const addressOf = (to: string | undefined): URL => {
  const url = URL.parse(to ?? '')
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Misuse(`--to is no http(s) address: got "${to ?? ''}"`)
  return url
}

const hints: Readonly<Record<number, string>> = {
  401: 'Not genuine to the server: the secret differs, or the clocks do. "copydesk doctor" checks a source.',
  404: 'The server has no such source: its name is the last part of the address, /in/NAME.',
  413: 'Too large for a webhook; upload it to the inbox.',
  503: 'The server has the source, but not its secret.',
}

interface Wanted {
  readonly file: string
  readonly kind: (typeof kinds)[number]
  readonly name: string
  readonly secret?: string | undefined
  readonly sources?: string | undefined
  readonly secrets?: string | undefined
}

/** The one given; else that of the source; else, for a fixture, the one that lies with the fixtures. */
const secretFor = async (wanted: Wanted): Promise<{ source: SourceConfig; secret: string | null }> => {
  const plain = SourceConfig.parse({
    kind: wanted.kind,
    secrets: ['given'],
    fetch: { url: 'https://localhost/' },
    topic: '-',
  })
  const beside = dirname(dirname(wanted.file))
  const local = openLocalSources({
    sources: wanted.sources ?? (await existing(join(beside, 'sources.json'))),
  })
  if (!local.ok) throw new Misuse(local.problems.map(({ message }) => message).join('\n'))
  const source = local.deliveries.sources[wanted.name] ?? plain
  if (wanted.secret !== undefined) return { source, secret: wanted.secret }
  const file = wanted.secrets ?? (await existing(join(beside, 'secrets.json'))) ?? defaultSecretsFile
  const secrets = localSecrets({ file })
  for (const name of source.secrets) {
    const [secret] = await secrets.read(name)
    if (secret !== undefined) return { source, secret }
  }
  return { source, secret: null }
}

const existing = async (path: string): Promise<string | undefined> =>
  readFile(path).then(
    () => path,
    () => undefined,
  )

export const send: Command = { about: 'signs a webhook as a CMS would and sends it', usage, run }
