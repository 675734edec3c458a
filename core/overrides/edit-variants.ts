/**
 * The editor's last word: an override laid over what was found.
 *
 * Edits point at words, so they hold when the article is read anew, when a better engine finds other spans, and when
 * paragraphs move. One that no longer finds its words changes nothing and is reported. What an editor decided carries
 * `by: "editor"` and confidence 1.
 */
import type { Edit, EditReport, Override } from '../../content-schema/override.ts'
import type { Problem } from '../../content-schema/problem.ts'
import type { Span } from '../../content-schema/span.ts'
import type { Variants } from '../../content-schema/variants.ts'
import { withPlaceDoubts } from '../places/geo-lint.ts'
import { openReading } from '../text/reading.ts'
import type { EditableArticle, EditContext, EditResult } from './edit-context.ts'
import { dropName } from './edit-names.ts'
import { dropPlace, movePlace } from './edit-places.ts'
import { dropQuote, fixSpeaker } from './edit-quotes.ts'
import { dropSentence, type PinnedSentences, pinSentence, withPins } from './edit-summary.ts'
import { toPlainText } from './find-anchor.ts'

export const editVariants = (
  article: EditableArticle,
  variants: Variants,
  override: Override,
): { variants: Variants; report: EditReport } => {
  const context = openContext(article)
  const stale: Problem[] = []
  const pins: PinnedSentences = []
  let edited = variants
  override.edits.forEach((edit, index) => {
    const result = applyEdit(edit, edited, context, pins)
    if ('variants' in result) edited = result.variants
    else stale.push(staleProblem(edit, index, result.stale))
  })
  const report = {
    updatedAt: override.updatedAt,
    applied: override.edits.length - stale.length,
    stale,
  }
  const limits =
    edited.places === variants.places ? edited.limits : withPlaceDoubts(edited.limits, edited.places)
  return { variants: withPins({ ...edited, limits }, pins), report }
}

const applyEdit = (
  edit: Edit,
  variants: Variants,
  context: EditContext,
  pins: PinnedSentences,
): EditResult => {
  switch (edit.kind) {
    case 'fix-speaker':
      return fixSpeaker(edit, variants, context)
    case 'drop-quote':
      return dropQuote(edit, variants, context)
    case 'move-place':
      return movePlace(edit, variants, context)
    case 'drop-place':
      return dropPlace(edit, variants, context)
    case 'pin-sentence':
      return pinSentence(edit, variants, context, pins)
    case 'drop-sentence':
      return dropSentence(edit, variants, context)
    case 'drop-name':
      return dropName(edit, variants, context)
    default: {
      const never: never = edit
      return never
    }
  }
}

const openContext = (article: EditableArticle): EditContext => {
  let sentences: readonly Span[] | null = null
  return {
    article,
    plainText: toPlainText(article.text),
    sentences: () => {
      sentences ??= openReading(article.text, article.blocks).sentences
      return sentences
    },
  }
}

const staleProblem = (edit: Edit, index: number, why: string): Problem => ({
  code: 'stale-override',
  path: `edits[${index}]`,
  message: `edits[${index}] (${edit.kind}) no longer applies: ${why} Mend or remove it.`,
  level: 'warning',
})
