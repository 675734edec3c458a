/**
 * A store as a handler meets it in a storm: every operation waits until chance lets it through, and then succeeds,
 * fails, or succeeds and says that it failed.
 */
import type { Store, WriteResult } from '../../functions/store/store.ts'

/** Of each operation. */
export interface Faults {
  /** 500 or 503: nothing was done. */
  readonly refuse: number
  /** It was done, and reported as failed. */
  readonly lie: number
  /** A write was done, its answer lost, and the SDK's repetition met the condition: 412. */
  readonly lostAnswer: number
  /** The handler dies, before the operation or after it. */
  readonly kill: number
}

export const noFaults: Faults = { refuse: 0, lie: 0, lostAnswer: 0, kill: 0 }

/** An operation that waits to be let through. */
export interface Waiting {
  readonly what: string
  readonly isChange: boolean
  readonly isConditional: boolean
  /** Carries it out on the real store, without telling the handler. */
  perform(): Promise<unknown>
  succeed(result: unknown): void
  fail(error: Error): void
}

/** Hands every operation to `enqueue` instead of carrying it out. */
export const waitingStore = (store: Store, bucket: string, enqueue: (waiting: Waiting) => void): Store => {
  const wait = <Result>(
    what: string,
    perform: () => Promise<Result>,
    { isChange, isConditional } = { isChange: false, isConditional: false },
  ): Promise<Result> =>
    new Promise<Result>((resolve, reject) => {
      enqueue({
        what: `${what} ${bucket}`,
        isChange,
        isConditional,
        perform,
        // Only ever called with what perform gave, or with a conflict in its place.
        succeed: result => resolve(result as Result),
        fail: reject,
      })
    })
  return {
    read: key => wait(`read ${key}`, () => store.read(key)),
    list: (prefix, next) => wait(`list ${prefix}`, () => store.list(prefix, next)),
    write: (key, bytes, options) =>
      wait(`write ${key}`, () => store.write(key, bytes, options), {
        isChange: true,
        isConditional: options.condition !== undefined,
      }),
    delete: key => wait(`delete ${key}`, () => store.delete(key), { isChange: true, isConditional: false }),
  }
}

export const conflict: WriteResult = { kind: 'conflict' }
