/**
 * Who may ask the desk what: loopback only. A page of another site, or a name that was pointed at this machine, is
 * refused before anything is read.
 */
import type { IncomingMessage } from 'node:http'

const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** "localhost:4280" -> localhost */
const hostName = (host: string): string => host.replace(/:\d{1,5}$/, '').toLowerCase()

const isLoopbackOrigin = (origin: string): boolean => {
  try {
    return loopbackHosts.has(new URL(origin).hostname.toLowerCase())
  } catch {
    return false
  }
}

export type Refusal = 'foreign host' | 'foreign origin'

/**
 * Apps under development (any loopback origin) may read the feeds; only the desk's own page may use its interface.
 * null: the request is welcome.
 */
export const refusalOf = (
  { headers, url }: Pick<IncomingMessage, 'headers' | 'url'>,
  port: number,
): Refusal | null => {
  const host = headers.host ?? ''
  if (!loopbackHosts.has(hostName(host)) || !host.endsWith(`:${port}`)) return 'foreign host'
  const { origin } = headers
  if (origin === undefined) return headers['sec-fetch-site'] === 'cross-site' ? 'foreign origin' : null
  if (!isLoopbackOrigin(origin)) return 'foreign origin'
  const isInterface = (url ?? '').startsWith('/api/')
  return isInterface && new URL(origin).port !== String(port) ? 'foreign origin' : null
}
