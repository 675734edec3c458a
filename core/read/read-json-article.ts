/**
 * A JSON file to a draft: an article of our own schema, ninjs, schema.org JSON-LD, an export of a CMS, or any record
 * with a headline and a body under one of their usual names.
 */
import { parseArticle } from '../../content-schema/parse-article.ts'
import type { Problem } from '../../content-schema/problem.ts'
import type { FieldPaths } from '../../content-schema/source-config.ts'
import { readCmsFile } from './cms/read-cms-file.ts'
import type { Draft, JsonDraftResult } from './draft.ts'
import { fieldsToDraft } from './fields.ts'
import type { Json } from './read-json.ts'
import { asRecord, asText, isRecord, jsonTrouble, readJson } from './read-json.ts'
import { readPlainText } from './read-plain-text.ts'
import { readRichText } from './rich-text/read-rich-text.ts'
import { isNinjs, readNinjs } from './wire/read-ninjs.ts'

export const readJsonArticle = (text: string, paths?: FieldPaths): JsonDraftResult => {
  const value = readJson(text)
  if (value === undefined) return refuse('bad-syntax', '', whyNoJson(text))
  const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value
  if (!isRecord(one)) {
    const got = Array.isArray(one) ? `a list of ${one.length}` : one === null ? 'null' : `a ${typeof one}`
    return refuse(
      'wrong-type',
      '',
      `The JSON is ${got}; expected one article as an object, like {"headline": "…", "body": "…"}.`,
    )
  }
  if (paths !== undefined) return readRecord(one, paths)
  return readKnown(one) ?? readRecord(one)
}

const whyNoJson = (text: string): string => {
  const [first = '', second = ''] = text.trimStart().split('\n', 2)
  if (isRecord(readJson(first)) && isRecord(readJson(second)))
    return 'The file is a list of articles, a line of JSON each; a file is one article. "copydesk extract --jsonl < FILE" reads such lists.'
  return `The file is not JSON: ${jsonTrouble(text)}.`
}

/** What is of one shape only; null where it is any record. */
const readKnown = (record: Json): JsonDraftResult | null => {
  if ('schemaVersion' in record && 'blocks' in record) return readOwn(record)
  if (isNinjs(record)) return withWords(readNinjs(record))
  const ofCms = readCmsFile(record, readRecord)
  if (ofCms !== null) return ofCms
  return typeof record.text === 'string' && !hasOtherBody(record) ? readLight(record) : null
}

const readRecord = (record: Json, paths?: FieldPaths): JsonDraftResult => {
  const inner = unwrapped(record)
  const draft = fieldsToDraft(inner, paths === undefined ? {} : { paths })
  const sourceId = asText(
    inner.sourceId ?? inner.id ?? inner._id ?? inner.documentId ?? inner.uid ?? inner.identifier,
  )
  const known = { ...draft, ...(sourceId === null ? {} : { sourceId }), ...statusOf(inner) }
  return withWords(known, Object.keys(inner))
}

/** What is not to be seen yet, and what no longer is. Other words say where an article stands in somebody's own process. */
const hidden = /^(?:draft|pending|private|in[-_ ]?review|withheld|embargoed|scheduled|unpublished)$/i
const canceled = /^(?:cancel?led|withdrawn|retracted|deleted|trash|trashed)$/i

const statusOf = (record: Json): Pick<Draft, 'status'> => {
  const word = asText(record.status ?? record._status ?? record.state) ?? ''
  if (canceled.test(word)) return { status: 'canceled' }
  return record.draft === true || record.published === false || hidden.test(word)
    ? { status: 'withheld' }
    : {}
}

const refuse = (code: Problem['code'], path: string, message: string): JsonDraftResult => ({
  ok: false,
  problems: [{ code, path, message }],
})

/** Our own schema is not interpreted: it is right, or it says what is wrong. */
const readOwn = (record: Json): JsonDraftResult => {
  const { $schema: _, ...rest } = record
  const parsed = parseArticle(rest)
  if (!parsed.ok) return { ok: false, problems: parsed.problems }
  const { revision, source: _source, schemaVersion: _version, ...fields } = parsed.article
  return { ok: true, draft: { ...fields, updatedAt: revision.updatedAt } }
}

const hasOtherBody = (record: Json): boolean =>
  ['body', 'content', 'html', 'articleBody', 'richText', 'markdown', 'blocks'].some(
    key => readRichText(record[key]) !== null,
  )

/** { id, title?, text }: the text exactly as it stands. */
const readLight = (record: Json): JsonDraftResult => {
  const { text: _, ...others } = record
  const fields = fieldsToDraft(others, { body: [] })
  const draft = readPlainText(String(record.text), fields.headline ?? '')
  const sourceId = asText(record.sourceId ?? record.id)
  const { text: _text, blocks: _blocks, ...known } = fields
  const told = Object.fromEntries(
    Object.entries(known).filter(([, value]) => value !== null && value !== '' && !isEmptyList(value)),
  )
  return withWords({ ...draft, ...told, ...(sourceId === null ? {} : { sourceId }), ...statusOf(record) })
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0

/** The record inside what APIs wrap around it: { data: { attributes } }, { item: { elements } }, { fields }, { post }. */
const unwrapped = (record: Json): Json => {
  let inner = record
  for (let i = 0; i < 4; i += 1) {
    const next = [
      'data',
      'attributes',
      'entry',
      'post',
      'doc',
      'story',
      'item',
      'record',
      'result',
      'article',
      'fields',
      'elements',
    ]
      .map(key => inner[key])
      .find(isRecord)
    if (next === undefined || readRichText(inner.body ?? inner.html ?? inner.articleBody) !== null)
      return inner
    inner = { ...inner, ...next }
    if (Object.values(next).some(value => isRecord(value) && 'value' in value && 'type' in value)) {
      inner = { ...inner, ...withoutWrapping(next) }
    }
  }
  return inner
}

/** Kontent.ai: { title: { type, value } } -> { title } */
const withoutWrapping = (fields: Json): Json =>
  Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      key,
      isRecord(value) && 'value' in value ? asRecord(value).value : value,
    ]),
  )

/** "[ … ]" is what stands where a body was cut out. */
const withWords = (draft: Draft, keys: readonly string[] = []): JsonDraftResult =>
  draft.blocks.some(
    ({ kind, start, end }) =>
      kind !== 'headline' &&
      kind !== 'standfirst' &&
      kind !== 'byline' &&
      /[\p{L}\p{N}]/u.test(draft.text.slice(start, end)),
  )
    ? { ok: true, draft }
    : refuse(
        'missing',
        'body',
        `No body was found under "body", "content", "text", "html" or another usual name${hadInstead(keys)}. Put it under one of them, or say in the source's "fields" where it is (see docs/sources.md).`,
      )

const mostKeysTold = 20

const hadInstead = (keys: readonly string[]): string =>
  keys.length === 0 ? '' : `; the record has: ${keys.slice(0, mostKeysTold).join(', ')}`.slice(0, 1_000)
