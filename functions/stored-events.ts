/**
 * What a queue message says about stored objects. Two shapes come: S3's events through EventBridge (keys as they are)
 * and S3's notifications straight to a queue (keys URL-encoded, a blank as "+").
 *
 *   {"source":"aws.s3","detail-type":"Object Created","detail":{"bucket":{…},"object":{"key":"a b.txt"}}}
 *   {"Records":[{"eventName":"ObjectCreated:Put","s3":{"bucket":{…},"object":{"key":"a+b.txt"}}}]}
 */
import * as z from 'zod'

export interface StoredEvent {
  readonly bucket: string
  readonly key: string
  readonly kind: 'created' | 'deleted'
  /** Absent where the event does not tell (deletions). */
  readonly size: number | undefined
  /** When it happened, ISO 8601. */
  readonly at: string
}

const EventBridgeEvent = z.object({
  source: z.literal('aws.s3'),
  'detail-type': z.enum(['Object Created', 'Object Deleted']),
  time: z.iso.datetime({ offset: true }),
  detail: z.object({
    bucket: z.object({ name: z.string() }),
    object: z.object({ key: z.string().min(1), size: z.number().optional() }),
  }),
})

const Notification = z.object({
  Records: z.array(
    z.object({
      eventName: z.string(),
      eventTime: z.iso.datetime({ offset: true }),
      s3: z.object({
        bucket: z.object({ name: z.string() }),
        object: z.object({ key: z.string().min(1), size: z.number().optional() }),
      }),
    }),
  ),
})

/** What S3 sends to a queue once, when it is told to notify it. */
const TestEvent = z.object({ Event: z.literal('s3:TestEvent') })

const Message = z.union([EventBridgeEvent, Notification, TestEvent])

/** @throws where the message is none of them: it is not content but a wrong wiring, and belongs to the dead letters. */
export const parseStoredEvents = (body: string): StoredEvent[] => {
  const parsed = Message.safeParse(JSON.parse(body))
  if (!parsed.success) {
    throw new Error(
      'message is not an S3 event: expected EventBridge "Object Created" or an S3 notification',
      {
        cause: parsed.error,
      },
    )
  }
  const message = parsed.data
  if ('Event' in message) return []
  if ('Records' in message) {
    return message.Records.map(({ eventName, eventTime, s3 }) => ({
      bucket: s3.bucket.name,
      key: decodeURIComponent(s3.object.key.replaceAll('+', ' ')),
      kind: eventName.startsWith('ObjectRemoved') ? 'deleted' : 'created',
      size: s3.object.size,
      at: eventTime,
    }))
  }
  const { bucket, object } = message.detail
  const kind = message['detail-type'] === 'Object Deleted' ? 'deleted' : 'created'
  return [{ bucket: bucket.name, key: object.key, kind, size: object.size, at: message.time }]
}
