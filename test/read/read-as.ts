/** Bytes to an article, its parts, or the codes of what is wrong: what the tests of all formats ask. */
import type { Article } from '../../content-schema/article.ts'
import { readArticle } from '../../core/read/read-article.ts'

const receivedAt = '2026-11-23T00:00:00Z'
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

export const read = (input: string | Uint8Array, name: string, contentType?: string) =>
  readArticle(typeof input === 'string' ? encode(input) : input, {
    source: 'desk',
    sourceId: 'a',
    receivedAt,
    name,
    ...(contentType === undefined ? {} : { contentType }),
  })

export const articleOf = (input: string | Uint8Array, name: string): Article => {
  const result = read(input, name)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.article
}

export const partsOf = ({ text, blocks }: Article): string[] =>
  blocks.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

export const codesOf = (input: string | Uint8Array, name: string, contentType?: string): string[] => {
  const result = read(input, name, contentType)
  return result.ok ? [] : result.problems.map(({ code }) => code)
}
