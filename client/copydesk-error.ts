import type { Problem } from '../content-schema/problem.ts'

/** An answer that is none: nobody answered, the server failed, or sent what is not the document that was asked for. */
export class CopydeskError extends Error {
  override readonly name = 'CopydeskError'
  readonly url: string
  /** HTTP status, or null where no answer came or it could not be read. */
  readonly status: number | null
  readonly problems: readonly Problem[]

  constructor(
    message: string,
    url: string,
    about: { status?: number; problems?: readonly Problem[]; cause?: unknown } = {},
  ) {
    super(`${url}: ${message}`, { cause: about.cause })
    this.url = url
    this.status = about.status ?? null
    this.problems = about.problems ?? []
  }
}
