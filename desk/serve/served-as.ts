/**
 * With which type and lifetime a key is served. A folder does not keep what the pipeline wrote beside the bytes, so it
 * is told by the key, as the pipeline and the deployment have it.
 */
import { documentCacheControl } from '../../core/feeds/document-address.ts'
import { feedCacheControl } from '../../core/feeds/feed-file.ts'
import { servedTypes } from '../../functions/served-types.ts'

export const servedContentType = (key: string, stored: string): string =>
  servedTypes.find(({ start, end }) => `/${key}`.startsWith(start) && key.endsWith(end))?.type ?? stored

export const servedCacheControl = (key: string): string => {
  if (key.startsWith('feeds/')) return feedCacheControl
  if (key.startsWith('articles/')) return documentCacheControl
  return 'public, max-age=3600'
}
