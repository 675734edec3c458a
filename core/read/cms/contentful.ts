/**
 * Contentful: the topic stands in a header; a publish carries all fields in all locales, an unpublish or delete only
 * a DeletedEntry. Linked entries are references, which say nothing here.
 */
import type { Json } from '../read-json.ts'
import { asRecord, asText, isRecord } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import {
  type CmsEvent,
  type CmsReader,
  changeOfVerb,
  ignored,
  isOtherType,
  otherType,
  unclear,
} from './cms-event.ts'

export const contentful: CmsReader = (body, event, source) => {
  const sys = asRecord(body.sys)
  const type = asText(sys.type) ?? ''
  if (type !== 'Entry' && type !== 'DeletedEntry') return ignored(`a ${type || 'nameless thing'} is no entry`)
  const sourceId = asText(sys.id)
  if (sourceId === null) return unclear('sys.id is missing from the Contentful entry.')
  const contentType = asText(asRecord(asRecord(sys.contentType).sys).id)
  if (type === 'DeletedEntry' || changeOfVerb(event) === 'withdraw') {
    return [
      {
        kind: 'change',
        change: 'withdraw',
        sourceId,
        record: null,
        at: readTime(sys.deletedAt ?? sys.updatedAt),
      },
    ]
  }
  if (isOtherType(source, contentType)) return otherType(contentType)
  if (!isPublished(event, sys)) return ignored('saved, not published')
  return [publish(sourceId, body, source.locale)]
}

/** Without the header: what the delivery API gives has no version, and of the rest only what was just published. */
const isPublished = (event: string | null, sys: Json): boolean => {
  if (event !== null) return changeOfVerb(event) === 'publish'
  const published = sys.publishedVersion
  return typeof published === 'number' ? sys.version === published + 1 : sys.revision !== undefined
}

const publish = (sourceId: string, body: Json, locale: string | undefined): CmsEvent => {
  const sys = asRecord(body.sys)
  const record = { ...inLocale(asRecord(body.fields), locale), sys }
  const at = readTime(sys.updatedAt)
  return {
    kind: 'change',
    change: 'publish',
    sourceId,
    record,
    at,
    publishedAt: readTime(sys.firstPublishedAt ?? sys.publishedAt),
  }
}

/** { title: { "en-US": "…", "de": "…" } } -> { title: "…" }, in the wanted locale or else the first. */
export const inLocale = (fields: Json, locale: string | undefined): Json =>
  Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, localised(value, locale)]))

const localised = (value: unknown, locale: string | undefined): unknown => {
  if (!isRecord(value)) return value
  const keys = Object.keys(value)
  if (keys.length === 0 || !keys.every(key => /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/.test(key))) return value
  if (locale !== undefined) return Object.hasOwn(value, locale) ? value[locale] : undefined
  return value[keys[0] ?? '']
}
