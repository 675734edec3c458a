/**
 * A line of bulk input to what the readings need: the text exactly as it stands, so that spans are offsets into it.
 *
 *   {"id": "a1", "title": "Floods cut off Riverton", "text": "RIVERTON, Ohio (AP) — Two bridges …"}
 *
 * Not here: identity, dates and the bounds of a stored Article; a line is read, not stored.
 */

import * as z from 'zod'
import { longestHeadline, longestLine, longestText } from '../../content-schema/bounds.ts'
import { counted } from '../../content-schema/counted.ts'
import type { Problem } from '../../content-schema/problem.ts'
import { toProblems } from '../../content-schema/to-problems.ts'
import type { ReadableArticle } from '../article-to-variants.ts'
import { detectLanguage } from './detect-language.ts'
import { findBlocks } from './find-blocks.ts'
import { languageTag } from './language-tag.ts'
import { fieldsOfText } from './read-plain-text.ts'

/** Fields beside these are let through unread: bulk files carry what their owners keep in them. */
const Line = z.object({
  id: z.preprocess(id => (Number.isSafeInteger(id) ? String(id) : id), z.string().min(1).max(longestLine)),
  title: z.string().nullish(),
  text: z.string().min(1).max(longestText),
  language: z.string().optional(),
})

export type LineResult =
  | { readonly ok: true; readonly article: ReadableArticle }
  | { readonly ok: false; readonly id: string | null; readonly problems: readonly Problem[] }

/** articleFromLine('{"id":"a1","text":"…"}'). */
export const articleFromLine = (json: string): LineResult => {
  let input: unknown
  try {
    input = JSON.parse(json)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `the line is not JSON: ${reason}. Expected {"id": …, "title"?: …, "text": …} on one line.`
    return { ok: false, id: null, problems: [{ code: 'bad-syntax', path: '', message }] }
  }
  const parsed = Line.safeParse(input)
  if (!parsed.success) return { ok: false, id: idOf(input), problems: toProblems(parsed.error.issues, input) }
  const { id, title, text, language } = parsed.data
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const message = `text has no words: got ${counted(text.length, 'character')} without a letter or digit; send the article's text.`
    return { ok: false, id, problems: [{ code: 'empty', path: 'text', message }] }
  }
  const headline = (title ?? '').slice(0, longestHeadline)
  const fields = fieldsOfText(text, findBlocks(text, headline), headline)
  return {
    ok: true,
    article: {
      id,
      text,
      blocks: [...fields.blocks],
      headline: fields.headline ?? '',
      standfirst: fields.standfirst ?? null,
      dateline: fields.dateline ?? null,
      language: languageTag(language ?? '') ?? detectLanguage(text),
    },
  }
}

const idOf = (input: unknown): string | null => {
  if (typeof input !== 'object' || input === null || !('id' in input)) return null
  const { id } = input
  return typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, longestLine) : null
}
