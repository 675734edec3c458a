/**
 * Payload: what its afterChange and afterDelete hooks send, { operation, collection, doc, previousDoc }.
 */
import { asRecord, asText } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import {
  type CmsReader,
  changeOfStatus,
  changeOfVerb,
  ignored,
  isOtherType,
  otherType,
  unclear,
} from './cms-event.ts'

export const payload: CmsReader = (body, event, source) => {
  const doc = asRecord('doc' in body ? body.doc : body.data)
  const collection = asText(body.collection)
  if (isOtherType(source, collection)) return otherType(collection)
  const sourceId = asText(doc.id ?? doc._id ?? body.id)
  if (sourceId === null) return unclear('doc.id is missing from what the Payload hook sent.')
  const operation = asText(body.operation ?? body.event) ?? event
  if (changeOfVerb(operation) === 'withdraw') {
    return [{ kind: 'change', change: 'withdraw', sourceId, record: doc, at: null }]
  }
  // A collection without drafts has no _status: all of it is published.
  const change = changeOfStatus(doc._status) ?? 'publish'
  const wasPublished = changeOfStatus(asRecord(body.previousDoc)._status) === 'publish'
  if (change === 'hold' && !wasPublished) return ignored('a draft')
  const at = readTime(doc.updatedAt)
  return [{ kind: 'change', change: change === 'hold' ? 'withdraw' : change, sourceId, record: doc, at }]
}
