/**
 * What every store keeps. One set of claims, run against memory, a folder and a real S3 server.
 */
import { beforeEach, describe, expect, it } from '@jest/globals'
import { listKeys } from '../../../functions/list-keys.ts'
import type { Store, WriteCondition } from '../../../functions/store/store.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)
const plain = { contentType: 'text/plain' }
const absent: WriteCondition = { kind: 'absent' }

const oddKeys = [
  'p',
  'p/q',
  'a b+c.txt',
  'a%20b%2Fc.txt',
  'ümläut/日本語/😀.json',
  'quote"\'<>|?*:.txt',
  '.hidden/..x/y.',
  'UPPER/lower.JSON',
  `long/${'n'.repeat(240)}.txt`,
]

export const describeStore = (name: string, open: () => Promise<Store>): void => {
  describe(name, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    const allKeys = async (prefix: string): Promise<string[]> => {
      const keys: string[] = []
      for await (const { key } of listKeys(store, prefix)) keys.push(key)
      return keys
    }

    it('reads nothing as null', async () => {
      expect(await store.read('nothing/here.json')).toBeNull()
    })

    it('reads what was written: bytes, content type, tag, time', async () => {
      const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte)
      const written = await store.write('some/bytes.bin', bytes, { contentType: 'application/x-odd' })
      const stored = await store.read('some/bytes.bin')
      expect(written).toEqual({ kind: 'written', etag: stored?.etag })
      expect(stored?.bytes).toHaveLength(256)
      expect(Buffer.compare(stored?.bytes ?? new Uint8Array(), bytes)).toBe(0)
      expect(stored?.contentType).toBe('application/x-odd')
      expect(Math.abs(Date.now() - Date.parse(stored?.lastModified ?? ''))).toBeLessThan(60_000)
    })

    it('keeps an empty object', async () => {
      await store.write('empty.txt', new Uint8Array(), plain)
      expect((await store.read('empty.txt'))?.bytes).toHaveLength(0)
    })

    it('gives the same tag for the same bytes, another for others', async () => {
      const tag = async (text: string): Promise<string | undefined> => {
        await store.write('t.txt', bytesOf(text), plain)
        return (await store.read('t.txt'))?.etag
      }
      const first = await tag('one')
      expect(await tag('two')).not.toBe(first)
      expect(await tag('one')).toBe(first)
    })

    it('creates only where there is nothing', async () => {
      expect(await store.write('new.txt', bytesOf('one'), { ...plain, condition: absent })).toMatchObject({
        kind: 'written',
      })
      expect(await store.write('new.txt', bytesOf('two'), { ...plain, condition: absent })).toEqual({
        kind: 'conflict',
      })
      expect(textOf((await store.read('new.txt'))?.bytes)).toBe('one')
    })

    it('replaces only what was read', async () => {
      await store.write('r.txt', bytesOf('one'), plain)
      const etag = (await store.read('r.txt'))?.etag ?? ''
      const replace = (text: string) =>
        store.write('r.txt', bytesOf(text), { ...plain, condition: { kind: 'etag', etag } })
      expect(await replace('two')).toMatchObject({ kind: 'written' })
      expect(await replace('three')).toEqual({ kind: 'conflict' })
      expect(textOf((await store.read('r.txt'))?.bytes)).toBe('two')
    })

    it('does not replace what is gone', async () => {
      await store.write('gone.txt', bytesOf('one'), plain)
      const etag = (await store.read('gone.txt'))?.etag ?? ''
      await store.delete('gone.txt')
      const result = await store.write('gone.txt', bytesOf('two'), {
        ...plain,
        condition: { kind: 'etag', etag },
      })
      expect(result).toEqual({ kind: 'conflict' })
      expect(await store.read('gone.txt')).toBeNull()
    })

    it('lets one of ten writers create', async () => {
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, writer) =>
          store.write('race.txt', bytesOf(`writer ${writer}`), { ...plain, condition: absent }),
        ),
      )
      expect(results.filter(({ kind }) => kind === 'written')).toHaveLength(1)
      const winner = results.findIndex(({ kind }) => kind === 'written')
      expect(textOf((await store.read('race.txt'))?.bytes)).toBe(`writer ${winner}`)
    })

    it('lets one of ten writers replace', async () => {
      await store.write('race.txt', bytesOf('first'), plain)
      const etag = (await store.read('race.txt'))?.etag ?? ''
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, writer) =>
          store.write('race.txt', bytesOf(`writer ${writer}`), {
            ...plain,
            condition: { kind: 'etag', etag },
          }),
        ),
      )
      expect(results.filter(({ kind }) => kind === 'written')).toHaveLength(1)
    })

    it('never shows half of a write', async () => {
      const long = (letter: string): Uint8Array => bytesOf(letter.repeat(300_000))
      await store.write('big.txt', long('a'), plain)
      const reads = Array.from({ length: 20 }, () => store.read('big.txt'))
      const writes = ['b', 'c', 'd'].map(letter => store.write('big.txt', long(letter), plain))
      for (const stored of await Promise.all(reads)) {
        expect(new Set(textOf(stored?.bytes))).toHaveProperty('size', 1)
        expect(stored?.bytes).toHaveLength(300_000)
      }
      await Promise.all(writes)
    })

    it('deletes, and does not mind where there is nothing', async () => {
      await store.write('d.txt', bytesOf('one'), plain)
      await store.delete('d.txt')
      await store.delete('d.txt')
      expect(await store.read('d.txt')).toBeNull()
      expect(await allKeys('')).toEqual([])
    })

    it.each(oddKeys)('takes the key %j', async key => {
      await store.write(key, bytesOf(key), plain)
      expect(textOf((await store.read(key))?.bytes)).toBe(key)
      expect(await allKeys('')).toEqual([key])
    })

    it('holds "p" and "p/q" side by side', async () => {
      await store.write('p', bytesOf('p'), plain)
      await store.write('p/q', bytesOf('q'), plain)
      await store.delete('p/q')
      expect(textOf((await store.read('p'))?.bytes)).toBe('p')
    })

    it('lists a prefix, which need not end at a slash, with tags and sizes', async () => {
      for (const key of ['index/2026-11-22/a.json', 'index/2026-11-23/b.json', 'indexes/c.json']) {
        await store.write(key, bytesOf(key), plain)
      }
      expect(await allKeys('index/')).toEqual(['index/2026-11-22/a.json', 'index/2026-11-23/b.json'])
      expect(await allKeys('index/2026-11-2')).toHaveLength(2)
      expect(await allKeys('index')).toHaveLength(3)
      expect(await allKeys('nothing/')).toEqual([])
      const { keys } = await store.list('indexes/')
      const stored = await store.read('indexes/c.json')
      expect(keys[0]).toMatchObject({ key: 'indexes/c.json', size: 14, etag: stored?.etag })
    })

    it('lists in the order of UTF-8, which is not that of JavaScript', async () => {
      const keys = ['k/\uffee', 'k/😀', 'k/a', 'k/Z', 'k/é']
      for (const key of keys) await store.write(key, bytesOf('x'), plain)
      expect(await allKeys('k/')).toEqual(['k/Z', 'k/a', 'k/é', 'k/\uffee', 'k/😀'])
    })

    it('lists more than a page holds, each key once', async () => {
      const keys = Array.from({ length: 1_003 }, (_, n) => `many/${String(n).padStart(4, '0')}`)
      for (let from = 0; from < keys.length; from += 50) {
        await Promise.all(keys.slice(from, from + 50).map(key => store.write(key, bytesOf('x'), plain)))
      }
      expect((await store.list('many/')).keys).toHaveLength(1_000)
      expect(await allKeys('many/')).toEqual(keys)
    }, 60_000)
  })
}
