/**
 * What a key's extension says its content is. Anything else is bytes.
 */
import { feedContentType } from '../../core/feeds/feed-file.ts'

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  jsonld: 'application/ld+json',
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  html: 'text/html',
  htm: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
}

/** contentTypeOf('a/story.html') -> 'text/html' */
export const contentTypeOf = (key: string): string =>
  key.startsWith('feeds/')
    ? feedContentType(key)
    : (contentTypes[/\.([a-z0-9]+)$/i.exec(key)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream')
