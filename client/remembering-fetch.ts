/**
 * Fetches JSON and remembers entity tags: what has not changed is asked for and not sent again (304).
 */
import { CopydeskError } from './copydesk-error.ts'

export interface FetchOptions {
  readonly signal?: AbortSignal
}

/** The document at a URL as unknown JSON, or null where there is none (404, 410). @throws CopydeskError */
export type FetchJson = (url: string, options?: FetchOptions) => Promise<unknown>

/** @param mostRemembered answers kept; the one that was not asked for longest goes first */
export const rememberingFetch = (doFetch: typeof fetch, mostRemembered: number): FetchJson => {
  const remembered = new Map<string, { readonly etag: string; readonly body: string }>()
  return async (url, { signal } = {}) => {
    const known = remembered.get(url)
    const refuse =
      (message: string) =>
      (cause: unknown): never => {
        if (signal?.aborted) throw cause // by the caller, who knows
        throw new CopydeskError(message, url, { cause })
      }
    const response = await doFetch(url, {
      headers: known ? { 'if-none-match': known.etag } : {},
      ...(signal ? { signal } : {}),
    }).catch(refuse('no answer'))
    const { status } = response
    if (status === 404 || status === 410) {
      await response.body?.cancel()
      remembered.delete(url)
      return null
    }
    if (status !== 304 && !response.ok) {
      await response.body?.cancel()
      throw new CopydeskError(`the server answered ${status}`, url, { status })
    }
    const body =
      status === 304 && known ? known.body : await response.text().catch(refuse('the answer broke off'))
    const etag = status === 304 ? known?.etag : response.headers.get('etag')
    remembered.delete(url)
    if (etag && mostRemembered > 0) remembered.set(url, { etag, body })
    const [oldest] = remembered.keys()
    if (remembered.size > mostRemembered && oldest !== undefined) remembered.delete(oldest)
    return parseJson(body, url)
  }
}

/** Parsed anew for every caller, so that nobody can change what another gets. */
const parseJson = (body: string, url: string): unknown => {
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new CopydeskError('the answer is not JSON', url, { cause })
  }
}
