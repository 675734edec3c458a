import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Replacement, replaceIfNewer } from '../../functions/replace-if-newer.ts'
import { memoryStore } from '../../functions/store/memory-store.ts'
import type { Store, StoredObject } from '../../functions/store/store.ts'

/** A document that is a number; the larger one is the newer. */
const numbered = (number: number, remark = ''): Replacement => ({
  compare: current => number - numberOf(current),
  document: () => ({ bytes: new TextEncoder().encode(`${number} ${remark}`), contentType: 'text/plain' }),
})
const textOf = (stored: StoredObject | null): string => new TextDecoder().decode(stored?.bytes)
const numberOf = (stored: StoredObject | null): number => Number.parseInt(textOf(stored), 10)

describe('replaceIfNewer', () => {
  it.each([
    ['creates where there is nothing', null, numbered(1), 'written', '1 '],
    ['replaces an older one', numbered(1), numbered(2), 'written', '2 '],
    ['leaves a newer one', numbered(2), numbered(1), 'older', '2 '],
    ['leaves the same', numbered(1), numbered(1), 'same', '1 '],
    [
      'writes the same state again where the bytes differ',
      numbered(1),
      numbered(1, 'better'),
      'written',
      '1 better',
    ],
  ] as const)('%s', async (_, before, ours, kind, after) => {
    const store = memoryStore()
    if (before) await replaceIfNewer(store, 'k', before)
    expect((await replaceIfNewer(store, 'k', ours)).kind).toBe(kind)
    expect(textOf(await store.read('k'))).toBe(after)
  })

  it('decides again when somebody wrote between its reading and its writing', async () => {
    const store = memoryStore()
    await replaceIfNewer(store, 'k', numbered(1))
    const overtaken = interrupted(store, () => replaceIfNewer(store, 'k', numbered(3)))
    expect((await replaceIfNewer(overtaken, 'k', numbered(2))).kind).toBe('older')
    expect(textOf(await store.read('k'))).toBe('3 ')
  })

  it('creates where what it would have replaced was deleted', async () => {
    const store = memoryStore()
    await replaceIfNewer(store, 'k', numbered(1))
    const overtaken = interrupted(store, () => store.delete('k'))
    expect((await replaceIfNewer(overtaken, 'k', numbered(2))).kind).toBe('written')
    expect(textOf(await store.read('k'))).toBe('2 ')
  })

  it('finds its own write whose answer was lost', async () => {
    const store = memoryStore()
    let isLost = true
    const forgetful: Store = {
      ...store,
      write: async (key, bytes, options) => {
        const result = await store.write(key, bytes, options)
        if (!isLost) return result
        isLost = false
        return { kind: 'conflict' }
      },
    }
    expect((await replaceIfNewer(forgetful, 'k', numbered(1))).kind).toBe('same')
  })

  it.each([
    ['nothing there, and there is nothing', [], null, 'written', '2 '],
    ['nothing there, and somebody wrote an older one', [1], null, 'written', '2 '],
    ['nothing there, and somebody wrote a newer one', [3], null, 'older', '3 '],
    ['an older one, and somebody wrote a newer one', [1, 3], 1, 'older', '3 '],
  ] as const)('decides again when the caller saw %s since', async (_, writes, seenAt, kind, after) => {
    const store = memoryStore()
    let seen: StoredObject | null = null
    for (const number of writes) {
      await replaceIfNewer(store, 'k', numbered(number))
      if (number === seenAt) seen = await store.read('k')
    }
    expect((await replaceIfNewer(store, 'k', { ...numbered(2), seen })).kind).toBe(kind)
    expect(textOf(await store.read('k'))).toBe(after)
  })

  it('does not read again what the caller saw', async () => {
    const store: Store = {
      ...memoryStore(),
      read: async () => {
        throw new Error('read')
      },
    }
    expect((await replaceIfNewer(store, 'k', { ...numbered(1), seen: null })).kind).toBe('written')
  })

  it('gives up on a store that never lets it write', async () => {
    const store: Store = { ...memoryStore(), write: async () => ({ kind: 'conflict' }) }
    await expect(replaceIfNewer(store, 'k', numbered(1))).rejects.toThrow('somebody else wrote it first')
  })

  it('ends with the newest, in whatever order many write at once', async () => {
    const orders = fc.array(fc.nat(20), { minLength: 1, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(orders, fc.scheduler(), async (numbers, scheduler) => {
        const store = memoryStore()
        const slow: Store = {
          ...store,
          read: scheduler.scheduleFunction(store.read),
          write: scheduler.scheduleFunction(store.write),
        }
        const writes = Promise.all(numbers.map(number => replaceIfNewer(slow, 'k', numbered(number))))
        await scheduler.waitFor(writes)
        expect(numberOf(await store.read('k'))).toBe(Math.max(...numbers))
      }),
    )
  })
})

/** The store, with something done once between the first reading and what follows it. */
const interrupted = (store: Store, meanwhile: () => Promise<unknown>): Store => {
  let isFirst = true
  return {
    ...store,
    read: async key => {
      const stored = await store.read(key)
      if (isFirst) {
        isFirst = false
        await meanwhile()
      }
      return stored
    },
  }
}
