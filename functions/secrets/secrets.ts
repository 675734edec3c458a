/**
 * Where secrets come from: one port, its drivers Secrets Manager (deployed) and a file or the environment (local).
 * A secret may hold several active values, one a line, while a new one replaces an old one.
 */
export interface Secrets {
  /** The active values, newest first; [] where there is no such secret. `fresh`: not from the cache, if that is old. */
  read(name: string, options?: { readonly fresh?: boolean }): Promise<readonly string[]>
}

export interface CacheOptions {
  readonly now: () => Date
  readonly livesMs?: number
}

/** A wrong signature may mean a new secret, and may be an attack: it makes us look again this often and not more. */
const freshEnoughMs = 15_000

/** Keeps what `load` gave for five minutes: a call a container and secret, not a call a request. */
export const cachedSecrets = (
  load: (name: string) => Promise<string | null>,
  { now, livesMs = 5 * 60_000 }: CacheOptions,
): Secrets => {
  const cache = new Map<string, { readonly at: number; readonly values: Promise<readonly string[]> }>()
  return {
    read(name, { fresh = false } = {}) {
      const time = now().getTime()
      const known = cache.get(name)
      if (known !== undefined && time - known.at < (fresh ? freshEnoughMs : livesMs)) return known.values
      const values = load(name).then(linesOf)
      cache.set(name, { at: time, values })
      // A failure is not to be remembered.
      values.catch(() => cache.delete(name))
      return values
    },
  }
}

const linesOf = (value: string | null): string[] =>
  (value ?? '')
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
