/**
 * An article as the pipeline stores it: the text verbatim, and blocks that say what each stretch of it is.
 */
import * as z from 'zod'
import {
  longestHeadline,
  longestId,
  longestLine,
  longestParagraph,
  longestText,
  longestUrl,
  mostBlocks,
  mostBylines,
  mostKeywords,
  mostMedia,
} from './bounds.ts'
import { Media } from './media.ts'

/** Widened, never repurposed. */
export const schemaVersion = 1

export const BlockKind = z.enum([
  'headline',
  'standfirst',
  'byline',
  'paragraph',
  'subheading',
  'blockquote',
  'listItem',
  'caption',
  'credit',
  'note',
])
export type BlockKind = z.infer<typeof BlockKind>

export const Block = z
  .strictObject({
    kind: BlockKind.describe('What this stretch of the text is.'),
    start: z.int().nonnegative().describe('Where the block begins in text, in UTF-16 units.'),
    end: z.int().nonnegative().describe('Where the block ends in text (exclusive), in UTF-16 units.'),
  })
  .describe('A stretch of the text and what it is. Blocks are in order and do not overlap.')
export type Block = z.infer<typeof Block>

const dateTime = z.iso.datetime({ offset: true })
export const ArticleId = z
  .string()
  .min(1)
  .max(longestId)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .describe('Stable identity of the article, safe in a URL and in a storage key.')

export const Revision = z
  .strictObject({
    updatedAt: dateTime.describe(
      'When the source last changed it. A newer one replaces an older one, never the other way round.',
    ),
    textHash: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('SHA-256 of text as UTF-8, in lower-case hex.'),
  })
  .describe('Which state of the article this is.')
export type Revision = z.infer<typeof Revision>

export const ArticleStatus = z.enum(['usable', 'withheld', 'canceled'])
export type ArticleStatus = z.infer<typeof ArticleStatus>

const line = z.string().max(longestLine)

export const Article = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion).describe('Version of this shape.'),
    id: ArticleId,
    source: line.min(1).describe('Which configured source delivered it, e.g. "wire".'),
    sourceId: z.string().min(1).max(longestUrl).describe("The source's own identity of the article."),
    url: z
      .url({ protocol: /^https?$/ })
      .max(longestUrl)
      .nullable()
      .describe('Where readers find it, or null.'),
    status: ArticleStatus.describe('usable: may be seen; withheld: not yet; canceled: no longer.'),
    language: z
      .string()
      .max(35)
      .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
      .describe('BCP 47 tag, given or detected; "und" where nothing tells.'),
    revision: Revision,
    headline: z.string().max(longestHeadline).describe('The headline; "" where the text has none.'),
    standfirst: z
      .string()
      .max(longestParagraph)
      .nullable()
      .describe('The sentence under the headline, or null.'),
    bylines: z.array(line).max(mostBylines).describe('Who wrote it, as printed without "By".'),
    dateline: line
      .nullable()
      .describe('Where it was written, as printed: "IDLIB, Syria (Reuters)", or null.'),
    credit: z
      .string()
      .max(longestParagraph)
      .nullable()
      .describe('Who is credited: agencies, photographers; or null.'),
    section: line.nullable().describe('Section of the publication, or null.'),
    keywords: z.array(line).max(mostKeywords).describe('Keywords from the source.'),
    publishedAt: dateTime.nullable().describe('When it was or will be published, or null.'),
    embargoedUntil: dateTime.nullable().describe('It may not be seen before this moment, or null.'),
    rights: z
      .string()
      .max(longestParagraph)
      .nullable()
      .describe('Usage terms as the source states them, or null.'),
    media: z
      .array(Media)
      .max(mostMedia)
      .optional()
      .describe('Pictures, films and recordings that the source names, in its order.'),
    text: z
      .string()
      .min(1)
      .max(longestText)
      .describe('The whole article, verbatim: the one coordinate system for every span.'),
    blocks: z.array(Block).min(1).max(mostBlocks).describe('What each stretch of the text is, in order.'),
  })
  .describe('An article: its text verbatim, what each stretch of it is, and what its source says about it.')
export type Article = z.infer<typeof Article>
