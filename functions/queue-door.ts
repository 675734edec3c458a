/**
 * A door behind a queue: each message is handled alone, and only those that failed come again.
 */
import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { Services } from './services.ts'
import { parseStoredEvents, type StoredEvent } from './stored-events.ts'

export type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse>

export const queueDoor = (
  stage: string,
  services: Pick<Services, 'log' | 'meter'>,
  handle: (event: StoredEvent) => Promise<void>,
): QueueHandler => {
  const handleRecord = async (record: SQSRecord): Promise<void> => {
    try {
      for (const event of parseStoredEvents(record.body)) await handle(event)
    } catch (error) {
      services.log.error(`${stage} failed; the message comes again`, {
        stage,
        messageId: record.messageId,
        error,
      })
      throw error
    }
  }
  return async event => {
    try {
      return await processPartialResponse(event, handleRecord, new BatchProcessor(EventType.SQS), {
        // All of them failing is no other case than some of them failing.
        throwOnFullBatchFailure: false,
      })
    } finally {
      services.meter.flush()
    }
  }
}
