/**
 * The fields on top of a Markdown file: YAML between "---", TOML between "+++", or a JSON object.
 */
import { parse as parseToml } from 'smol-toml'
import { parse as parseYaml } from 'yaml'
import type { Json } from '../read-json.ts'
import { isRecord, readJson } from '../read-json.ts'

export type FrontMatter =
  | { readonly ok: true; readonly fields: Json; readonly body: string }
  | { readonly ok: false; readonly message: string }

/** A page of fields; longer is a document that happens to begin with a rule. */
const longestFrontMatter = 100_000

export const readFrontMatter = (markdown: string): FrontMatter => {
  const fence = markdown.match(/^(---|\+\+\+)[ \t]*\n/)
  if (fence === null) return jsonFrontMatter(markdown)
  const from = fence[0].length
  const head = markdown.slice(from, from + longestFrontMatter)
  const end = head.search(fence[1] === '---' ? /^(?:---|\.\.\.)[ \t]*$/m : /^\+\+\+[ \t]*$/m)
  if (end === -1) return { ok: true, fields: {}, body: markdown }
  const rest = markdown.slice(from + end)
  const body = rest.slice(rest.indexOf('\n') === -1 ? rest.length : rest.indexOf('\n') + 1)
  try {
    const text = head.slice(0, end)
    const fields: unknown = fence[1] === '---' ? parseYaml(text, { maxAliasCount: 10 }) : parseToml(text)
    return { ok: true, fields: isRecord(fields) ? fields : {}, body }
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    return { ok: false, message: `The front matter cannot be read: ${why}` }
  }
}

/** Hugo allows a JSON object before the text. */
const jsonFrontMatter = (markdown: string): FrontMatter => {
  const none: FrontMatter = { ok: true, fields: {}, body: markdown }
  if (!markdown.startsWith('{')) return none
  const end = markdown.slice(0, longestFrontMatter).search(/^\}[ \t]*$/m)
  if (end === -1) return none
  const fields = readJson(markdown.slice(0, end + 1))
  return isRecord(fields) ? { ok: true, fields, body: markdown.slice(end + 1) } : none
}
