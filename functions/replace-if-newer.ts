/**
 * The one way in which a document that can exist is written: read, decide, write on the condition that nobody wrote in
 * between, and from the start again where somebody did. Deliveries may repeat, come out of order and die half-way; a
 * document goes from an older state to a newer one only.
 *
 *   stored 12:00, ours 12:05 -> written · stored 12:05, ours 12:00 -> older · same state, same bytes -> same
 */
import type { Store, StoredObject } from './store/store.ts'

export interface Document {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly cacheControl?: string
}

export interface Replacement {
  /** Positive where ours is newer than what is there, 0 where it is the same state, negative where it is older. */
  readonly compare: (current: StoredObject) => number
  /** Ours. It may build on what it replaces. */
  readonly document: (current: StoredObject | null) => Document | Promise<Document>
  /**
   * What the caller saw there before, null for nothing: it need not be read again. If it changed, the write fails and is.
   * Where our bytes were there already nothing is written, so it may have changed unseen: extract looks at the inbox again.
   */
  readonly seen?: StoredObject | null
}

export interface Replaced {
  /** older: what is there is newer than ours and was left. same: our bytes were there already. */
  readonly kind: 'written' | 'same' | 'older'
  readonly etag: string
  /** What was there before. */
  readonly before: StoredObject | null
}

/** Each lost race means that somebody else got a write through; twenty in a row for one article is a broken store. */
const mostRaces = 20

export type ReplaceIfNewer = (store: Store, key: string, replacement: Replacement) => Promise<Replaced>

export const replaceIfNewer: ReplaceIfNewer = async (store, key, { compare, document, seen }) => {
  for (let race = 0; race < mostRaces; race++) {
    const before = race === 0 && seen !== undefined ? seen : await store.read(key)
    const order = before ? compare(before) : 1
    if (before && order < 0) return { kind: 'older', etag: before.etag, before }
    const { bytes, ...options } = await document(before)
    if (before && isSameBytes(before.bytes, bytes)) return { kind: 'same', etag: before.etag, before }
    const condition = before ? ({ kind: 'etag', etag: before.etag } as const) : ({ kind: 'absent' } as const)
    const result = await store.write(key, bytes, { ...options, condition })
    if (result.kind === 'written') return { kind: 'written', etag: result.etag, before }
  }
  throw new Error(`${key}: somebody else wrote it first, ${mostRaces} times in a row`)
}

const isSameBytes = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0
