/**
 * Applies the listed edits to a sentence: what is shown is what the article says, minus deletions, plus insertions.
 *
 *   "However, he left." - delete "However, h" + insert "H" + insert " [Ana Ruiz]"  ->  "He [Ana Ruiz] left."
 */
import type { DisplayEdit } from '../../content-schema/summary.ts'

/** Where an edit stands in the text. */
export const placeOf = (edit: DisplayEdit): number => (edit.kind === 'delete' ? edit.start : edit.at)

/** The stretch [start, end) of the text with edits applied, which lie inside it and do not overlap. */
export const applyEdits = (
  text: string,
  span: { readonly start: number; readonly end: number },
  edits: readonly DisplayEdit[],
): string => {
  let shown = ''
  let at = span.start
  for (const edit of edits) {
    shown += text.slice(at, placeOf(edit))
    at = edit.kind === 'delete' ? edit.end : edit.at
    if (edit.kind === 'insert') shown += edit.text
  }
  return shown + text.slice(at, span.end)
}

/** In the order of the text; at one place deletions come first. */
export const sortEdits = (edits: readonly DisplayEdit[]): DisplayEdit[] =>
  [...edits].sort(
    (a, b) => placeOf(a) - placeOf(b) || (a.kind === 'delete' ? 0 : 1) - (b.kind === 'delete' ? 0 : 1),
  )
