/**
 * The drop folder: a file that is put into inbox/incoming is taken in as an upload would be, again when it changes.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { mostIncomingBytes } from '../../content-schema/bounds.ts'
import { incomingKey } from '../../functions/keys.ts'
import { contentTypeOf } from '../../functions/store/content-type.ts'
import { inWords } from '../in-words.ts'
import type { LocalCloud } from '../local-cloud.ts'

/** A file that has not grown for so long is complete. */
const quietMs = 150

export interface Drops {
  readonly folder: string
  close(): void
}

export interface DropsOptions {
  readonly cloud: LocalCloud
  /** The file was delivered; what becomes of it is still to be worked off. */
  readonly afterDrop: (name: string) => void
  /** The file could not be delivered at all; why, and how to mend it. */
  readonly refuse: (name: string, why: string) => void
}

export const watchDrops = (folder: string, { cloud, afterDrop, refuse }: DropsOptions): Drops => {
  mkdirSync(folder, { recursive: true })
  const seen = new Map(filesIn(folder).map(({ name, changedMs }) => [name, changedMs]))
  let isLooking = false
  let isAgain = false
  let isClosed = false
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
        if (isClosed) return
        for (const file of filesIn(folder)) {
          if (seen.get(file.name) === file.changedMs) continue
          seen.set(file.name, file.changedMs)
          const trouble = await take(folder, file, cloud)
          if (trouble === null) afterDrop(file.name)
          else refuse(file.name, trouble)
        }
      } while (isAgain)
    } finally {
      isLooking = false
    }
  }
  const watcher = watch(folder, () => {
    look().catch((error: unknown) => process.stderr.write(`drop folder: ${String(error)}\n`))
  })
  return {
    folder,
    close: () => {
      isClosed = true
      watcher.close()
    },
  }
}

interface DroppedFile {
  readonly name: string
  readonly bytes: number
  readonly changedMs: number
}

/** Delivers the file; or says why it cannot be, so that one bad file does not keep the others out. */
const take = async (folder: string, file: DroppedFile, cloud: LocalCloud): Promise<string | null> => {
  if (file.bytes > mostIncomingBytes)
    return `it has ${file.bytes} bytes; at most ${mostIncomingBytes} are read. Put one article into a file.`
  try {
    // Under its own name: of "Вести.txt" and "新闻.txt", letters of ours alone would make one article.
    const key = incomingKey('drop', cloud.services.now(), file.name)
    await cloud.deliver(key, readFileSync(join(folder, file.name)), contentTypeOf(key))
    return null
  } catch (error) {
    return inWords(error) ?? (error instanceof Error ? error.message : String(error))
  }
}

/** Files that lie in the folder itself; what the store keeps lies deeper. */
const filesIn = (folder: string): DroppedFile[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .flatMap(({ name }) => {
      const found = statSync(join(folder, name), { throwIfNoEntry: false }) // gone again meanwhile
      return found ? [{ name, bytes: found.size, changedMs: found.mtimeMs }] : []
    })
