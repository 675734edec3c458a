/**
 * replaceIfNewer as it would be if somebody broke it: the simulation must notice each.
 */
import type { ReplaceIfNewer } from '../../functions/replace-if-newer.ts'
import { replaceIfNewer } from '../../functions/replace-if-newer.ts'

/** Reads and decides well, then writes whatever has happened since. */
const withoutCondition: ReplaceIfNewer = (store, key, replacement) =>
  replaceIfNewer(
    { ...store, write: (to, bytes, { condition: _, ...options }) => store.write(to, bytes, options) },
    key,
    replacement,
  )

/** Takes whatever comes for newer than what is there. */
const withoutAge: ReplaceIfNewer = (store, key, { document }) =>
  replaceIfNewer(store, key, { compare: () => 1, document })

/** Takes a lost race for done. */
const withoutSecondLook: ReplaceIfNewer = async (store, key, replacement) => {
  const lose = {
    ...store,
    write: async (...args: Parameters<typeof store.write>) => {
      const result = await store.write(...args)
      return result.kind === 'conflict' ? ({ kind: 'written', etag: '' } as const) : result
    },
  }
  return replaceIfNewer(lose, key, replacement)
}

export const brokenWriters = { withoutCondition, withoutAge, withoutSecondLook } as const
export type BrokenWriter = keyof typeof brokenWriters
