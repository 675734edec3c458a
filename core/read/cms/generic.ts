/**
 * Whoever speaks no dialect of their own: Standard Webhooks ({ type, timestamp, data }) and systems that send a record
 * with a fixed token.
 */
import { asText, isRecord } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import { isNinjs } from '../wire/read-ninjs.ts'
import {
  type CmsReader,
  changeOfStatus,
  changeOfVerb,
  ignored,
  isOtherType,
  otherType,
  unclear,
} from './cms-event.ts'

export const generic: CmsReader = (body, header, source) => {
  const record = isRecord(body.data) ? body.data : isRecord(body.article) ? body.article : body
  const event = asText(body.event ?? (record === body ? null : body.type)) ?? header
  const type = asText(record.type ?? record.contentType ?? record.collection) ?? event?.split('.')[0] ?? null
  if (isOtherType(source, type)) return otherType(type)
  const sourceId = asText(
    record.id ?? record._id ?? record.uuid ?? record.uri ?? record.sourceId ?? record.guid ?? record.slug,
  )
  if (sourceId === null)
    return unclear('id is missing: an article needs one that stays the same from version to version.')
  const verb = changeOfVerb(event)
  const at = readTime(
    record.updatedAt ?? record.updated_at ?? record.versionCreated ?? record.modified ?? body.timestamp,
  )
  if (verb === 'withdraw')
    return [{ kind: 'change', change: 'withdraw', sourceId, record, at: readTime(body.timestamp) ?? at }]
  if (isNinjs(record)) return [{ kind: 'change', change: 'publish', sourceId, record, at }]
  const change = changeOfStatus(record.status ?? record._status ?? record.state) ?? 'publish'
  if (change === 'hold' && !/update|save|edit|change/i.test(event ?? '')) return ignored('a draft')
  return [{ kind: 'change', change, sourceId, record, at }]
}
