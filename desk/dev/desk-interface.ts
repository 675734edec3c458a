/**
 * What the page asks of the desk besides the public documents: rejected deliveries, a trial reading, corrections.
 *
 *   GET  /api/desk               which desk this is
 *   GET  /api/rejected           deliveries that were refused, newest first, with their problems
 *   POST /api/read?name=a.html   a reading of the body; nothing is stored
 *   GET  /api/overrides/{id}     the editor's corrections of an article
 *   PUT  /api/overrides/{id}     stores them and reads the article again
 */
import * as z from 'zod'
import { ArticleId, schemaVersion } from '../../content-schema/article.ts'
import { mostIncomingBytes } from '../../content-schema/bounds.ts'
import { ArticleDocument } from '../../content-schema/documents.ts'
import { Edit, mostEdits, Override } from '../../content-schema/override.ts'
import { Problem } from '../../content-schema/problem.ts'
import { toProblems } from '../../content-schema/to-problems.ts'
import { articleToDocuments } from '../../core/feeds/article-to-documents.ts'
import { readArticle } from '../../core/read/read-article.ts'
import { overrideKey, prefixes } from '../../functions/keys.ts'
import { parseStoredJson } from '../../functions/stored-json.ts'
import type { LocalCloud } from '../local-cloud.ts'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: Uint8Array
}

export interface Answer {
  readonly status: number
  readonly json: unknown
}

export interface DeskState {
  readonly cloud: LocalCloud
  /** Tells one start of the desk from the next. */
  readonly startId: string
  /** One pair of hands: calls are worked off one after the other. */
  readonly settle: () => Promise<void>
}

const mostRejected = 200

export const answerInterface = async (desk: DeskState, asked: Asked): Promise<Answer> => {
  const { method, path } = asked
  if (path === '/api/desk' && method === 'GET')
    return { status: 200, json: { desk: 'copydesk', startId: desk.startId } }
  if (path === '/api/rejected' && method === 'GET') return { status: 200, json: await listRejected(desk) }
  if (path === '/api/read' && method === 'POST') return readOnTrial(desk, asked)
  const id = /^\/api\/overrides\/([^/]{1,200})$/.exec(path)?.[1]
  if (id !== undefined && ArticleId.safeParse(id).success) {
    if (method === 'GET') return { status: 200, json: await readOverride(desk, id) }
    if (method === 'PUT') return writeOverride(desk, id, asked.body)
  }
  return refused(404, 'not-found', `There is no ${method} ${path} here.`)
}

const refused = (status: number, code: Problem['code'], message: string): Answer => ({
  status,
  json: { problems: [{ code, path: '', message }] },
})

const Rejected = z.object({
  delivery: z.object({ key: z.string(), receivedAt: z.string() }),
  problems: z.array(Problem),
})

const listRejected = async ({ cloud }: DeskState): Promise<unknown[]> => {
  const { inbox } = cloud.services
  const keys: { readonly key: string; readonly lastModified: string }[] = []
  for (let next: string | null | undefined; next !== null; ) {
    const page = await inbox.list(prefixes.inbox.rejected, next)
    keys.push(...page.keys)
    next = page.next
  }
  const newest = keys.sort((a, b) => (a.lastModified < b.lastModified ? 1 : -1)).slice(0, mostRejected)
  const found = await Promise.all(
    newest.map(async ({ key, lastModified }) => {
      const stored = parseStoredJson(Rejected, await inbox.read(key))
      if (stored === null) return []
      const delivery = await inbox.read(stored.delivery.key)
      // Sent again since, and not refused that time. An event's time, where that was told, is a little later than the file's.
      if (delivery !== null && delivery.lastModified > stored.delivery.receivedAt) return []
      return [{ key, at: lastModified, problems: stored.problems }]
    }),
  )
  return found.flat()
}

const readOnTrial = ({ cloud }: DeskState, { query, body }: Asked): Answer => {
  if (body.byteLength > mostIncomingBytes) {
    return refused(
      413,
      'too-large',
      `The text is too large: got ${body.byteLength} bytes, allowed are ${mostIncomingBytes}.`,
    )
  }
  const { services } = cloud
  const name = query.get('name') ?? 'pasted.txt'
  const read = readArticle(body, {
    source: 'trial',
    sourceId: name,
    receivedAt: services.now().toISOString(),
    name,
  })
  if (!read.ok) return { status: 422, json: { problems: read.problems } }
  const started = performance.now()
  const variants = services.findVariants(read.article)
  const ms = performance.now() - started
  const documents = articleToDocuments(read.article, variants, { baseUrl: services.settings.baseUrl })
  const whole = documents.find(document => document.name === 'article.json')
  return { status: 200, json: { ms, document: JSON.parse(whole?.body ?? 'null') } }
}

const readOverride = async ({ cloud }: DeskState, id: string): Promise<Override> => {
  const stored = parseStoredJson(Override, await cloud.services.inbox.read(overrideKey(id)))
  return stored ?? { schemaVersion, id, updatedAt: cloud.services.now().toISOString(), edits: [] }
}

const Edits = z.strictObject({ edits: z.array(Edit).max(mostEdits) })

const writeOverride = async (desk: DeskState, id: string, body: Uint8Array): Promise<Answer> => {
  const input = parsedJson(body)
  const parsed = Edits.safeParse(input)
  if (!parsed.success) return { status: 422, json: { problems: toProblems(parsed.error.issues, input) } }
  const { inbox, content, now } = desk.cloud.services
  const override: Override = { schemaVersion, id, updatedAt: now().toISOString(), edits: parsed.data.edits }
  const bytes = new TextEncoder().encode(`${JSON.stringify(override, null, 2)}\n`)
  await inbox.write(overrideKey(id), bytes, { contentType: 'application/json; charset=utf-8' })
  await desk.settle()
  const document = parseStoredJson(
    ArticleDocument,
    await content.read(`${prefixes.content.articles}${id}/article.json`),
  )
  return document
    ? { status: 200, json: { document } }
    : refused(404, 'not-found', `There is no article ${id}.`)
}

const parsedJson = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined // the schema says what is expected
  }
}
