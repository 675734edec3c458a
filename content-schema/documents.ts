/**
 * The documents of one article, as apps fetch them: articles/{id}/{name}. Each says which article and which revision of
 * it, so that a reader can tell that two of them belong together.
 *
 * article.json holds everything in one; the others are slices of it for apps that want less.
 */
import * as z from 'zod'
import { Article, ArticleId, Revision, schemaVersion } from './article.ts'
import { mostFindings, mostMedia } from './bounds.ts'
import { Correction, mostCorrections } from './correction.ts'
import { Media } from './media.ts'
import { Name } from './name.ts'
import { EditReport } from './override.ts'
import { Place } from './place.ts'
import { Quote, Speaker } from './quote.ts'
import { Summary, SummarySentence } from './summary.ts'

const head = {
  $schema: z.string().describe('URL of the JSON Schema of this document.'),
  schemaVersion: z.literal(schemaVersion).describe('Version of this shape.'),
  id: ArticleId,
  revision: Revision,
}
const indexedUnder = z
  .array(z.iso.date())
  .max(mostFindings)
  .describe('Days of the index that have held the article; the last one does now, unless it was taken down.')
const limits = z.array(z.string()).describe('What was left out and why, in words.')

export const LinkedSummarySentence = SummarySentence.extend({
  quotes: z.array(z.string()).max(mostFindings).describe('Ids of the quotes inside the sentence.'),
  places: z.array(z.string()).max(mostFindings).describe('Ids of the places that the sentence names.'),
})
export type LinkedSummarySentence = z.infer<typeof LinkedSummarySentence>

export const LinkedSummary = Summary.extend({ sentences: z.array(LinkedSummarySentence).max(mostFindings) })
export type LinkedSummary = z.infer<typeof LinkedSummary>

export const LinkedPlace = Place.extend({
  quotes: z.array(z.string()).max(mostFindings).describe('Ids of the quotes that speak of the place.'),
  summarySentences: z
    .array(z.int().positive())
    .max(mostFindings)
    .describe('Ranks of the summary sentences that name the place.'),
})
export type LinkedPlace = z.infer<typeof LinkedPlace>

/** Variants whose findings point at one another. */
export const LinkedVariants = z.strictObject({
  summary: LinkedSummary,
  quotes: z.array(Quote).max(mostFindings),
  speakers: z.array(Speaker).max(mostFindings),
  places: z.array(LinkedPlace).max(mostFindings),
  names: z.array(Name).max(mostFindings),
  limits,
})
export type LinkedVariants = z.infer<typeof LinkedVariants>

export const SummaryDocument = z
  .strictObject({ ...head, summary: LinkedSummary, limits })
  .describe('articles/{id}/summary.json')
export type SummaryDocument = z.infer<typeof SummaryDocument>

export const QuotesDocument = z
  .strictObject({
    ...head,
    quotes: LinkedVariants.shape.quotes,
    speakers: LinkedVariants.shape.speakers,
    limits,
  })
  .describe('articles/{id}/quotes.json')
export type QuotesDocument = z.infer<typeof QuotesDocument>

export const PlacesDocument = z
  .strictObject({ ...head, places: LinkedVariants.shape.places, limits })
  .describe('articles/{id}/places.json')
export type PlacesDocument = z.infer<typeof PlacesDocument>

export const NamesDocument = z
  .strictObject({ ...head, names: LinkedVariants.shape.names, limits })
  .describe('articles/{id}/names.json')
export type NamesDocument = z.infer<typeof NamesDocument>

const links = z
  .strictObject({
    article: z.string(),
    summary: z.string(),
    quotes: z.string(),
    places: z.string(),
    names: z.string(),
    ninjs: z.string(),
    jsonld: z.string(),
  })
  .describe('URLs of the documents of this article.')

export const ArticleDocument = z
  .strictObject({
    ...head,
    status: z.literal('usable'),
    ...Article.omit({ schemaVersion: true, id: true, revision: true, status: true }).shape,
    media: z.array(Media).max(mostMedia),
    text: Article.shape.text
      .nullable()
      .describe('The whole article, verbatim; null where the operator withholds it.'),
    ...LinkedVariants.shape,
    corrections: z
      .array(Correction)
      .max(mostCorrections)
      .describe('What changed since it was first published, latest first.'),
    edits: EditReport.nullable().describe("What an editor's override did, or null where there is none."),
    indexedUnder,
    documents: links,
  })
  .describe('articles/{id}/article.json: the article and all that was found in it.')
export type ArticleDocument = z.infer<typeof ArticleDocument>

export const Tombstone = z
  .strictObject({
    ...head,
    status: z
      .enum(['canceled', 'withheld'])
      .describe('canceled: taken back for good; withheld: was published, and may not be seen for now.'),
    canceledAt: z.iso.datetime({ offset: true }).describe('When the source took it back.'),
    indexedUnder,
    url: Article.shape.url,
  })
  .describe('articles/{id}/article.json of an article that was taken back: nothing of it is left but this.')
export type Tombstone = z.infer<typeof Tombstone>

export const PublishedArticle = z.discriminatedUnion('status', [ArticleDocument, Tombstone])
export type PublishedArticle = z.infer<typeof PublishedArticle>
