/**
 * The one port to where documents lie. Its drivers (S3, folder, memory) pass one contract test.
 */

/** Write only where the key holds nothing (`absent`), or still holds the version that was read (`etag`). */
export type WriteCondition = { readonly kind: 'absent' } | { readonly kind: 'etag'; readonly etag: string }

export interface StoredObject {
  readonly key: string
  readonly bytes: Uint8Array
  readonly etag: string
  readonly contentType: string
  readonly lastModified: string
}

export interface WriteOptions {
  readonly contentType: string
  readonly cacheControl?: string
  readonly condition?: WriteCondition
}

/** 'conflict': the condition did not hold (412). Read again and decide again. */
export type WriteResult = { readonly kind: 'written'; readonly etag: string } | { readonly kind: 'conflict' }

export interface ListPage {
  readonly keys: readonly {
    readonly key: string
    readonly etag: string
    readonly size: number
    readonly lastModified: string
  }[]
  /** Pass it on for the next page; null on the last. */
  readonly next: string | null
}

/** The store failed, not what it holds: the same may succeed later. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
}

export interface Store {
  /** The object, or null where there is none. */
  read(key: string): Promise<StoredObject | null>
  write(key: string, bytes: Uint8Array, options: WriteOptions): Promise<WriteResult>
  /** Keys in UTF-8 order, at most 1,000 a page. */
  list(prefix: string, next?: string | null): Promise<ListPage>
  /** Harmless where there is nothing. */
  delete(key: string): Promise<void>
}
