/**
 * Hygraph (once GraphCMS): { operation, data }, the entry with its localizations.
 */
import type { Json } from '../read-json.ts'
import { asList, asRecord, asText, isRecord } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import { type CmsReader, changeOfVerb, ignored, isOtherType, otherType, unclear } from './cms-event.ts'

export const hygraph: CmsReader = (body, event, source) => {
  const data = asRecord(body.data)
  const type = asText(data.__typename)
  const sourceId = asText(data.id)
  if (sourceId === null)
    return unclear('data.id is missing: switch on "Include payload" for the Hygraph webhook.')
  if (type === 'Asset' && source.contentTypes === undefined) return ignored('an asset is no article')
  if (isOtherType(source, type)) return otherType(type)
  const verb = changeOfVerb(asText(body.operation) ?? event)
  if (verb === 'withdraw') return [{ kind: 'change', change: 'withdraw', sourceId, record: null, at: null }]
  if (verb !== 'publish') return ignored('saved, not published')
  const record = localised(data, source.locale)
  return [
    {
      kind: 'change',
      change: 'publish',
      sourceId,
      record,
      at: readTime(record.updatedAt),
      publishedAt: readTime(record.publishedAt),
    },
  ]
}

/** The fields of the wanted (or only) localization over those that all share. */
const localised = (data: Json, locale: string | undefined): Json => {
  const versions = asList(data.localizations).filter(isRecord)
  const version = locale === undefined ? versions[0] : versions.find(one => one.locale === locale)
  const { id: _, ...fields } = version ?? {}
  return { ...data, ...fields }
}
