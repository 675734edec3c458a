/**
 * What a configured source delivered to articles: a webhook's event is understood in its CMS's dialect, an uploaded
 * file is read as a file. Pure: what still has to be fetched is said, not done.
 *
 *   publish -> article, usable     unpublish, delete, archive -> article, canceled     draft -> ignored
 *   { story_id } -> wanted: fetch the story, then readFetched
 */
import type { Problem } from '../../content-schema/problem.ts'
import type { SourceConfig } from '../../content-schema/source-config.ts'
import type { CmsEvent } from './cms/cms-event.ts'
import { readers } from './cms/readers.ts'
import { completeDraft } from './complete-draft.ts'
import { draftToArticle } from './draft-to-article.ts'
import { addressOf, articleOfEvent } from './event-to-draft.ts'
import type { ReadHints, ReadResult } from './read-article.ts'
import { readArticle, readText } from './read-article.ts'
import { isRecord, readJson } from './read-json.ts'
import { readXmlDrafts } from './wire/read-xml.ts'

/** An article that is still to be fetched. */
export type Wanted = Extract<CmsEvent, { kind: 'thin' }>

export type Delivered =
  | { readonly kind: 'read'; readonly result: ReadResult }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'wanted'; readonly wanted: Wanted }

export const readDelivery = (
  bytes: Uint8Array,
  hints: ReadHints,
  source: SourceConfig,
): readonly Delivered[] => {
  const reader = readers[source.kind]
  const read = readText(bytes, hints)
  if (!read.ok) return [readResult({ ok: false, problems: [read.problem] })]
  if (reader === null || read.format !== 'json') return readDocument(bytes, read.text, hints, source)
  const body = readJson(read.text)
  if (!isRecord(body))
    return [
      problem('wrong-type', "The webhook's body is no JSON object; check what the CMS is set up to send."),
    ]
  return reader(body, eventInName(hints.name), source).map(event => toDelivered(event, hints, source))
}

/** What was fetched for `wanted`; null bytes: the CMS has it no longer. */
export const readFetched = (
  bytes: Uint8Array | null,
  wanted: Wanted,
  hints: ReadHints,
  source: SourceConfig,
): Delivered => {
  const own = { ...hints, sourceId: wanted.sourceId, name: wanted.name }
  if (bytes === null)
    return wanted.gone === 'withdraw'
      ? withdrawn(wanted, own, source)
      : problem('not-found', `The CMS has no ${wanted.sourceId}.`)
  const reader = readers[source.kind]
  if (source.kind === 'github' || reader === null) return fileAt(bytes, wanted, own, source)
  const read = readText(bytes, own)
  if (!read.ok) return readResult({ ok: false, problems: [read.problem] })
  const body = readJson(read.text)
  if (!isRecord(body)) return problem('wrong-type', 'What the CMS answered is no JSON object.')
  if (Array.isArray(body.results) && body.results.length === 0) return withdrawn(wanted, own, source)
  const record =
    source.kind === 'directus' && !('event' in body)
      ? { event: 'items.update', key: wanted.sourceId, item: body.data ?? body }
      : body
  const [event] = reader(record, null, source)
  if (event === undefined || event.kind === 'thin')
    return problem('missing', 'What the CMS answered holds no article.')
  return toDelivered(event.kind === 'change' ? { ...event, sourceId: wanted.sourceId } : event, own, source)
}

/** A file of a git repository: the commit's time, since files seldom tell when they changed; its path is its id. */
const fileAt = (bytes: Uint8Array, wanted: Wanted, hints: ReadHints, source: SourceConfig): Delivered => {
  const result = readArticle(bytes, hints, source.fields)
  if (!result.ok) return readResult(result)
  const { id: _id, source: _source, schemaVersion: _version, revision, ...draft } = result.article
  const path = wanted.sourceId
  const slug = path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
  const url = draft.url ?? addressOf({ path, slug }, source)
  const updatedAt = wanted.at ?? revision.updatedAt
  return readResult(draftToArticle({ ...draft, sourceId: path, url, updatedAt }, hints, result.warnings))
}

const withdrawn = (wanted: Wanted, hints: ReadHints, source: SourceConfig): Delivered =>
  toDelivered(
    { kind: 'change', change: 'withdraw', sourceId: wanted.sourceId, record: null, at: null },
    hints,
    source,
  )

const toDelivered = (event: CmsEvent, hints: ReadHints, source: SourceConfig): Delivered => {
  switch (event.kind) {
    case 'ignored':
      return event
    case 'thin':
      return { kind: 'wanted', wanted: event }
    case 'unclear':
      return problem('missing', event.message)
    case 'change':
      return readResult(articleOfEvent(event, hints, source))
    default: {
      const never: never = event
      return never
    }
  }
}

/** A file, or a feed of which every entry is an article. */
const readDocument = (
  bytes: Uint8Array,
  text: string,
  hints: ReadHints,
  source: SourceConfig,
): readonly Delivered[] => {
  if (source.kind !== 'websub') return [readResult(readArticle(bytes, hints, source.fields))]
  const read = readXmlDrafts(text)
  if (!read.ok) return [problem('bad-syntax', read.message)]
  if (read.drafts.length === 0) return [{ kind: 'ignored', reason: 'a feed without entries' }]
  return read.drafts.map(draft => readResult(draftToArticle(completeDraft(draft, hints.receivedAt), hints)))
}

const readResult = (result: ReadResult): Delivered => ({ kind: 'read', result })

const problem = (code: Problem['code'], message: string): Delivered =>
  readResult({ ok: false, problems: [{ code, path: '', message }] })

/** receive names a delivery "{32 hex digits}.{event}.{ending}": the event's name out of the CMS's header. */
export const eventInName = (name: string | undefined): string | null =>
  name?.match(/^[0-9a-f]{32}\.([a-z0-9_-]{1,60})\.[a-z0-9]{1,10}$/)?.[1]?.replaceAll('-', '.') ?? null
