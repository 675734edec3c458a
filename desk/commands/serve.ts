/**
 * copydesk serve: a folder of content over HTTP, with the behaviour of the deployment.
 */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { folderStore } from '../../functions/store/folder-store.ts'
import type { Store } from '../../functions/store/store.ts'
import { parseStoredJson } from '../../functions/stored-json.ts'
import { type Command, Misuse, parseOptions } from '../command.ts'
import { openContent } from '../serve/open-content.ts'
import { serveContent } from '../serve/serve-content.ts'

const usage = `Usage: copydesk serve [DIR] [--port N]

Serves the documents and feeds of a folder ("out" where it is not given) on http://localhost:4280, as the deployment
would: entity tags, 304, ranges, gzip and brotli, CORS, content types, lifetimes. The schemas are under /schema/v1/.

  --port N   another port; 0 for any that is free`

const run = async (args: readonly string[]): Promise<number> => {
  const { values, positionals } = parseOptions({
    args: [...args],
    allowPositionals: true,
    options: { port: { type: 'string', default: '4280' } },
  })
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Misuse(`--port is not a number from 0 to 65535: got "${values.port}"`)
  }
  const folder = resolve(positionals[0] ?? 'out')
  if (!existsSync(join(folder, 'feeds'))) {
    process.stderr.write(`${folder} holds no feeds yet. Make some: copydesk read FILE… --to ${folder}\n`)
    return 1
  }
  const store = folderStore(folder)
  const server = await serveContent(openContent(store), port)
  process.stdout.write(`${server.url}/feeds/index.json\n`)
  const hint = await hintAtLinks(store, server.url)
  process.stderr.write(`${hint}Ctrl-C ends it.\n`)
  await new Promise<void>(end => {
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
  })
  await server.close()
  return 0
}

const Located = z.object({ feed_url: z.string() })

/** Documents name addresses in full, those of the next page among them. */
const hintAtLinks = async (store: Store, url: string): Promise<string> => {
  const feed = parseStoredJson(Located, await store.read('feeds/latest.json'))
  const told = feed?.feed_url.replace(/\/feeds\/latest\.json$/, '') ?? url
  if (told.replace('//localhost', '//127.0.0.1') === url) return ''
  return `The documents call this place ${told}, so links between them lead there. To change it: BASE_URL=${url} copydesk read FILE…\n`
}

export const serve: Command = { about: 'serves a folder of documents and feeds over HTTP', usage, run }
