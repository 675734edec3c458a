/**
 * A store in a folder: the default where there is no cloud. A write is a temporary file and a rename, so that a reader
 * sees the whole of one version; a lock file a key makes conditions hold between processes too.
 *
 * Knowingly not done: syncing to the disk before a write is reported, and cheap pages of a folder of millions.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { contentTypeOf } from './content-type.ts'
import { etagOf } from './etag.ts'
import { keyOfPath, pathOfKey } from './file-name-of-key.ts'
import { byUtf8 } from './key-order.ts'
import {
  type ListPage,
  type Store,
  type StoredObject,
  StoreError,
  type WriteOptions,
  type WriteResult,
} from './store.ts'

const pageSize = 1_000
/** A lock older than this was left by a process that died: a write takes milliseconds. */
const lockLivesMs = 5_000
const lockWaitMs = 3
/** Tries in a folder that is tidied away, or cannot be made: a link to nowhere. */
const mostTriesWithoutFolder = 100
/** Suffixes that no path of a key ends in. */
const lockMark = '%l'
const typeMark = '%t'
const temporaryMark = '%w'

export const folderStore = (root: string): Store => {
  const etags = new Map<string, { stamp: string; etag: string }>()
  const pathOf = (key: string): string => join(root, pathOfKey(key))

  const read = async (key: string): Promise<StoredObject | null> => {
    const path = pathOf(key)
    const bytes = await orNull(readFile(path))
    const status = bytes && (await orNull(stat(path)))
    if (!bytes || !status) return null
    const contentType = (await orNull(readFile(path + typeMark, 'utf8'))) ?? contentTypeOf(key)
    return { key, bytes, etag: etagOf(bytes), contentType, lastModified: status.mtime.toISOString() }
  }

  const replace = async (key: string, bytes: Uint8Array, contentType: string): Promise<void> => {
    const path = pathOf(key)
    const temporary = join(dirname(path), `${randomUUID()}${temporaryMark}`)
    await writeFile(temporary, bytes)
    if (contentType === contentTypeOf(key)) await rm(path + typeMark, { force: true })
    else await writeFile(path + typeMark, contentType)
    await rename(temporary, path)
  }

  const write = (key: string, bytes: Uint8Array, options: WriteOptions): Promise<WriteResult> =>
    locked(pathOf(key), async () => {
      if (options.condition) {
        const current = await orNull(readFile(pathOf(key)))
        if (options.condition.kind === 'absent' && current) return { kind: 'conflict' }
        if (options.condition.kind === 'etag' && (!current || etagOf(current) !== options.condition.etag)) {
          return { kind: 'conflict' }
        }
      }
      await replace(key, bytes, options.contentType)
      return { kind: 'written', etag: etagOf(bytes) }
    })

  const describe = async (key: string): Promise<ListPage['keys'][number] | null> => {
    const path = pathOf(key)
    const status = await orNull(stat(path, { bigint: true }))
    if (!status) return null
    const stamp = `${status.ino}-${status.mtimeNs}-${status.size}`
    const known = etags.get(key)
    const bytes = known?.stamp === stamp ? null : await orNull(readFile(path))
    const etag = known?.stamp === stamp ? known.etag : etagOf(bytes ?? new Uint8Array())
    etags.set(key, { stamp, etag })
    return { key, etag, size: Number(status.size), lastModified: status.mtime.toISOString() }
  }

  return {
    read,
    write,
    list: async (prefix, next) => {
      const folder = prefix.split('/').slice(0, -1)
      const start = folder.length === 0 ? root : dirname(pathOf([...folder, 'x'].join('/')))
      const keys = (await filesUnder(start))
        .map(path => keyOfPath(relative(root, path).split(sep).join('/')))
        .filter(key => key !== null)
        .filter(key => key.startsWith(prefix) && (!next || byUtf8(key, next) >= 0))
        .sort(byUtf8)
      const page = await Promise.all(keys.slice(0, pageSize).map(describe))
      return { keys: page.filter(found => found !== null), next: keys[pageSize] ?? null }
    },
    delete: key =>
      locked(pathOf(key), async () => {
        await rm(pathOf(key), { force: true })
        await rm(pathOf(key) + typeMark, { force: true })
      }),
  }
}

/** What is there, or null where there is nothing; any other trouble is thrown. */
const orNull = async <T>(attempt: Promise<T>): Promise<T | null> => {
  try {
    return await attempt
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR', 'EISDIR')) return null
    throw error
  }
}

const isCode = (error: unknown, ...codes: string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code))

/** Runs `work` while holding the lock file of the path, and leaves no empty folder behind. */
const locked = async <T>(path: string, work: () => Promise<T>): Promise<T> => {
  const lock = path + lockMark
  await takeLock(lock)
  try {
    return await work()
  } finally {
    await unlink(lock).catch(() => undefined)
    // Fails where the folder holds anything, which is what is wanted.
    await rmdir(dirname(path)).catch(() => undefined)
  }
}

const takeLock = async (lock: string): Promise<void> => {
  for (let withoutFolder = 0; ; ) {
    try {
      await mkdir(dirname(lock), { recursive: true })
      await (await open(lock, 'wx')).close()
      return
    } catch (error) {
      // ENOENT: somebody tidied the empty folder away between the two lines above.
      if (!isCode(error, 'EEXIST', 'ENOENT')) throw error
      if (isCode(error, 'ENOENT') && ++withoutFolder > mostTriesWithoutFolder)
        throw new StoreError(`cannot write in ${dirname(lock)}: is it a link to nowhere?`, { cause: error })
    }
    const held = await orNull(stat(lock))
    if (held && Date.now() - held.mtimeMs > lockLivesMs) await unlink(lock).catch(() => undefined)
    else await new Promise(resolve => setTimeout(resolve, lockWaitMs))
  }
}

const filesUnder = async (folder: string): Promise<string[]> => {
  const entries = (await orNull(readdir(folder, { withFileTypes: true }))) ?? []
  const paths: string[] = []
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) paths.push(...(await filesUnder(path)))
    else if (entry.isFile()) paths.push(path)
  }
  return paths
}
