/**
 * Kontent.ai: a list of notifications that name items without their content (which is fetched from the delivery API),
 * in today's form and the legacy one. Of an item's language versions each is an article.
 */
import type { SourceConfig } from '../../../content-schema/source-config.ts'
import type { Json } from '../read-json.ts'
import { asList, asRecord, asText, isRecord } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import { type CmsEvent, type CmsReader, ignored, isOtherType, otherType, unclear } from './cms-event.ts'

export const kontentAi: CmsReader = (body, _event, source) => {
  if (isRecord(body.item)) return itemOf(body.item, source)
  if (Array.isArray(body.notifications)) {
    const events = body.notifications.filter(isRecord).flatMap(one => notificationOf(one, source))
    return events.length === 0 ? ignored('no notifications') : events
  }
  return legacyOf(body, source)
}

const notificationOf = (notification: Json, source: SourceConfig): readonly CmsEvent[] => {
  const message = asRecord(notification.message)
  const system = asRecord(asRecord(notification.data).system)
  if (message.object_type !== 'content_item') return ignored(`a ${asText(message.object_type)} is no item`)
  if (message.delivery_slot === 'preview') return ignored('a preview')
  const environment = asText(message.environment_id) ?? ''
  return changed(system, asText(message.action) ?? '', {
    environment,
    at: readTime(system.last_modified),
    source,
  })
}

/** { data: { items: [{ id, codename, language, type }] }, message: { operation, created_timestamp } } */
const legacyOf = (body: Json, source: SourceConfig): readonly CmsEvent[] => {
  const message = asRecord(body.message)
  const at = readTime(message.created_timestamp)
  const environment = asText(message.project_id) ?? ''
  const items = asList(asRecord(body.data).items).filter(isRecord)
  if (items.length === 0) return ignored('no items')
  return items.flatMap(item => changed(item, asText(message.operation) ?? '', { environment, at, source }))
}

interface About {
  readonly environment: string
  readonly at: string | null
  readonly source: SourceConfig
}

const changed = (item: Json, action: string, { environment, at, source }: About): readonly CmsEvent[] => {
  const [id, codename] = [asText(item.id), asText(item.codename)]
  const language = asText(item.language) ?? 'default'
  const type = asText(item.type)
  if (id === null || codename === null) return unclear('id or codename is missing from the Kontent.ai item.')
  if (source.locale !== undefined && language !== source.locale) return ignored(`language ${language}`)
  if (isOtherType(source, type)) return otherType(type)
  const sourceId = `${id}:${language}`
  if (/^(?:unpublish|unpublished|archive|archived|delete|deleted)$/.test(action)) {
    return [{ kind: 'change', change: 'withdraw', sourceId, record: null, at }]
  }
  if (!/^(?:publish|published|metadata_changed|restore)$/.test(action))
    return ignored(`action ${JSON.stringify(action)}`)
  const params = { id, codename, language, environment }
  return [{ kind: 'thin', sourceId, params, name: 'item.json', at, gone: 'withdraw' }]
}

const itemOf = (item: Json, source: SourceConfig): readonly CmsEvent[] => {
  const system = asRecord(item.system)
  const type = asText(system.type)
  if (isOtherType(source, type)) return otherType(type)
  const record: Json = {
    name: system.name,
    slug: system.codename,
    ...Object.fromEntries(
      Object.entries(asRecord(item.elements)).map(([key, element]) => [key, asRecord(element).value]),
    ),
    system,
  }
  const sourceId = `${asText(system.id)}:${asText(system.language) ?? 'default'}`
  return [{ kind: 'change', change: 'publish', sourceId, record, at: readTime(system.last_modified) }]
}
