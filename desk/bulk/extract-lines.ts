/**
 * Bulk: lines in, lines out in the same order, over worker threads. Batches are handed to whichever worker is free;
 * results are written in turn; and no more batches are under way than keep the workers busy, so that memory stays the
 * same however long the input is.
 */
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type { Worker } from 'node:worker_threads'
import { mostIncomingBytes } from '../../content-schema/bounds.ts'
import type { PackedFiles } from '../../core/knowledge.ts'
import { readPackedFiles } from '../../data/read-packed-files.ts'
import { type Batch, cutBatches } from './cut-batches.ts'
import type { BatchResult } from './extract-batch.ts'
import { workerStarter } from './open-worker.ts'

export interface BulkCounts {
  readonly read: number
  readonly bad: number
  /** Numbers of the first of them, from 1. */
  readonly badLines: readonly number[]
}

export interface BulkOptions {
  readonly jobs: number
  readonly isForAll: boolean
}

/** Twice what Node gives: what an article leaves behind is collected half as often, for an eighth less of processor time. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 }
/** A batch for each worker, and one more waiting. */
const batchesPerJob = 2
const mostBadLinesNamed = 10

export const extractLines = async (
  input: AsyncIterable<Uint8Array>,
  output: Writable,
  { jobs, isForAll }: BulkOptions,
): Promise<BulkCounts> => {
  const pool = openPool(jobs, { isForAll, mostLineBytes: mostIncomingBytes })
  const counts = { read: 0, bad: 0, badLines: [] as number[] }
  const underWay: Promise<BatchResult>[] = []
  const writeNext = async (): Promise<void> => {
    const result = await underWay.shift()
    if (result === undefined) return
    counts.read += result.read
    counts.bad += result.badLines.length
    counts.badLines.push(...result.badLines.slice(0, mostBadLinesNamed - counts.badLines.length))
    if (result.bytes.length > 0 && !output.write(result.bytes)) await once(output, 'drain')
  }
  try {
    for await (const batch of cutBatches(input, mostIncomingBytes)) {
      if (underWay.length >= jobs * batchesPerJob) await writeNext()
      const result = pool.run(batch)
      // Its failure is met where it is awaited.
      result.catch(() => {})
      underWay.push(result)
    }
    while (underWay.length > 0) await writeNext()
    return counts
  } finally {
    await pool.close()
  }
}

interface Pool {
  run(batch: Batch): Promise<BatchResult>
  close(): Promise<unknown>
}

/** Workers start when there is work for them: a short input needs but one. */
const openPool = (
  jobs: number,
  options: { readonly isForAll: boolean; readonly mostLineBytes: number },
): Pool => {
  const idle: Worker[] = []
  const all: Promise<Worker>[] = []
  const waiting: ((worker: Worker) => void)[] = []
  const starter = workerStarter(new URL('./extract-worker.ts', import.meta.url))
  const workerData = { ...options, packed: sharedPackedFiles() }
  const worker = async (): Promise<Worker> => {
    const free = idle.pop()
    if (free) return free
    if (all.length >= jobs) return new Promise(resolve => waiting.push(resolve))
    const started = starter.then(start => start({ workerData, resourceLimits }))
    all.push(started)
    return started
  }
  const release = (free: Worker): void => {
    const next = waiting.shift()
    if (next) next(free)
    else idle.push(free)
  }
  return {
    run: async ({ bytes, firstLine }) => {
      const free = await worker()
      const answer = nextMessage(free)
      free.postMessage({ bytes, firstLine })
      const result = await answer
      release(free)
      return result
    },
    close: () => Promise.allSettled(all.map(async each => (await each).terminate())),
  }
}

/** Read once, and seen by every worker. */
const sharedPackedFiles = (): PackedFiles => {
  const { gazetteer, tagger, syntax } = readPackedFiles()
  return { gazetteer: toShared(gazetteer), tagger: toShared(tagger), syntax: toShared(syntax) }
}

const toShared = (bytes: Uint8Array): Uint8Array => {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length))
  shared.set(bytes)
  return shared
}

const nextMessage = (worker: Worker): Promise<BatchResult> =>
  new Promise((resolve, reject) => {
    const done = (): void => {
      worker.off('message', onMessage)
      worker.off('error', onError)
      worker.off('exit', onExit)
    }
    const onMessage = (result: BatchResult): void => {
      done()
      resolve(result)
    }
    const onError = (error: unknown): void => {
      done()
      reject(error)
    }
    const onExit = (code: number): void => onError(new Error(`a worker ended with code ${code}`))
    worker.on('message', onMessage)
    worker.on('error', onError)
    worker.on('exit', onExit)
  })
