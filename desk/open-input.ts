/**
 * A file that somebody named, or standard input, as a delivery; or the problem with it, said so that it can be mended.
 */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mostIncomingBytes } from '../content-schema/bounds.ts'
import type { Problem } from '../content-schema/problem.ts'

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
  if (status.size > mostIncomingBytes) {
    return refuse('too-large', `the file has ${status.size} bytes; at most ${mostIncomingBytes} are read.`)
  }
  try {
    const bytes = await readFile(name)
    return { ok: true, input: { name, delivery: deliveryOf(name), bytes } }
  } catch (error) {
    return refuse(
      'not-found',
      `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

const openStandardInput = async (): Promise<Opened> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  const bytes = Buffer.concat(chunks)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { ok: true, input: { name: 'standard input', delivery: `standard-input-${hash}`, bytes } }
}

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
