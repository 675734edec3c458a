/**
 * Sanity: the document itself, whole or as a projection; the operation in a header, or, better, in the projection as
 * `"_operation": delta::operation()`, where the signature covers it. Drafts have ids of their own.
 */
import { asRecord, asText } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import { type CmsReader, changeOfVerb, ignored, isOtherType, otherType, unclear } from './cms-event.ts'

export const sanity: CmsReader = (body, event, source) => {
  const record = 'result' in body ? asRecord(body.result) : body
  const id = asText(record._id)
  if (id === null)
    return unclear('_id is missing from the Sanity document; keep it in the projection of the webhook.')
  if (id.startsWith('drafts.') || id.startsWith('versions.')) return ignored('a draft')
  const type = asText(record._type)
  const operation = asText(record._operation ?? record.operation) ?? event
  const change = changeOfVerb(operation) === 'withdraw' ? 'withdraw' : 'publish'
  if (change === 'publish' && isOtherType(source, type)) return otherType(type)
  const at = change === 'withdraw' ? null : readTime(record._updatedAt)
  return [{ kind: 'change', change, sourceId: id, record: { ...record, slug: slugOf(record.slug) }, at }]
}

const slugOf = (slug: unknown): unknown => asRecord(slug).current ?? slug
