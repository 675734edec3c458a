/**
 * A batch of lines to a batch of lines: what one worker does.
 */
import type { Problem } from '../../content-schema/problem.ts'
import { articleToVariants } from '../../core/article-to-variants.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { likelyFindings } from '../../core/likely-findings.ts'
import { articleFromLine } from '../../core/read/article-from-line.ts'
import type { Batch } from './cut-batches.ts'

export interface BatchResult {
  readonly bytes: Uint8Array
  readonly read: number
  readonly badLines: readonly number[]
}

export interface BatchOptions {
  readonly isForAll: boolean
  readonly mostLineBytes: number
}

export const extractBatch = (
  { bytes, firstLine }: Batch,
  knowledge: Knowledge,
  options: BatchOptions,
): BatchResult => {
  const out: string[] = []
  const badLines: number[] = []
  let read = 0
  let line = firstLine - 1
  for (const raw of linesOf(bytes)) {
    line++
    const result = extractLine(raw, knowledge, options)
    if (result === null) continue
    if (result.ok) {
      read++
      out.push(result.json)
    } else {
      badLines.push(line)
      out.push(JSON.stringify({ id: result.id, line, problems: result.problems }))
    }
  }
  const text = out.length === 0 ? '' : `${out.join('\n')}\n`
  return { bytes: new TextEncoder().encode(text), read, badLines }
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let from = 0
  while (from < bytes.length) {
    const at = bytes.indexOf(10, from)
    const end = at < 0 ? bytes.length : at
    yield bytes.subarray(from, end)
    from = end + 1
  }
}

type LineOutcome =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly id: string | null; readonly problems: readonly Problem[] }

/** null for a blank line. */
const extractLine = (
  bytes: Uint8Array,
  knowledge: Knowledge,
  { isForAll, mostLineBytes }: BatchOptions,
): LineOutcome | null => {
  if (bytes.length >= mostLineBytes) return bad('too-large', `the line has ${mostLineBytes} bytes or more.`)
  const json = decode(bytes)
  if (json === null) return bad('bad-encoding', 'the line is not UTF-8; save the file as UTF-8.')
  if (json.trim() === '') return null
  const read = articleFromLine(json)
  if (!read.ok) return read
  try {
    const variants = articleToVariants(read.article, knowledge)
    return { ok: true, json: JSON.stringify(isForAll ? variants : likelyFindings(variants)) }
  } catch (error) {
    // No text may do this. Where one does, a run of a million goes on without it, and says so.
    const message = `Copydesk failed on this text: ${error instanceof Error ? error.message : String(error)}. Please report it.`
    return { ok: false, id: read.article.id, problems: [{ code: 'fault', path: 'text', message }] }
  }
}

const bad = (code: Problem['code'], message: string): LineOutcome => ({
  ok: false,
  id: null,
  problems: [{ code, path: '', message }],
})

const utf8 = new TextDecoder('utf-8', { fatal: true })

const decode = (bytes: Uint8Array): string | null => {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}
