import { mkdtemp, readdir, rm, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { keyOfPath, pathOfKey } from '../../../functions/store/file-name-of-key.ts'
import { folderStore } from '../../../functions/store/folder-store.ts'
import { StoreError } from '../../../functions/store/store.ts'
import { describeStore } from './store-contract.ts'

const folders: string[] = []
const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-store-'))
  folders.push(folder)
  return folder
}
afterAll(async () => {
  await Promise.all(folders.map(folder => rm(folder, { recursive: true, force: true })))
})

describeStore('folder store', async () => folderStore(await newFolder()))

describe('two stores over one folder', () => {
  it('let one of both create', async () => {
    const folder = await newFolder()
    const [one, other] = [folderStore(folder), folderStore(folder)]
    const write = (store: typeof one) =>
      store.write('a.json', Uint8Array.of(1), { contentType: 'x/y', condition: { kind: 'absent' } })
    const results = await Promise.all([one, other, one, other].map(write))
    expect(results.filter(({ kind }) => kind === 'written')).toHaveLength(1)
  })

  it('see what the other wrote, listings included', async () => {
    const folder = await newFolder()
    const [one, other] = [folderStore(folder), folderStore(folder)]
    await one.write('a.json', Uint8Array.of(1), { contentType: 'application/json' })
    await other.list('')
    await one.write('a.json', Uint8Array.of(2), { contentType: 'application/json' })
    expect((await other.list('')).keys[0]?.etag).toBe((await one.read('a.json'))?.etag)
  })

  it('take over the lock of a process that died', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'a.json%l'), '')
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(join(folder, 'a.json%l'), longAgo, longAgo)
    const result = await folderStore(folder).write('a.json', Uint8Array.of(1), { contentType: 'x/y' })
    expect(result.kind).toBe('written')
  })
})

it('leaves nothing in the folder beside what is stored', async () => {
  const folder = await newFolder()
  const store = folderStore(folder)
  await store.write('a/b/c.json', Uint8Array.of(1), { contentType: 'application/json; charset=utf-8' })
  await store.write('d.json', Uint8Array.of(1), { contentType: 'application/json; charset=utf-8' })
  await store.delete('a/b/c.json')
  expect(await readdir(join(folder, 'a')).catch(() => [])).toEqual([])
  expect(await readdir(folder)).toContain('d.json')
  expect((await readdir(folder)).filter(name => name.includes('%'))).toEqual([])
})

describe('file names of keys', () => {
  const key = fc
    .array(fc.string({ unit: 'grapheme', minLength: 0, maxLength: 300 }), { minLength: 1, maxLength: 6 })
    .map(segments => segments.join('/'))
    .filter(text => Buffer.byteLength(text) <= 1_024)

  it('tell the key again', () => {
    fc.assert(fc.property(key, text => expect(keyOfPath(pathOfKey(text))).toBe(text)))
  })

  it('are safe: inside the folder, short enough, plain ASCII', () => {
    fc.assert(
      fc.property(key, text => {
        for (const name of pathOfKey(text).split('/')) {
          expect(name).toMatch(/^[A-Za-z0-9_%.-]{1,210}$/)
          expect(name).not.toMatch(/^\./)
        }
      }),
    )
  })

  it('never make a folder of one key the file of another', () => {
    fc.assert(
      fc.property(key, key, (a, b) => {
        const [one, other] = [pathOfKey(a), pathOfKey(b)]
        expect(other.startsWith(`${one}/`)).toBe(false)
        expect(one === other).toBe(a === b)
      }),
    )
  })
})

it('fails where the folder of a key is a link to nowhere, and does not wait for ever', async () => {
  const folder = await newFolder()
  await symlink(join(folder, 'nowhere', 'deep'), join(folder, 'a'))
  const written = folderStore(folder).write('a/b.json', Uint8Array.of(1), { contentType: 'x/y' })
  await expect(written).rejects.toThrow(StoreError)
})
