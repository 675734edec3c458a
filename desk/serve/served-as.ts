/**
 * With which type and lifetime a key is served. A folder does not keep what the pipeline wrote beside the bytes, so it
 * is told by the key, as the pipeline and the deployment have it.
 */
import {
  documentCacheControl,
  documentContentType,
  documentNames,
} from '../../core/feeds/document-address.ts'
import { feedCacheControl, feedContentType } from '../../core/feeds/feed-file.ts'

export const servedContentType = (key: string, stored: string): string => {
  if (key.startsWith('feeds/')) return feedContentType(key)
  if (key.startsWith('schema/')) return 'application/schema+json; charset=utf-8'
  const name = documentNames.find(
    documentName => key.startsWith('articles/') && key.endsWith(`/${documentName}`),
  )
  return name === undefined ? stored : documentContentType(name)
}

export const servedCacheControl = (key: string): string => {
  if (key.startsWith('feeds/')) return feedCacheControl
  if (key.startsWith('articles/')) return documentCacheControl
  return 'public, max-age=3600'
}
