import { randomUUID } from 'node:crypto'
import { CreateBucketCommand } from '@aws-sdk/client-s3'
import { openS3Client, s3Store } from '../../../functions/store/s3-store.ts'
import type { Store } from '../../../functions/store/store.ts'

/** A store over a new bucket of the server at S3_ENDPOINT. */
export const newBucketStore = async (): Promise<Store> => {
  const client = openS3Client({ endpoint: process.env.S3_ENDPOINT })
  const bucket = `test-${randomUUID()}`
  await client.send(new CreateBucketCommand({ Bucket: bucket }))
  return s3Store({ bucket, client })
}
