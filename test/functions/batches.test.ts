import { describe, expect, it } from '@jest/globals'
import { extractDoor } from '../../functions/extract-article.ts'
import { ingestDoor } from '../../functions/ingest-delivery.ts'
import { publishDoor } from '../../functions/publish-feeds.ts'
import { memoryStore } from '../../functions/store/memory-store.ts'
import type { Store } from '../../functions/store/store.ts'
import { openNewsroom } from './newsroom.ts'
import { createdBody, eventText, sqsEvent } from './queue-messages.ts'
import { story } from './stories.ts'

/** A store that is down for some keys. */
const failingFor = (isDown: (key: string) => boolean): Store => {
  const store = memoryStore()
  const guard = (key: string): void => {
    if (isDown(key)) throw new Error(`503 for ${key}`)
  }
  return {
    ...store,
    read: async key => {
      guard(key)
      return store.read(key)
    },
    write: async (key, bytes, options) => {
      guard(key)
      return store.write(key, bytes, options)
    },
  }
}
const failures = (...ids: string[]) => ({
  batchItemFailures: ids.map(itemIdentifier => ({ itemIdentifier })),
})

describe('a batch', () => {
  it('gives back the one message that failed, and only that', async () => {
    const inbox = failingFor(key => key === 'incoming/wire/two.json')
    const newsroom = openNewsroom({ inbox })
    await newsroom.deliver('incoming/wire/one.json', JSON.stringify(story({ id: 'one' })))
    await newsroom.deliver('incoming/wire/three.json', JSON.stringify(story({ id: 'three' })))
    const batch = sqsEvent(
      ...['one', 'two', 'three'].map(name => createdBody('inbox', `incoming/wire/${name}.json`)),
    )
    expect(await ingestDoor(newsroom.services)(batch)).toEqual(failures('m1'))
    expect(await newsroom.keys(inbox, 'articles/')).toEqual(['articles/one.json', 'articles/three.json'])
  })

  it('gives back all where all failed, and does not throw', async () => {
    const newsroom = openNewsroom({ inbox: failingFor(() => true) })
    const batch = sqsEvent(createdBody('inbox', 'articles/a.json'), createdBody('inbox', 'articles/b.json'))
    expect(await extractDoor(newsroom.services)(batch)).toEqual(failures('m0', 'm1'))
  })

  it('gives back a message that is no event, for a person to look at among the dead letters', async () => {
    const newsroom = openNewsroom()
    const batch = sqsEvent('{"hello": 1}', eventText('test-event'), eventText('notification'))
    expect(await ingestDoor(newsroom.services)(batch)).toEqual(failures('m0'))
    expect(newsroom.log.filter(line => line.level === 'error')).toHaveLength(1)
  })

  it('passes over what is no delivery: folders, objects taken away meanwhile, keys of others', async () => {
    const newsroom = openNewsroom()
    const batch = sqsEvent(
      createdBody('inbox', 'incoming/wire/', 0),
      createdBody('inbox', 'incoming/wire/gone.txt'),
      createdBody('inbox', 'elsewhere/a.txt'),
      eventText('object-deleted'),
    )
    expect(await ingestDoor(newsroom.services)(batch)).toEqual(failures())
    expect(await newsroom.keys(newsroom.services.inbox, '')).toEqual([])
  })

  it('refuses an upload of 200 MB by what its event says', async () => {
    const newsroom = openNewsroom({ inbox: failingFor(key => key.startsWith('incoming/')) })
    expect(await ingestDoor(newsroom.services)(sqsEvent(eventText('upload-of-200-mb')))).toEqual(failures())
    expect(await newsroom.inboxJson('rejected/wire/2031/03/04/film.mov.json')).toMatchObject({
      delivery: { size: 209_715_200 },
      problems: [{ code: 'too-large' }],
    })
  })
})

describe('publish', () => {
  const indexed = createdBody('content', 'index/2031-03-04/a.json')

  it('rebuilds once for a batch, and gives back only what is no event', async () => {
    const newsroom = openNewsroom()
    const batch = sqsEvent(indexed, 'no event', indexed)
    expect(await publishDoor(newsroom.services)(batch)).toEqual(failures('m1'))
    expect(newsroom.counts.get('FeedsPublished')).toBe(1)
  })

  it('gives back the whole batch where it failed, for one rebuild answers for all of it', async () => {
    const newsroom = openNewsroom({ content: failingFor(key => key === 'feeds/latest.json') })
    expect(await publishDoor(newsroom.services)(sqsEvent(indexed, indexed))).toEqual(failures('m0', 'm1'))
  })

  it('runs by the clock, and then fails aloud', async () => {
    expect(await publishDoor(openNewsroom().services)(JSON.parse(eventText('schedule')))).toEqual(failures())
    const broken = openNewsroom({ content: failingFor(() => true) })
    await expect(publishDoor(broken.services)(JSON.parse(eventText('schedule')))).rejects.toThrow('503')
  })

  it('leaves out an entry that it cannot read, says so, and publishes the rest', async () => {
    const newsroom = openNewsroom()
    await newsroom.services.content.write('index/2031-03-04/bad.json', Uint8Array.of(123), {
      contentType: 'application/json',
    })
    await newsroom.deliver('incoming/wire/a.json', JSON.stringify(story()))
    expect((await newsroom.cloud.settle()).deadLetters).toEqual([])
    expect(newsroom.log).toContainEqual(expect.objectContaining({ level: 'error' }))
    expect(await newsroom.contentJson('feeds/latest.json')).toMatchObject({
      items: [{ id: expect.anything() }],
    })
  })
})
