/**
 * Edits of names: that it is none.
 */
import type { Edit } from '../../content-schema/override.ts'
import type { Variants } from '../../content-schema/variants.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import { findAnchor, toPlainText } from './find-anchor.ts'

type DropName = Extract<Edit, { kind: 'drop-name' }>

/** Quotes keep their speaker: who said it is an edit of its own. */
export const dropName = (edit: DropName, variants: Variants, { plainText }: EditContext): EditResult => {
  const plain = (words: string): string => toPlainText(words).plain.trim()
  const names = variants.names.filter(({ name }) => plain(name) !== plain(edit.name))
  if (names.length < variants.names.length) return { variants: { ...variants, names } }
  const isStillThere = findAnchor(plainText, { text: edit.name }).length > 0
  return isStillThere ? { variants } : { stale: `the article does not say "${edit.name}" any more.` }
}
