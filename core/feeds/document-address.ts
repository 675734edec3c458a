/**
 * Where the documents of an article lie: the key in the store and the URL that apps fetch are one and the same.
 */

/** In the order in which they are written: article.json comes last, so that who sees it can fetch the rest. */
export const documentNames = [
  'summary.json',
  'quotes.json',
  'places.json',
  'names.json',
  'article.ninjs.json',
  'article.jsonld',
  'article.json',
] as const
export type DocumentName = (typeof documentNames)[number]

const contentTypes: Readonly<Record<DocumentName, string>> = {
  'summary.json': 'application/json; charset=utf-8',
  'quotes.json': 'application/json; charset=utf-8',
  'places.json': 'application/json; charset=utf-8',
  'names.json': 'application/json; charset=utf-8',
  'article.ninjs.json': 'application/json; charset=utf-8',
  'article.jsonld': 'application/ld+json',
  'article.json': 'application/json; charset=utf-8',
}

export const documentContentType = (name: DocumentName): string => contentTypes[name]

/** A correction is seen within a minute; an edge that cannot reach the store serves the last state for a day. */
export const documentCacheControl = 'public, max-age=60, stale-while-revalidate=600, stale-if-error=86400'

export const documentUrl = (baseUrl: string, articleId: string, name: DocumentName): string =>
  `${baseUrl}/articles/${encodeURIComponent(articleId)}/${name}`

export const schemaUrl = (baseUrl: string, name: string): string => `${baseUrl}/schema/v1/${name}.json`
