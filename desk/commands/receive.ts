/**
 * copydesk receive: takes webhooks on this machine as the deployment would, and works them through the local cloud.
 */
import { resolve } from 'node:path'
import { type Command, Misuse, parseOptions } from '../command.ts'
import { openTeller, type Teller } from '../dev/tell-deliveries.ts'
import { forTerminal } from '../for-terminal.ts'
import { type LocalCloud, openLocalCloud } from '../local-cloud.ts'
import { localServices } from '../local-services.ts'
import { defaultSecretsFile, defaultSourcesFile, openLocalSources } from '../local-sources.ts'
import { troubleWithFolder } from '../open-folder.ts'
import { openReceiver } from '../receive-http.ts'

const usage = `Usage: copydesk receive [--sources FILE] [--secrets FILE] [--to DIR] [--port N]

Takes webhooks at http://127.0.0.1:4281/in/SOURCE as the deployment would, verifies them, and works what they bring
through the real handlers into a folder. Try it:

  copydesk receive --sources fixtures/webhooks/sources.json --secrets fixtures/webhooks/secrets.json
  copydesk send fixtures/webhooks/ghost/publish.json --to http://127.0.0.1:4281/in/ghost --as ghost

  --sources FILE  the configured sources; "${defaultSourcesFile}" where it is not given
  --secrets FILE  { "name": "value" }; "${defaultSecretsFile}" where it is not given; SECRET_… in the environment comes first
  --to DIR        the folder; "out" where it is not given
  --port N        another port; 0 for any that is free`

const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      sources: { type: 'string' },
      secrets: { type: 'string' },
      to: { type: 'string', default: 'out' },
      port: { type: 'string', default: '4281' },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Misuse(`--port is not a number from 0 to 65535: got "${values.port}"`)
  const local = openLocalSources(values)
  const folder = resolve(values.to)
  const troubles = local.ok
    ? [troubleWithFolder(folder)].filter(trouble => trouble !== null)
    : local.problems.map(({ path, message }) => `${path === '' ? '' : `${path}: `}${message}`)
  if (!local.ok || troubles.length > 0) {
    process.stderr.write(`${troubles.join('\n')}\n`)
    return 1
  }
  const teller = openTeller(id => `${values.to}/articles/${id}/article.json`)
  const cloud = openLocalCloud({ ...localServices(folder, local.deliveries), log: teller.log })
  let work: Promise<unknown> = Promise.resolve()
  const receiver = await openReceiver(
    { ...cloud.services, ...local.deliveries },
    port,
    (response, request) => {
      process.stderr.write(`${request.method} ${request.path} ${response.status} ${response.body}\n`)
      // One after the other: the local cloud has one pair of hands.
      work = work.then(() => workOff(cloud, teller))
    },
  )
  process.stdout.write(`${receiver.url}/in/\n`)
  process.stderr.write(
    `sources: ${Object.keys(local.deliveries.sources).join(', ') || 'none'}. Ctrl-C ends it.\n`,
  )
  await new Promise<void>(end => {
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  })
  await receiver.close()
  await work
  return 0
}

/** Never rejects: what one delivery failed at does not stop the next. */
const workOff = async (cloud: LocalCloud, teller: Teller): Promise<void> => {
  const lines: string[] = []
  try {
    const { failures } = await cloud.settle()
    lines.push(...(await teller.takeLines(cloud.services.inbox)))
    // Each is tried five times, and fails alike.
    lines.push(...new Set(failures.map(failure => `not worked off: ${String(failure)}`)))
  } catch (error) {
    lines.push(`not worked off: ${String(error)}`)
  }
  for (const line of lines) process.stderr.write(`  ${forTerminal(line)}\n`)
}

export const receive: Command = {
  about: 'takes webhooks on this machine as the deployment would',
  usage,
  run,
}
