/**
 * Strapi: { event: 'entry.publish', model, entry }. Version 5 knows an entry by its documentId; drafts have no
 * publishedAt; a model without drafts has no such field at all.
 */
import type { Json } from '../read-json.ts'
import { asRecord, asText } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import {
  type Change,
  type CmsReader,
  changeOfVerb,
  ignored,
  isOtherType,
  otherType,
  unclear,
} from './cms-event.ts'

export const strapi: CmsReader = (body, header, source) => {
  const event = asText(body.event) ?? header
  if (event?.startsWith('entry') !== true) return ignored(`event ${JSON.stringify(event)} is about no entry`)
  const model = asText(body.model)
  if (isOtherType(source, model)) return otherType(model)
  const entry = asRecord(body.entry)
  const sourceId = asText(entry.documentId ?? entry.id)
  if (sourceId === null) return unclear('entry.id is missing from the Strapi webhook.')
  if (source.locale !== undefined && asText(entry.locale) !== null && entry.locale !== source.locale) {
    return ignored(`locale ${JSON.stringify(entry.locale)}`)
  }
  const change = changeOf(event, entry)
  if (change === null) return ignored('a draft')
  const at =
    change === 'withdraw'
      ? readTime(body.createdAt ?? body.created_at)
      : readTime(entry.updatedAt ?? entry.updated_at)
  return [{ kind: 'change', change, sourceId, record: entry, at }]
}

const changeOf = (event: string, entry: Json): Change | null => {
  const verb = changeOfVerb(event)
  if (verb !== 'save') return verb === 'hold' ? null : verb
  const published =
    'publishedAt' in entry ? entry.publishedAt : 'published_at' in entry ? entry.published_at : true
  return published === null ? null : 'publish'
}
