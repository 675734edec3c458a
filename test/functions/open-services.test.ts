import { describe, expect, it } from '@jest/globals'
import { openServices } from '../../functions/open-services.ts'

const variables = {
  INBOX_BUCKET: 'inbox-bucket',
  CONTENT_BUCKET: 'content-bucket',
  BASE_URL: 'https://news.example.org/',
  AWS_REGION: 'eu-west-1',
}

describe('the services of a deployed function', () => {
  it('come from its environment, with defaults', () => {
    expect(openServices(variables).settings).toEqual({
      baseUrl: 'https://news.example.org',
      feedTitle: 'Copydesk',
      feedWindowDays: 7,
      isTextPublic: true,
    })
    const told = {
      ...variables,
      FEED_TITLE: 'The Calder Post',
      FEED_WINDOW_DAYS: '30',
      PUBLISH_FULL_TEXT: 'false',
    }
    expect(openServices(told).settings).toMatchObject({
      feedTitle: 'The Calder Post',
      feedWindowDays: 30,
      isTextPublic: false,
    })
  })

  it.each([
    ['INBOX_BUCKET', undefined],
    ['CONTENT_BUCKET', ''],
    ['BASE_URL', 'news.example.org'],
    ['FEED_WINDOW_DAYS', 'a week'],
    ['PUBLISH_FULL_TEXT', 'yes'],
  ])('are refused with the name of what is wrong: %s as %j', (name, value) => {
    expect(() => openServices({ ...variables, [name]: value })).toThrow(name)
  })

  it('do not read articles where the function carries no packed data', () => {
    const { findVariants } = openServices(variables)
    // It throws before it looks.
    expect(() => findVariants({} as never)).toThrow('no packed data')
  })
})
