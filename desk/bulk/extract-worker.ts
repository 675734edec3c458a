/**
 * A worker thread of bulk: batches come in by message, results go out, one at a time. The packed data is shared by all.
 */
import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'
import { openKnowledge } from '../../core/knowledge.ts'
import { extractBatch } from './extract-batch.ts'

const Bytes = z.instanceof(Uint8Array)
const WorkerData = z.strictObject({
  isForAll: z.boolean(),
  mostLineBytes: z.int().positive(),
  packed: z.strictObject({ gazetteer: Bytes, tagger: Bytes, syntax: Bytes }),
})
const Message = z.strictObject({ bytes: Bytes, firstLine: z.int().positive() })

if (parentPort === null) throw new Error('extract-worker runs as a worker thread only')
const port = parentPort
const { packed, ...options } = WorkerData.parse(workerData)
const knowledge = openKnowledge(packed)
port.on('message', (message: unknown) => {
  const result = extractBatch(Message.parse(message), knowledge, options)
  // Handed over, not copied.
  port.postMessage(result, result.bytes.buffer instanceof ArrayBuffer ? [result.bytes.buffer] : [])
})
