/**
 * Reads a published document from a file or an address and verifies it. A slice (quotes.json) has no text of its own:
 * it is held against the article.json beside it, which must be of the same revision.
 */
import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import {
  type ArticleDocument,
  NamesDocument,
  PlacesDocument,
  PublishedArticle,
  QuotesDocument,
  SummaryDocument,
} from '../content-schema/documents.ts'
import type { Problem } from '../content-schema/problem.ts'
import { toProblems } from '../content-schema/to-problems.ts'
import { verifyArticle } from '../core/verify/verify-article.ts'
import { countSpans, type Verifiable } from '../core/verify/verify-findings.ts'

export interface Verified {
  readonly problems: readonly Problem[]
  /** Spans that were held against the text. */
  readonly checked: number
}

const slices: Readonly<Record<string, z.ZodType<SliceDocument>>> = {
  'summary.json': SummaryDocument,
  'quotes.json': QuotesDocument,
  'places.json': PlacesDocument,
  'names.json': NamesDocument,
}
type SliceDocument = Verifiable & {
  readonly revision: { readonly updatedAt: string; readonly textHash: string }
}

/** @param name a file's path, or an http(s) address */
export const verifyPublished = async (name: string): Promise<Verified> => {
  const sliceName = Object.keys(slices).find(slice => name.endsWith(`/${slice}`) || name === slice)
  const slice = sliceName === undefined ? undefined : slices[sliceName]
  if (sliceName === undefined || slice === undefined) return verifyWhole(await readJson(name))
  const read = parse(slice, await readJson(name))
  const whole = parse(PublishedArticle, await readJson(`${name.slice(0, -sliceName.length)}article.json`))
  if (!read.ok) return failure(...read.problems)
  if (!whole.ok) return failure(...whole.problems)
  if (whole.document.status !== 'usable') return failure(inconsistent('the article was taken back'))
  if (whole.document.revision.textHash !== read.document.revision.textHash) {
    return failure(inconsistent('article.json beside it is of another revision; fetch both again'))
  }
  return verifyAgainst(whole.document, read.document)
}

const verifyWhole = (input: unknown): Verified => {
  if (!isArticle(input)) return failure(noArticle)
  const read = parse(PublishedArticle, input)
  if (!read.ok) return failure(...read.problems)
  // A tombstone claims nothing.
  return read.document.status === 'usable'
    ? verifyAgainst(read.document, read.document)
    : { problems: [], checked: 0 }
}

/** A feed would else be told that it lacks this and that. */
const isArticle = (input: unknown): boolean =>
  typeof input === 'object' && input !== null && 'id' in input && 'status' in input

const noArticle: Problem = {
  code: 'unsupported-format',
  path: '',
  message:
    'it is no document of an article: verify article.json, or summary.json, quotes.json, places.json or names.json beside it.',
}

const verifyAgainst = ({ text, revision }: ArticleDocument, findings: Verifiable): Verified => {
  if (text === null)
    return failure({ code: 'missing', path: 'text', message: 'text is withheld: nothing to check against.' })
  return { problems: verifyArticle({ text, revision }, findings), checked: countSpans(findings) }
}

const failure = (...problems: Problem[]): Verified => ({ problems, checked: 0 })

const inconsistent = (message: string): Problem => ({ code: 'inconsistent', path: '', message })

type Parsed<Document> =
  | { readonly ok: true; readonly document: Document }
  | { readonly ok: false; readonly problems: Problem[] }

const parse = <Document>(schema: z.ZodType<Document>, input: unknown): Parsed<Document> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return { ok: true, document: parsed.data }
  return { ok: false, problems: toProblems(parsed.error.issues, input) }
}

/** @throws where there is nothing to read, or it is not JSON: with the name, and why */
const readJson = async (name: string): Promise<unknown> => {
  const text = /^https?:\/\//.test(name) ? await fetchText(name) : await readFile(name, 'utf8')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Error(`${name} is not JSON: got ${JSON.stringify(text.slice(0, 40))}`, { cause })
  }
}

const fetchText = async (url: string): Promise<string> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch((error: unknown) => {
    const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new Error(`nobody answers at ${url}: ${why}`, { cause: error })
  })
  if (!response.ok) throw new Error(`${url} answered ${response.status}, expected 200`)
  return response.text()
}
