/**
 * An article and its variants as the documents that apps fetch, article.json last.
 *
 * A canceled article has one document: article.json, a tombstone. The others are to be deleted (documentNames).
 * Not done here: deciding whether a revision may replace what is stored.
 */
import { type Article, schemaVersion } from '../../content-schema/article.ts'
import type { Correction } from '../../content-schema/correction.ts'
import type {
  ArticleDocument,
  LinkedVariants,
  PublishedArticle,
  Tombstone,
} from '../../content-schema/documents.ts'
import type { EditReport } from '../../content-schema/override.ts'
import type { Variants } from '../../content-schema/variants.ts'
import { addCorrection } from '../corrections/add-correction.ts'
import { articleToJsonLd } from './article-to-json-ld.ts'
import { articleToNinjs } from './article-to-ninjs.ts'
import { type DocumentName, documentContentType, documentUrl, schemaUrl } from './document-address.ts'
import { linkFindings } from './link-findings.ts'

export interface DocumentOptions {
  /** Where the content store is seen from outside, without a slash at its end: "https://news.example.org". */
  readonly baseUrl: string
  /** What article.json held before, to tell what was corrected; absent or null where there was none. */
  readonly previous?: PublishedArticle | null
  /** What an editor's override did to the variants. */
  readonly edits?: EditReport | null
  /** Days of the index that have held the article, the present one last. Absent: none. */
  readonly indexedUnder?: readonly string[]
  /** Whether article.json, ninjs and JSON-LD carry the whole text. Absent: they do. */
  readonly isTextPublic?: boolean
}

export interface NamedDocument {
  readonly name: DocumentName
  readonly contentType: string
  readonly body: string
}

export const articleToDocuments = (
  article: Article,
  variants: Variants,
  options: DocumentOptions,
): NamedDocument[] => {
  if (article.status === 'canceled') return [named('article.json', articleToTombstone(article, options))]
  const linked = linkFindings(variants)
  const head = { schemaVersion, id: article.id, revision: article.revision }
  const schema = (name: string) => ({ $schema: schemaUrl(options.baseUrl, `${name}-document`), ...head })
  const { limits } = linked
  return [
    named('summary.json', { ...schema('summary'), summary: linked.summary, limits }),
    named('quotes.json', { ...schema('quotes'), quotes: linked.quotes, speakers: linked.speakers, limits }),
    named('places.json', { ...schema('places'), places: linked.places, limits }),
    named('names.json', { ...schema('names'), names: linked.names, limits }),
    named('article.ninjs.json', articleToNinjs(article, linked, options)),
    named('article.jsonld', articleToJsonLd(article, linked, options)),
    named('article.json', toArticleDocument(article, linked, options)),
  ]
}

export const articleToTombstone = (
  article: Pick<Article, 'id' | 'revision' | 'status' | 'url'>,
  { baseUrl, indexedUnder = [] }: Pick<DocumentOptions, 'baseUrl' | 'indexedUnder'>,
): Tombstone => ({
  $schema: schemaUrl(baseUrl, 'article-document'),
  schemaVersion,
  id: article.id,
  revision: article.revision,
  status: article.status === 'canceled' ? 'canceled' : 'withheld',
  canceledAt: article.revision.updatedAt,
  indexedUnder: [...indexedUnder],
  url: article.url,
})

const named = (name: DocumentName, document: unknown): NamedDocument => ({
  name,
  contentType: documentContentType(name),
  body: `${JSON.stringify(document)}\n`,
})

const toArticleDocument = (
  article: Article,
  linked: LinkedVariants,
  { baseUrl, previous, edits, indexedUnder = [], isTextPublic = true }: DocumentOptions,
): ArticleDocument => {
  const url = (name: DocumentName): string => documentUrl(baseUrl, article.id, name)
  const { schemaVersion: version, id, revision, status: _, media, text, ...about } = article
  const corrections: readonly Correction[] = addCorrection(previous ?? null, article, linked, edits ?? null)
  return {
    $schema: schemaUrl(baseUrl, 'article-document'),
    schemaVersion: version,
    id,
    revision,
    status: 'usable',
    ...about,
    media: media ?? [],
    text: isTextPublic ? text : null,
    ...linked,
    corrections: [...corrections],
    edits: edits ?? null,
    indexedUnder: [...indexedUnder],
    documents: {
      article: url('article.json'),
      summary: url('summary.json'),
      quotes: url('quotes.json'),
      places: url('places.json'),
      names: url('names.json'),
      ninjs: url('article.ninjs.json'),
      jsonld: url('article.jsonld'),
    },
  }
}
