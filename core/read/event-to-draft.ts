/**
 * A change that a CMS told of to an article. What is withdrawn becomes an article too, a canceled one: it replaces the
 * last revision, and takes what was made of it away. Its text is its headline, or one word, since an event of
 * deletion carries no text.
 */
import type { ArticleStatus } from '../../content-schema/article.ts'
import type { SourceConfig } from '../../content-schema/source-config.ts'
import { buildText } from './build-text.ts'
import type { Change, CmsEvent } from './cms/cms-event.ts'
import { completeDraft } from './complete-draft.ts'
import type { Draft, JsonDraftResult } from './draft.ts'
import { draftToArticle } from './draft-to-article.ts'
import { fieldOf, fieldsToDraft, lineOf, valueAt } from './fields.ts'
import type { ReadHints, ReadResult } from './read-article.ts'
import type { Json } from './read-json.ts'
import { asText } from './read-json.ts'
import { isNinjs, readNinjs } from './wire/read-ninjs.ts'

type Changed = Extract<CmsEvent, { kind: 'change' }>

const statuses: Readonly<Record<Change, ArticleStatus>> = {
  publish: 'usable',
  hold: 'withheld',
  withdraw: 'canceled',
}

export const articleOfEvent = (event: Changed, hints: ReadHints, source: SourceConfig): ReadResult => {
  const result = draftOfEvent(event, source)
  return result.ok ? draftToArticle(completeDraft(result.draft, hints.receivedAt), hints) : result
}

export const draftOfEvent = (event: Changed, source: SourceConfig): JsonDraftResult => {
  const { change, sourceId, at } = event
  const status = statuses[change]
  if (change === 'withdraw' || event.record === null)
    return { ok: true, draft: { ...noticeOf(event.record, source), sourceId, status, updatedAt: at } }
  const draft = draftOf(event.record, source)
  const isBodyless = !draft.blocks.some(
    block => block.kind !== 'headline' && block.kind !== 'standfirst' && block.kind !== 'byline',
  )
  if (isBodyless) return noBody(event.record, source)
  const language = draft.language ?? source.language
  return {
    ok: true,
    draft: {
      ...draft,
      sourceId,
      status: draft.status === undefined || draft.status === 'usable' ? status : draft.status,
      publishedAt: draft.publishedAt ?? event.publishedAt ?? null,
      updatedAt: at ?? draft.updatedAt ?? null,
      url: draft.url ?? addressOf(event.record, source),
      ...(language === undefined ? {} : { language }),
    },
  }
}

const draftOf = (record: Json, source: SourceConfig): Draft => {
  if (source.fields === undefined && isNinjs(record)) return readNinjs(record)
  return fieldsToDraft(record, source.fields === undefined ? {} : { paths: source.fields })
}

const noticeOf = (
  record: Json | null,
  source: SourceConfig,
): Pick<Draft, 'text' | 'blocks' | 'headline' | 'language'> => {
  const headline = record === null ? null : lineOf(fieldOf(record, 'headline', source.fields))
  const parts =
    headline === null
      ? ({ kind: 'note', text: 'Withdrawn' } as const)
      : ({ kind: 'headline', text: headline.slice(0, 500) } as const)
  return {
    ...buildText([parts]),
    headline: headline?.slice(0, 500) ?? '',
    language: source.language ?? 'und',
  }
}

const noBody = (record: Json, source: SourceConfig): JsonDraftResult => {
  const path = source.fields?.body
  const where =
    path === undefined
      ? 'under "body", "content", "text" or another usual name'
      : `at ${JSON.stringify(path)}`
  const keys = Object.keys(record).slice(0, 20).join(', ')
  return {
    ok: false,
    problems: [
      {
        code: 'missing',
        path: 'body',
        message: `No body was found ${where}; the record has: ${keys}. Say in the source's "fields" where the body is (see docs/sources.md).`,
      },
    ],
  }
}

/** "https://example.org/news/{slug}" with the record's values in it; null where one is missing. */
export const addressOf = (record: Json, source: SourceConfig): string | null => {
  if (source.url === undefined) return null
  let isWhole = true
  const url = source.url.replace(/\{([\w.]{1,100})\}/g, (_, path: string) => {
    const value = asText(valueAt(record, [path, `${path}.current`]))
    if (value === null) isWhole = false
    return (value ?? '').split('/').map(encodeURIComponent).join('/')
  })
  return isWhole ? url : null
}
