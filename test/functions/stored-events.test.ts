import { describe, expect, it } from '@jest/globals'
import { parseStoredEvents } from '../../functions/stored-events.ts'
import { eventText } from './queue-messages.ts'

describe('stored events', () => {
  it('takes the key of an EventBridge event as it is', () => {
    expect(parseStoredEvents(eventText('object-created'))).toEqual([
      {
        bucket: 'inbox',
        key: 'incoming/wire/2031/03/04/storm a+b.txt',
        kind: 'created',
        size: 119,
        at: '2031-03-04T11:59:58Z',
      },
    ])
  })

  it('decodes the key of a notification: a plus is a blank, %2B a plus, %25 a percent sign', () => {
    expect(parseStoredEvents(eventText('notification'))).toMatchObject([
      { key: 'incoming/wire/2031/03/04/storm a+b%25 ü.txt', kind: 'created' },
    ])
  })

  it('tells a deletion', () => {
    expect(parseStoredEvents(eventText('object-deleted'))).toMatchObject([
      { key: 'articles/a-1.json', kind: 'deleted' },
    ])
  })

  it('passes over the event that S3 sends to try the queue', () => {
    expect(parseStoredEvents(eventText('test-event'))).toEqual([])
  })

  it.each([
    ['no JSON', 'not json'],
    ['the clock', eventText('schedule')],
    ['another source', JSON.stringify({ ...JSON.parse(eventText('object-created')), source: 'aws.ec2' })],
    ['no key', JSON.stringify({ Records: [{ eventName: 'ObjectCreated:Put', s3: {} }] })],
  ])('refuses %s', (_, body) => {
    expect(() => parseStoredEvents(body)).toThrow()
  })
})
