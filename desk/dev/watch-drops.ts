/**
 * The drop folder: a file that is put into inbox/incoming is taken in as an upload would be, again when it changes.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, watch } from 'node:fs'
import { extname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { slug } from '../../core/read/article-id.ts'
import { incomingKey } from '../../functions/keys.ts'
import { contentTypeOf } from '../../functions/store/content-type.ts'
import type { LocalCloud } from '../local-cloud.ts'

/** A file that has not grown for so long is complete. */
const quietMs = 150

export interface Drops {
  readonly folder: string
  close(): void
}

export const watchDrops = (folder: string, cloud: LocalCloud, afterDrop: (name: string) => void): Drops => {
  mkdirSync(folder, { recursive: true })
  const seen = new Map(filesIn(folder).map(({ name, changedMs }) => [name, changedMs]))
  let isLooking = false
  let isAgain = false
  const look = async (): Promise<void> => {
    if (isLooking) {
      isAgain = true
      return
    }
    isLooking = true
    try {
      do {
        isAgain = false
        await pause(quietMs)
        for (const { name, changedMs } of filesIn(folder)) {
          if (seen.get(name) === changedMs) continue
          seen.set(name, changedMs)
          await take(folder, name, cloud)
          afterDrop(name)
        }
      } while (isAgain)
    } finally {
      isLooking = false
    }
  }
  const watcher = watch(folder, () => {
    look().catch((error: unknown) => process.stderr.write(`drop folder: ${String(error)}\n`))
  })
  return { folder, close: () => watcher.close() }
}

const take = async (folder: string, name: string, cloud: LocalCloud): Promise<void> => {
  const extension = extname(name).slice(1).toLowerCase()
  const delivery = slug(name.slice(0, name.length - extension.length - 1)) || 'drop'
  const key = incomingKey('drop', cloud.services.now(), `${delivery}.${extension || 'txt'}`)
  await cloud.deliver(key, readFileSync(join(folder, name)), contentTypeOf(key))
}

/** Files that lie in the folder itself; what the store keeps lies deeper. */
const filesIn = (folder: string): { name: string; changedMs: number }[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .flatMap(({ name }) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false }) // gone again meanwhile
      return found ? [{ name, changedMs: found.mtimeMs }] : []
    })
