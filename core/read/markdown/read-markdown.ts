/**
 * A Markdown file, front matter and all, to a draft. A draft post (`draft: true`) is withheld.
 */
import { longestText } from '../../../content-schema/bounds.ts'
import type { FieldPaths } from '../../../content-schema/source-config.ts'
import { fieldsToDraft } from '../fields.ts'
import type { DraftResult } from '../html/read-html.ts'
import { asText } from '../read-json.ts'
import { readFrontMatter } from './front-matter.ts'
import { markdownToParts } from './markdown-to-parts.ts'

export const readMarkdown = (markdown: string, paths?: FieldPaths): DraftResult => {
  const read = readFrontMatter(markdown)
  if (!read.ok) return read
  const { fields } = read
  if (read.body.length > longestText) {
    const message = `The Markdown is too long: got ${read.body.length} characters, allowed is at most ${longestText}; send it in parts.`
    return { ok: false, code: 'too-long', message }
  }
  const body = markdownToParts(read.body)
  const draft = fieldsToDraft(fields, paths === undefined ? { body } : { body, paths })
  const id = asText(fields.id ?? fields.uuid)
  const isDraft = fields.draft === true || fields.published === false || fields.status === 'draft'
  return {
    ok: true,
    draft: {
      ...draft,
      ...(id === null ? {} : { sourceId: id }),
      ...(isDraft ? { status: 'withheld' as const } : {}),
    },
  }
}
