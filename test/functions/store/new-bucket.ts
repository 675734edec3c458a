import { randomUUID } from 'node:crypto'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { openS3Client, s3Store } from '../../../functions/store/s3-store.ts'
import type { Store } from '../../../functions/store/store.ts'

/** Stores over new buckets of the server at S3_ENDPOINT; `close` lets its connections go. */
export const openServer = (): { newStore: () => Promise<Store>; close: () => void } => {
  const client = openS3Client({ endpoint: process.env.S3_ENDPOINT })
  return {
    newStore: async () => {
      const bucket = `test-${randomUUID()}`
      await client.send(new CreateBucketCommand({ Bucket: bucket }))
      return s3Store({ bucket, client })
    },
    close: () => client.destroy(),
  }
}
