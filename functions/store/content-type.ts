/**
 * What a key's extension says its content is. Anything else is bytes.
 */

const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  // As stored; served-types.ts says what they are served as.
  jsonld: 'application/json; charset=utf-8',
  geojson: 'application/json; charset=utf-8',
  opml: 'application/xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/xml; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  html: 'text/html',
  htm: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
}

/** contentTypeOf('a/story.html') -> 'text/html' */
export const contentTypeOf = (key: string): string =>
  contentTypes[/\.([a-z0-9]+)$/i.exec(key)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
