/**
 * A web request as the receive door sees it, whoever took it: API Gateway, or a server on this machine.
 */
export interface WebRequest {
  readonly method: string
  /** As it was called, still encoded: "/in/blog". */
  readonly path: string
  /** Without "?"; "" where there is none. */
  readonly query: string
  /** Names in lower case; what came twice is joined by a comma. */
  readonly headers: Readonly<Record<string, string>>
  /** The bytes as they were sent. */
  readonly body: Uint8Array
}

export interface WebResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const jsonResponse = (
  status: number,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): WebResponse => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(body),
})
