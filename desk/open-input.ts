/**
 * A file that somebody named, or standard input, as a delivery; or the problem with it, said so that it can be mended.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mostIncomingBytes } from '../content-schema/bounds.ts'
import type { Problem } from '../content-schema/problem.ts'
import { inWords } from './in-words.ts'

/** The article that comes with Copydesk. */
export const defaultArticle = relative(
  process.cwd(),
  fileURLToPath(new URL('../fixtures/articles/syria-strikes/input.txt', import.meta.url)),
)

export interface Input {
  readonly name: string
  /** The delivery's name in the inbox: the path, so that two files of one name are two articles. */
  readonly delivery: string
  readonly bytes: Uint8Array
}

export type Opened =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export const openInput = async (name: string): Promise<Opened> => {
  if (name === '-') return openStandardInput()
  const status = await stat(name).catch(() => null)
  if (status === null) {
    const where = isAbsolute(name) ? '' : ` (looked in ${process.cwd()})`
    return refuse('not-found', `there is no file "${name}"${where}.`)
  }
  if (status.isDirectory()) {
    return refuse(
      'unsupported-format',
      `"${name}" is a folder; name the files in it: ${name.replace(/\/$/, '')}/*`,
    )
  }
  if (status.size > mostIncomingBytes) return tooLarge(`the file has ${status.size} bytes`)
  try {
    // A pipe or a device has no size that could be looked at before.
    const bytes = status.isFile() ? await readFile(name) : await readAll(createReadStream(name))
    if (bytes === null) return tooLarge('it does not end')
    return { ok: true, input: { name, delivery: deliveryOf(name), bytes } }
  } catch (error) {
    const why = inWords(error) ?? (error instanceof Error ? error.message : String(error))
    return refuse('not-found', `the file cannot be read: ${why}`)
  }
}

const openStandardInput = async (): Promise<Opened> => {
  const bytes = await readAll(process.stdin)
  if (bytes === null) return tooLarge('standard input goes on')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { ok: true, input: { name: 'standard input', delivery: `standard-input-${hash}`, bytes } }
}

/** Null where there is more than is read of any delivery. */
const readAll = async (stream: AsyncIterable<Uint8Array>): Promise<Uint8Array | null> => {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    length += chunk.length
    if (length > mostIncomingBytes) return null
  }
  return Buffer.concat(chunks)
}

const tooLarge = (what: string): Opened =>
  refuse(
    'too-large',
    `${what}; at most ${mostIncomingBytes} bytes are read. Put one article into a file; for many, see "copydesk extract --jsonl".`,
  )

/** "../wire/a.txt" -> "wire/a.txt" */
const deliveryOf = (name: string): string =>
  relative(process.cwd(), resolve(name))
    .split(sep)
    .filter(part => part !== '..')
    .join('/')

const refuse = (code: Problem['code'], message: string): Opened => ({
  ok: false,
  problems: [{ code, path: '', message }],
})
