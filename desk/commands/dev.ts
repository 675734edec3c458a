/**
 * copydesk dev: the local cloud and the page in front of it, on one loopback port.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Command, Misuse, parseOptions } from '../command.ts'
import { deliverExamples } from '../dev/deliver-examples.ts'
import { openDesk } from '../dev/desk-server.ts'
import { openPageFiles } from '../dev/page-files.ts'
import { openTeller } from '../dev/tell-deliveries.ts'
import { watchDrops } from '../dev/watch-drops.ts'
import { forTerminal } from '../for-terminal.ts'
import { openLocalCloud } from '../local-cloud.ts'
import { localServices } from '../local-services.ts'
import { openLocalSources } from '../local-sources.ts'
import { troubleWithFolder } from '../open-folder.ts'

const usage = `Usage: copydesk dev [--to DIR] [--port N] [--sources FILE] [--secrets FILE] [--empty]

Opens the desk at http://127.0.0.1:4280: articles with what was found in them, a place to try text, corrections.
It takes files that are put into DIR/inbox/incoming, and webhooks at /in/SOURCE, as the deployment would.

  --to DIR        the folder; "out" where it is not given
  --port N        another port; 0 for any that is free
  --sources FILE  the configured sources; "sources.json" where it is not given
  --secrets FILE  their secrets; "secrets.json" where it is not given
  --empty         does not put examples into an empty folder`

const run = async (args: readonly string[]): Promise<number> => {
  const { values } = parseOptions({
    args: [...args],
    options: {
      to: { type: 'string', default: 'out' },
      port: { type: 'string', default: '4280' },
      sources: { type: 'string' },
      secrets: { type: 'string' },
      empty: { type: 'boolean', default: false },
    },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Misuse(`--port is not a number from 0 to 65535: got "${values.port}"`)
  }
  const local = openLocalSources(values)
  if (!local.ok) {
    for (const { path, message } of local.problems) say(`${path === '' ? '' : `${path}: `}${message}`)
    return 1
  }
  const folder = resolve(values.to)
  const trouble = troubleWithFolder(folder)
  if (trouble) {
    say(trouble)
    return 1
  }
  const services = localServices(folder, local.deliveries)
  let url = `http://127.0.0.1:${port}`
  const teller = openTeller(id => `${url}/#/article/${id}`)
  const cloud = openLocalCloud({
    ...services,
    log: teller.log,
    // the page is asked for by this address, whatever its port
    settings: { ...services.settings, baseUrl: url },
  })
  let isTelling = false
  const desk = await openDesk({
    cloud,
    deliveries: local.deliveries,
    page: await openPageFiles(),
    port,
    afterSettling: async () => {
      const lines = await teller.takeLines(cloud.services.inbox)
      if (isTelling) for (const line of lines) say(line)
    },
  }).catch(async (error: unknown) => explainPort(error, port))
  if (desk === null) return 1
  url = desk.url
  const drops = watchDrops(join(folder, 'inbox/incoming'), {
    cloud,
    afterDrop: name => {
      say(`came in: ${name}`)
      void desk.settle()
    },
    refuse: (name, why) => say(`refused: ${name}: ${why}`),
  })
  process.stdout.write(`${desk.url}/\n`)
  say(`Put files into ${drops.folder}; webhooks come to ${desk.url}/in/SOURCE. Ctrl-C ends it.`)
  if (!values.empty && !existsSync(join(folder, 'feeds'))) await deliverExamples(cloud)
  // What the folder and the examples bring at the start is on the page; from here on, each is told of.
  await desk.settle()
  isTelling = true
  await new Promise<void>(end => {
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  })
  drops.close()
  await desk.close()
  return 0
}

const say = (line: string): void => {
  process.stderr.write(`${forTerminal(line)}\n`)
}

/** Whether it is another desk that holds the port, or something else. */
const explainPort = async (error: unknown, port: number): Promise<null> => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code !== 'EADDRINUSE') throw error
  const url = `http://127.0.0.1:${port}`
  const isDesk = await fetch(`${url}/api/desk`)
    .then(async response => JSON.stringify(await response.json()).includes('"copydesk"'))
    .catch(() => false)
  say(
    isDesk
      ? `A desk is open already at ${url}/. Use that one, end it, or open a second one with --port 0 --to ANOTHER-DIR.`
      : `Port ${port} is taken by another program. Choose another one: --port N (0 for any that is free).`,
  )
  return null
}

export const dev: Command = { about: 'opens the desk: the local cloud and its page', usage, run }
