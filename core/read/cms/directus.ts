/**
 * Directus: what a Flow sends. Of an update, $trigger carries only the changed fields, so that an article is read only
 * where the Flow read the item (`item`); else it is fetched where the source says from where.
 */
import { asList, asRecord, asText, isRecord } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import {
  type CmsEvent,
  type CmsReader,
  changeOfStatus,
  changeOfVerb,
  ignored,
  isOtherType,
  otherType,
  unclear,
} from './cms-event.ts'

export const directus: CmsReader = (body, header, source) => {
  const event = asText(body.event) ?? header
  const collection = asText(body.collection) ?? event?.match(/^(.+)\.items\.\w+$/)?.[1] ?? null
  if (isOtherType(source, collection)) return otherType(collection)
  if (changeOfVerb(event) === 'withdraw') return deleted(asList(body.keys ?? body.payload), body.key)
  const item = isRecord(body.item) ? body.item : isRecord(body.data) ? body.data : null
  const payload = item ?? asRecord(body.payload)
  const keys = asList(body.keys)
    .map(asText)
    .filter(key => key !== null)
  const id = asText(payload.id ?? body.key ?? keys[0])
  if (id === null)
    return unclear(
      'key is missing from what the Directus Flow sent; send {{$trigger.key}} or {{$trigger.keys}} with it.',
    )
  const change = changeOfStatus(payload.status) ?? 'publish'
  if (change === 'withdraw')
    return [{ kind: 'change', change, sourceId: id, record: null, at: readTime(payload.date_updated) }]
  if (change === 'hold' && event?.endsWith('create') === true) return ignored('a draft')
  const isWhole = item !== null || event?.endsWith('create') === true
  if (!isWhole && source.fetch === undefined) {
    return unclear(
      'An update from Directus carries only the changed fields: read the item in the Flow and send it as "item", or say in "fetch" where to get it from (see docs/sources.md).',
    )
  }
  if (!isWhole) return (keys.length > 0 ? keys : [id]).map((key): CmsEvent => thin(key, collection))
  return [
    {
      kind: 'change',
      change,
      sourceId: id,
      record: payload,
      at: readTime(payload.date_updated ?? payload.date_created),
    },
  ]
}

const deleted = (keys: readonly unknown[], key: unknown): readonly CmsEvent[] => {
  const ids = [...keys, key].map(asText).filter(id => id !== null)
  return ids.map(sourceId => ({ kind: 'change', change: 'withdraw', sourceId, record: null, at: null }))
}

const thin = (id: string, collection: string | null): CmsEvent => ({
  kind: 'thin',
  sourceId: id,
  params: { id, collection: collection ?? '' },
  name: 'item.json',
  at: null,
  gone: 'withdraw',
})
