/**
 * What an editor has the last word on. It lies at overrides/{id}.json in the inbox and is applied on every extraction.
 *
 *   { "schemaVersion": 1, "id": "wire-42", "updatedAt": "2031-03-04T10:00:00Z", "edits": [
 *     { "kind": "fix-speaker", "quote": { "text": "We will rebuild" }, "speaker": { "name": "Ana Ruiz" } } ] }
 *
 * Edits point at words, never at offsets, so that they hold when the article is read again or its text moves.
 */
import * as z from 'zod'
import { ArticleId, schemaVersion } from './article.ts'
import { longestLine, longestParagraph } from './bounds.ts'
import { Problem } from './problem.ts'
import { SpeakerKind } from './quote.ts'

export const mostEdits = 200

export const Anchor = z
  .strictObject({
    text: z
      .string()
      .trim()
      .min(1)
      .max(longestParagraph)
      .describe('Words of the article. Blanks, dashes and the shape of quotation marks do not matter.'),
    before: z
      .string()
      .max(longestLine)
      .optional()
      .describe('Words that stand right before them, where the same words stand in more than one place.'),
    after: z.string().max(longestLine).optional().describe('Words that stand right after them.'),
  })
  .describe('A stretch of the article, told by its words.')
export type Anchor = z.infer<typeof Anchor>

const name = z.string().trim().min(1).max(longestLine)
const why = z.string().max(longestParagraph).optional().describe('For colleagues; it is not published.')

export const Edit = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('fix-speaker'),
      quote: Anchor,
      speaker: z
        .strictObject({
          name: name.describe('In full.'),
          role: name.nullable().optional().describe('Absent: as the article calls them, if it does.'),
          kind: SpeakerKind.optional().describe('Absent: person.'),
        })
        .nullable()
        .describe('null: the article does not tell who said it.'),
      why,
    })
    .describe('Says who said a quote.'),
  z.strictObject({ kind: z.literal('drop-quote'), quote: Anchor, why }).describe('Takes a quote out.'),
  z
    .strictObject({
      kind: z.literal('move-place'),
      place: name.describe('The place as it is named now, or as the article writes it.'),
      to: z.strictObject({
        name: name.optional().describe('Absent: the name stays.'),
        lat: z.number().min(-90).max(90),
        lon: z.number().min(-180).max(180),
        kind: name.optional(),
        geonameId: z.int().positive().nullable().optional(),
        countryCode: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .nullable()
          .optional(),
        admin1: name.nullable().optional(),
      }),
      why,
    })
    .describe('Says where a place is.'),
  z
    .strictObject({ kind: z.literal('drop-place'), place: name.describe('As it is named or written.'), why })
    .describe('Takes a place out.'),
  z
    .strictObject({ kind: z.literal('pin-sentence'), sentence: Anchor, why })
    .describe('Puts the sentence that holds these words into the summary; the first one pinned ranks first.'),
  z
    .strictObject({ kind: z.literal('drop-sentence'), sentence: Anchor, why })
    .describe('Takes a sentence out of the summary.'),
  z
    .strictObject({ kind: z.literal('drop-name'), name: name.describe('As it is named.'), why })
    .describe('Takes a person or an organisation out of names.'),
])
export type Edit = z.infer<typeof Edit>

export const Override = z
  .strictObject({
    schemaVersion: z.literal(schemaVersion),
    id: ArticleId,
    updatedAt: z.iso.datetime({ offset: true }).describe('When the editor changed it last.'),
    editor: name.optional().describe('Who; it is not published.'),
    edits: z.array(Edit).max(mostEdits).describe('Applied in order.'),
  })
  .describe("An editor's last word on the findings of one article.")
export type Override = z.infer<typeof Override>

export const EditReport = z
  .strictObject({
    updatedAt: z.iso.datetime({ offset: true }).describe('When the editor changed the override last.'),
    applied: z.int().nonnegative().describe('How many edits hold.'),
    stale: z
      .array(Problem)
      .describe('Edits that no longer find what they point at; each path is "edits[i]".'),
  })
  .describe('What an override did to the findings.')
export type EditReport = z.infer<typeof EditReport>
