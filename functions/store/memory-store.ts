/**
 * A store in memory, for tests and for what need not outlive the process. Same conditions and pages as the others.
 */
import { etagOf } from './etag.ts'
import { byUtf8 } from './key-order.ts'
import type { Store, StoredObject, WriteOptions, WriteResult } from './store.ts'

export interface MemoryStoreOptions {
  readonly now?: () => Date
  /** Keys a page: fewer than S3's 1,000 makes tests walk pages. */
  readonly pageSize?: number
}

export const memoryStore = (options: MemoryStoreOptions = {}): Store => {
  const { now = () => new Date(), pageSize = 1_000 } = options
  const objects = new Map<string, StoredObject>()
  let sortedKeys: string[] | null = null

  const write = (key: string, bytes: Uint8Array, { contentType, condition }: WriteOptions): WriteResult => {
    const current = objects.get(key)
    if (condition?.kind === 'absent' && current) return { kind: 'conflict' }
    if (condition?.kind === 'etag' && current?.etag !== condition.etag) return { kind: 'conflict' }
    const etag = etagOf(bytes)
    if (!current) sortedKeys = null
    // A copy: the caller may go on to use its buffer.
    objects.set(key, { key, bytes: bytes.slice(), etag, contentType, lastModified: now().toISOString() })
    return { kind: 'written', etag }
  }

  return {
    read: async key => {
      const object = objects.get(key)
      return object ? { ...object, bytes: object.bytes.slice() } : null
    },
    write: async (key, bytes, options) => write(key, bytes, options),
    list: async (prefix, next) => {
      sortedKeys ??= [...objects.keys()].sort(byUtf8)
      const from = firstAtOrAfter(sortedKeys, next ?? prefix)
      const page: StoredObject[] = []
      let more: string | null = null
      for (const key of sortedKeys.slice(from)) {
        if (!key.startsWith(prefix)) break
        if (page.length === pageSize) {
          more = key
          break
        }
        const object = objects.get(key)
        if (object) page.push(object)
      }
      return {
        keys: page.map(({ key, etag, bytes, lastModified }) => ({
          key,
          etag,
          size: bytes.length,
          lastModified,
        })),
        next: more,
      }
    },
    delete: async key => {
      if (objects.delete(key)) sortedKeys = null
    },
  }
}

/** Index of the first key that is not before `key`. */
const firstAtOrAfter = (sorted: readonly string[], key: string): number => {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (byUtf8(sorted[middle] ?? '', key) < 0) low = middle + 1
    else high = middle
  }
  return low
}
