/**
 * Prismic: { type: 'api-update', masterRef, documents: [ids] }. The list mixes what was published with what was
 * withdrawn: what the API no longer gives at the new ref is gone.
 */
import type { Json } from '../read-json.ts'
import { asList, asRecord, asText, isRecord } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import { type CmsEvent, type CmsReader, ignored, isOtherType, otherType, unclear } from './cms-event.ts'

export const prismic: CmsReader = (body, _event, source) => {
  if (Array.isArray(body.results)) {
    const [document] = body.results
    return isRecord(document) ? documentOf(document, source) : ignored('no document')
  }
  if (isRecord(body.data) && body.uid !== undefined) return documentOf(body, source)
  if (body.type !== 'api-update' && body.type !== 'test-trigger')
    return unclear(`The type ${JSON.stringify(asText(body.type))} is none that Prismic sends.`)
  if (body.type !== 'api-update') return ignored(`type ${JSON.stringify(asText(body.type))}`)
  const ref = asText(body.masterRef)
  if (ref === null) return ignored('no new published state: a release or a tag')
  const ids = asList(body.documents)
    .map(asText)
    .filter(id => id !== null)
  if (ids.length === 0) return ignored('no documents')
  return ids.map(id => ({
    kind: 'thin',
    sourceId: id,
    params: { id, ref },
    name: 'document.json',
    at: null,
    gone: 'withdraw',
  }))
}

const documentOf = (document: Json, source: Parameters<typeof isOtherType>[0]): readonly CmsEvent[] => {
  const type = asText(document.type)
  const sourceId = asText(document.id)
  if (sourceId === null) return ignored('no document')
  if (isOtherType(source, type)) return otherType(type)
  if (source.locale !== undefined && document.lang !== source.locale)
    return ignored(`language ${JSON.stringify(asText(document.lang))}`)
  const { data: _, body: _body, ...about } = document
  const data = asRecord(document.data)
  const record = { ...about, slug: document.uid, language: document.lang, ...data }
  return [
    {
      kind: 'change',
      change: 'publish',
      sourceId,
      record,
      at: readTime(document.last_publication_date),
      publishedAt: readTime(data.published_at ?? document.first_publication_date),
    },
  ]
}
