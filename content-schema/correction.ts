/**
 * What changed in the findings of an article from one revision to the next, for those who cited the earlier one.
 *
 *   a quote whose speaker was mended -> { subject: 'quote', kind: 'reattributed', before: 'Ana Ruiz', after: 'Luis Ruiz' }
 */
import * as z from 'zod'

/** Changes of one correction, corrections of one article: the latest are kept and the rest are counted. */
export const mostChanges = 100
export const mostCorrections = 50

export const Change = z
  .strictObject({
    subject: z.enum(['headline', 'quote', 'place', 'name', 'summary']),
    kind: z
      .enum(['added', 'removed', 'reworded', 'reattributed', 'moved'])
      .describe(
        'reworded: other words for the same; reattributed: another speaker; moved: another place on the map.',
      ),
    id: z
      .string()
      .nullable()
      .describe('Id of the finding where it has one; its earlier id where it was removed.'),
    before: z.string().nullable().describe('What stood there; null where it was added.'),
    after: z.string().nullable().describe('What stands there now; null where it was removed.'),
  })
  .describe('One finding that was added, removed or changed.')
export type Change = z.infer<typeof Change>

export const Correction = z
  .strictObject({
    at: z.iso.datetime({ offset: true }).describe('When the source or the editor made the change.'),
    by: z
      .enum(['source', 'editor'])
      .describe('source: a new revision came; editor: an override was changed.'),
    replaces: z.iso.datetime({ offset: true }).describe('The moment of the state that this one replaced.'),
    changes: z.array(Change).max(mostChanges),
    more: z.int().nonnegative().describe('How many further changes are not listed.'),
  })
  .describe('What changed between two published states of an article.')
export type Correction = z.infer<typeof Correction>
