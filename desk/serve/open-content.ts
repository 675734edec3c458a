/**
 * What a local server serves: the content in a folder, and the JSON Schemas under schema/v1/ as the deployment has them.
 */
import { jsonSchemas } from '../../content-schema/json-schemas.ts'
import { etagOf } from '../../functions/store/etag.ts'
import type { Store, StoredObject } from '../../functions/store/store.ts'
import type { ReadObject } from './answer-request.ts'

export const openContent = (content: Store): ReadObject => {
  const startedAt = new Date().toISOString()
  const schemas = new Map<string, StoredObject>()
  for (const [name, text] of Object.entries(jsonSchemas())) {
    const key = `schema/v1/${name}`
    const bytes = new TextEncoder().encode(text)
    const contentType = 'application/schema+json; charset=utf-8'
    schemas.set(key, { key, bytes, etag: etagOf(bytes), contentType, lastModified: startedAt })
  }
  return async key => schemas.get(key) ?? (await content.read(key))
}
