/**
 * The contract over a real S3 server: npm run test:s3 starts one. Runs only where S3_ENDPOINT is set (jest.config.mjs).
 */
import { afterAll } from '@jest/globals'
import { openServer } from './new-bucket.ts'
import { describeStore } from './store-contract.ts'

const server = openServer()
afterAll(server.close)

describeStore('S3 store', server.newStore)
