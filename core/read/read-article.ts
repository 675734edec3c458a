/**
 * Bytes to an Article, or the list of what is wrong with them. The format is told by the extension or content type,
 * else by the bytes themselves.
 */

import type { Article } from '../../content-schema/article.ts'
import { longestText, mostBlocks, mostIncomingBytes } from '../../content-schema/bounds.ts'
import { counted } from '../../content-schema/counted.ts'
import type { Problem } from '../../content-schema/problem.ts'
import type { FieldPaths } from '../../content-schema/source-config.ts'
import { completeDraft } from './complete-draft.ts'
import { decodeBytes } from './decode-bytes.ts'
import type { JsonDraftResult } from './draft.ts'
import { draftToArticle } from './draft-to-article.ts'
import type { DraftResult } from './html/read-html.ts'
import { readHtml } from './html/read-html.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import { readJsonArticle } from './read-json-article.ts'
import { readPlainText } from './read-plain-text.ts'
import type { Format } from './sniff-format.ts'
import { formatOf, namedFormat } from './sniff-format.ts'
import { readXml } from './wire/read-xml.ts'

/** What is known of a delivery besides its bytes. */
export interface ReadHints {
  /** Configured source, e.g. "wire". */
  readonly source: string
  /** The source's own id of the article; the delivery's name where it has none. */
  readonly sourceId: string
  /** When the delivery came: the revision's time where the article tells none. ISO 8601. */
  readonly receivedAt: string
  /** File name or content type, to tell the format: "story.html", "application/json". */
  readonly name?: string
  readonly contentType?: string
}

export type ReadResult =
  | { readonly ok: true; readonly article: Article; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** @throws TypeError where bytes or hints are not what their types say: not every caller has a compiler. */
export const readArticle = (bytes: Uint8Array, hints: ReadHints, paths?: FieldPaths): ReadResult => {
  insist(bytes, hints)
  const read = readText(bytes, hints)
  if (!read.ok) return { ok: false, problems: [read.problem] }
  const { text, format } = read
  const result = readFormat(text, format, paths)
  if (!result.ok) return 'problems' in result ? result : refuse(result.code ?? 'bad-syntax', result.message)
  return draftToArticle(completeDraft(result.draft, hints.receivedAt), hints, read.warnings)
}

const insist = (bytes: unknown, hints: Partial<ReadHints> | undefined): void => {
  if (!ArrayBuffer.isView(bytes))
    throw new TypeError(
      `readArticle reads bytes: got ${typeof bytes}, expected a Uint8Array, e.g. new TextEncoder().encode(text)`,
    )
  const missing = neededHints.filter(name => typeof hints?.[name] !== 'string')
  if (missing.length > 0)
    throw new TypeError(
      `readArticle needs ${missing.map(name => `hints.${name}`).join(', ')} as text, e.g. { source: "desk", sourceId: "story-1", receivedAt: "2031-03-04T10:00:00Z" }`,
    )
}
const neededHints = ['source', 'sourceId', 'receivedAt'] as const

export type TextResult =
  | {
      readonly ok: true
      readonly text: string
      readonly format: Format
      readonly warnings: readonly Problem[]
    }
  | { readonly ok: false; readonly problem: Problem }

/** Bytes to text of a known format. */
export const readText = (bytes: Uint8Array, hints: Pick<ReadHints, 'name' | 'contentType'>): TextResult => {
  if (bytes.length > mostIncomingBytes) {
    return {
      ok: false,
      problem: {
        code: 'too-large',
        path: '',
        message: `The file has ${bytes.length} bytes; at most ${mostIncomingBytes} are read. Send one article a file.`,
      },
    }
  }
  const named = namedFormat(hints.name, hints.contentType)
  const decoded = decodeBytes(bytes, {
    isMarkup: named === 'html' || named === 'xml' || bytes.subarray(0, 512).includes(0x3c),
    ...(hints.contentType === undefined ? {} : { contentType: hints.contentType }),
  })
  if (!decoded.ok) return decoded
  if (decoded.text.trim() === '') {
    return {
      ok: false,
      problem: {
        code: 'empty',
        path: 'text',
        message: `The file is empty: got ${counted(bytes.length, 'byte')} of white space; send the article.`,
      },
    }
  }
  const format = formatOf(named, decoded.text)
  const problem = format === 'text' ? tooMuchText(decoded.text) : null
  if (problem !== null) return { ok: false, problem }
  const warnings = decoded.guess === undefined ? [] : [guessed(decoded.guess)]
  return { ok: true, text: decoded.text, format, warnings }
}

const guessed = (encoding: string): Problem => ({
  code: 'bad-encoding',
  path: '',
  level: 'warning',
  message: `Nothing tells the file's encoding and it is not UTF-8; it was read as ${encoding}. Save it as UTF-8 to be sure.`,
})

/** Said before plain text is looked at line by line; of the other formats, most is markup. */
const tooMuchText = (text: string): Problem | null => {
  if (text.length > longestText) {
    const message = `text is too long: got ${text.length} characters, allowed is at most ${longestText}; send it in parts.`
    return { code: 'too-long', path: 'text', message }
  }
  let lines = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
    if (text[at + 1] !== '\n') lines += 1
  if (lines <= mostBlocks) return null
  const message = `text has too many lines: got ${lines}, allowed is at most ${mostBlocks}; send it in parts.`
  return { code: 'too-many', path: 'text', message }
}

const readFormat = (text: string, format: Format, paths?: FieldPaths): DraftResult | JsonDraftResult => {
  switch (format) {
    case 'text':
      return { ok: true, draft: readPlainText(text) }
    case 'html':
      return readHtml(text)
    case 'markdown':
      return readMarkdown(text, paths)
    case 'json':
      return readJsonArticle(text, paths)
    case 'xml':
      return readXml(text)
    default: {
      const never: never = format
      return never
    }
  }
}

const refuse = (code: Problem['code'], message: string): ReadResult => ({
  ok: false,
  problems: [{ code, path: '', message }],
})
