import { readFileSync } from 'node:fs'
import type { SQSEvent } from 'aws-lambda'

/** The text of fixtures/events/{name}.json. */
export const eventText = (name: string): string =>
  readFileSync(new URL(`../../fixtures/events/${name}.json`, import.meta.url), 'utf8')

/** A batch as SQS hands it to a function; message ids are m0, m1 … */
export const sqsEvent = (...bodies: readonly string[]): SQSEvent => ({
  Records: bodies.map((body, at) => ({
    messageId: `m${at}`,
    receiptHandle: 'AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a',
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '1930391998000',
      SenderId: 'AIDAIENQZJOLO23YVJ4VO',
      ApproximateFirstReceiveTimestamp: '1930391998010',
    },
    messageAttributes: {},
    md5OfBody: 'e4e68fb7bd0e697a0ae8f1bb342846b3',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:ingest',
    awsRegion: 'eu-west-1',
  })),
})

export const createdBody = (bucket: string, key: string, size = 100): string => {
  const event = JSON.parse(eventText('object-created'))
  return JSON.stringify({
    ...event,
    detail: { ...event.detail, bucket: { name: bucket }, object: { key, size } },
  })
}
