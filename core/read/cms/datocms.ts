/**
 * DatoCMS: { entity_type: 'item', event_type, entity, related_entities }; the model's name stands among the related
 * entities. Saving sends update, publishing sends publish: only the latter counts.
 */
import type { Json } from '../read-json.ts'
import { asList, asRecord, asText, isRecord } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import { type CmsReader, ignored, isOtherType, otherType, unclear } from './cms-event.ts'
import { inLocale } from './contentful.ts'

export const datocms: CmsReader = (body, _event, source) => {
  if (body.entity_type !== 'item') return ignored(`a ${asText(body.entity_type)} is no record`)
  const entity = asRecord(body.entity)
  const sourceId = asText(entity.id)
  if (sourceId === null) return unclear('entity.id is missing from the DatoCMS webhook.')
  const model = modelOf(body, entity)
  if (isOtherType(source, model)) return otherType(model)
  const meta = asRecord(entity.meta)
  const event = asText(body.event_type)
  if (event === 'unpublish' || event === 'delete') {
    const at = readTime(body.event_triggered_at)
    return [
      {
        kind: 'change',
        change: 'withdraw',
        sourceId,
        record: inLocale(asRecord(entity.attributes), source.locale),
        at,
      },
    ]
  }
  if (event !== 'publish') return ignored(`saved (${event}), not published`)
  const record = { ...inLocale(asRecord(entity.attributes), source.locale), meta }
  const at = readTime(meta.published_at ?? meta.updated_at ?? body.event_triggered_at)
  return [
    {
      kind: 'change',
      change: 'publish',
      sourceId,
      record,
      at,
      publishedAt: readTime(meta.first_published_at),
    },
  ]
}

const modelOf = (body: Json, entity: Json): string | null => {
  const id = asText(asRecord(asRecord(asRecord(entity.relationships).item_type).data).id)
  const type = asList(body.related_entities)
    .filter(isRecord)
    .find(one => one.type === 'item_type' && asText(one.id) === id)
  return asText(asRecord(type?.attributes).api_key) ?? id
}
