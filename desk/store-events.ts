/**
 * A store that tells of its changes, and the message that S3 sends for one: the EventBridge event in a queue's body.
 */
import { randomUUID } from 'node:crypto'
import type { Store } from '../functions/store/store.ts'

export interface StoreChange {
  readonly key: string
  readonly kind: 'created' | 'deleted'
  readonly size?: number
  readonly etag?: string
}

/** Calls `onChange` after each write and delete that took effect. */
export const watchStore = (store: Store, onChange: (change: StoreChange) => void): Store => ({
  read: key => store.read(key),
  list: (prefix, next) => store.list(prefix, next),
  write: async (key, bytes, options) => {
    const result = await store.write(key, bytes, options)
    if (result.kind === 'written') onChange({ key, kind: 'created', size: bytes.length, etag: result.etag })
    return result
  },
  delete: async key => {
    await store.delete(key)
    onChange({ key, kind: 'deleted' })
  },
})

export const queueEvent = (bucket: string, { key, kind, size, etag }: StoreChange, at: Date): string =>
  JSON.stringify({
    version: '0',
    id: randomUUID(),
    'detail-type': kind === 'created' ? 'Object Created' : 'Object Deleted',
    source: 'aws.s3',
    account: '000000000000',
    time: at.toISOString(),
    region: 'local',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: {
        key,
        ...(size === undefined ? {} : { size }),
        ...(etag ? { etag: etag.replaceAll('"', '') } : {}),
      },
      'request-id': 'local',
      requester: 'local',
      reason: kind === 'created' ? 'PutObject' : 'DeleteObject',
    },
  })
