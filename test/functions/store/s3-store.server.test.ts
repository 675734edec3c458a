/**
 * The contract over a real S3 server: npm run test:s3 starts one. Runs only where S3_ENDPOINT is set (jest.config.mjs).
 */
import { newBucketStore } from './new-bucket.ts'
import { describeStore } from './store-contract.ts'

describeStore('S3 store', newBucketStore)
