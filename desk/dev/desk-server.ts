/**
 * The desk on one loopback port: the page, its interface, webhooks, and everything that the deployment would serve.
 */
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { mostIncomingBytes } from '../../content-schema/bounds.ts'
import type { SourceServices } from '../../functions/read-stored-delivery.ts'
import { forTerminal } from '../for-terminal.ts'
import type { LocalCloud } from '../local-cloud.ts'
import { answerWebhook } from '../receive-http.ts'
import { openContent } from '../serve/open-content.ts'
import { handle } from '../serve/serve-content.ts'
import { answerInterface, type DeskState } from './desk-interface.ts'
import { refusalOf } from './desk-requests.ts'
import type { PageFiles } from './page-files.ts'

export interface Desk {
  /** "http://127.0.0.1:4280" */
  readonly url: string
  /** Works off what is waiting and tells the open pages. Never rejects: what went wrong is said in the terminal. */
  readonly settle: () => Promise<void>
  close(): Promise<void>
}

export interface DeskOptions {
  readonly cloud: LocalCloud
  readonly deliveries: SourceServices
  readonly page: PageFiles
  /** 0 for any that is free. */
  readonly port: number
  /** Called when what was waiting has been worked off. */
  readonly afterSettling?: () => Promise<void>
}

/** No script, style or picture but the page's own; no frame around it. */
const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
}

export const openDesk = async ({
  cloud,
  deliveries,
  page,
  port,
  afterSettling = async () => {},
}: DeskOptions): Promise<Desk> => {
  const pages = new Set<ServerResponse>()
  let work: Promise<void> = Promise.resolve()
  const settle = (): Promise<void> => {
    work = work
      .then(async () => {
        const { failures } = await cloud.settle()
        // Each is tried five times, and fails alike.
        for (const failure of new Set(failures.map(String))) sayFailure(failure)
        await afterSettling()
      })
      .catch((error: unknown) => sayFailure(String(error)))
      .then(() => {
        for (const response of pages) response.write('event: changed\ndata: {}\n\n')
      })
    return work
  }
  const state: DeskState = { cloud, startId: randomUUID(), settle }
  const content = openContent(cloud.services.content)

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://desk')
    const refusal = refusalOf(request, portOf(server))
    if (refusal)
      return sendJson(response, 403, {
        problems: [
          {
            code: 'not-allowed',
            path: '',
            message: `Refused: ${refusal}. The desk answers this machine only.`,
          },
        ],
      })
    const file = page.get(url.pathname)
    if (file && request.method === 'GET') {
      response.writeHead(200, { ...pageHeaders, 'content-type': file.contentType }).end(file.bytes)
    } else if (url.pathname === '/api/events') openEvents(response)
    else if (url.pathname.startsWith('/api/')) {
      const body = await readBody(request)
      const { status, json } = await answerInterface(state, {
        method: request.method ?? 'GET',
        path: url.pathname,
        query: url.searchParams,
        body,
      })
      sendJson(response, status, json)
    } else if (url.pathname.startsWith('/in/')) {
      const answered = await answerWebhook({ ...cloud.services, ...deliveries }, request, response)
      if (answered.response.status === 404) sayUnknown(url.pathname, Object.keys(deliveries.sources))
      void settle()
    } else await handle(request, response, content)
  }

  const openEvents = (response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(`event: start\ndata: ${JSON.stringify({ startId: state.startId })}\n\n`)
    pages.add(response)
    response.on('close', () => pages.delete(response))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      process.stderr.write(`${request.method} ${request.url}: ${String(error)}\n`)
      if (!response.headersSent) sendJson(response, 500, { problems: [] })
      else response.end()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    settle,
    close: async () => {
      for (const response of pages) response.end()
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
      await work
    },
  }
}

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the desk has no port')
  return address.port
}

const sayFailure = (failure: string): void => {
  process.stderr.write(`not worked off: ${forTerminal(failure)}\n`)
}

const sayUnknown = (path: string, sources: readonly string[]): void => {
  const known = sources.length === 0 ? 'none is configured' : `there are ${sources.join(', ')}`
  process.stderr.write(
    `refused: a webhook for ${path}: no source of that name takes webhooks; ${known} (see docs/sources.md).\n`,
  )
}

/** One byte more than is allowed is kept, so that the interface sees that it is too much. */
const readBody = async (request: IncomingMessage): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request) {
    if (length <= mostIncomingBytes) pieces.push(piece)
    length += piece.length
  }
  return Buffer.concat(pieces)
}

const sendJson = (response: ServerResponse, status: number, json: unknown): void => {
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .end(`${JSON.stringify(json)}\n`)
}
