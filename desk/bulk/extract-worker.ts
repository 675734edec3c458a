/**
 * A worker thread of bulk: batches come in by message, results go out, one at a time.
 */
import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { loadKnowledge } from '../../data/load-knowledge.ts'
import { extractBatch } from './extract-batch.ts'

const Options = z.strictObject({ isForAll: z.boolean(), mostLineBytes: z.int().positive() })
const Message = z.strictObject({ bytes: z.instanceof(Uint8Array), firstLine: z.int().positive() })

if (parentPort === null) throw new Error('extract-worker runs as a worker thread only')
const port = parentPort
const options = Options.parse(workerData)
const knowledge = loadKnowledge()
port.on('message', (message: unknown) => {
  const result = extractBatch(Message.parse(message), knowledge, options)
  // Handed over, not copied.
  port.postMessage(result, result.bytes.buffer instanceof ArrayBuffer ? [result.bytes.buffer] : [])
})
