/**
 * The types that documents are served with, where they differ from those they are stored with.
 *
 * CloudFront compresses what its list of types names, and feed+json, geo+json, ld+json and atom+xml are not on it. So these
 * are stored as plain JSON and XML, are compressed as such, and get their own type on the way out.
 */

export interface ServedType {
  /** Beginning and end of the path: "/feeds/", ".geojson". The first rule that fits counts. */
  readonly start: string
  readonly end: string
  readonly type: string
}

export const servedTypes: readonly ServedType[] = [
  { start: '/feeds/index.json', end: '', type: 'application/json; charset=utf-8' },
  { start: '/feeds/', end: '.json', type: 'application/feed+json' },
  { start: '/feeds/', end: '.geojson', type: 'application/geo+json' },
  { start: '/feeds/', end: '.atom', type: 'application/atom+xml; charset=utf-8' },
  { start: '/feeds/', end: '.opml', type: 'text/x-opml; charset=utf-8' },
  { start: '/articles/', end: '.jsonld', type: 'application/ld+json' },
  { start: '/schema/', end: '.json', type: 'application/schema+json; charset=utf-8' },
]

/** storedTypeOf('application/geo+json') -> 'application/json'; what CloudFront compresses anyway stays as it is. */
export const storedTypeOf = (contentType: string): string => {
  if (/^application\/(?:feed|geo|ld|schema)\+json\b/.test(contentType))
    return 'application/json; charset=utf-8'
  if (/^application\/atom\+xml\b|^text\/x-opml\b/.test(contentType)) return 'application/xml; charset=utf-8'
  return contentType
}
