import { describe, expect, it } from '@jest/globals'
import { memoryStore } from '../../functions/store/memory-store.ts'
import { openNewsroom } from '../functions/newsroom.ts'
import { story } from '../functions/stories.ts'

describe('the local cloud', () => {
  it('handles each message once where all goes well, and publishes once for many articles', async () => {
    const newsroom = openNewsroom()
    for (const id of ['one', 'two', 'three']) {
      await newsroom.deliver(`incoming/wire/${id}.json`, JSON.stringify(story({ id })))
    }
    expect(await newsroom.cloud.settle()).toEqual({
      handled: { ingest: 3, extract: 3, publish: 3 },
      deadLetters: [],
      failures: [],
    })
    expect(newsroom.counts.get('FeedsPublished')).toBe(1)
    expect(await newsroom.cloud.settle()).toMatchObject({ handled: { ingest: 0, extract: 0, publish: 0 } })
  })

  it('puts a message that fails five times among the dead letters, with what was wrong, and goes on', async () => {
    const content = memoryStore()
    const down = {
      ...content,
      read: async (key: string) => {
        if (key.includes('cursed')) throw new Error('the disk is gone')
        return content.read(key)
      },
    }
    const newsroom = openNewsroom({ content: down })
    await newsroom.deliver('incoming/wire/cursed.json', JSON.stringify(story({ id: 'cursed' })))
    await newsroom.deliver('incoming/wire/fine.json', JSON.stringify(story({ id: 'fine' })))
    const { handled, deadLetters, failures } = await newsroom.cloud.settle()
    expect(handled.extract).toBe(6)
    expect(deadLetters).toMatchObject([
      { queue: 'extract', body: expect.stringContaining('articles/cursed.json') },
    ])
    expect(failures.map(String)).toContain('Error: the disk is gone')
    expect(await newsroom.contentJson('articles/fine/article.json')).not.toBeNull()
  })

  it('settles only the queues that it is asked to', async () => {
    const newsroom = openNewsroom()
    await newsroom.deliver('incoming/wire/one.json', JSON.stringify(story()))
    await newsroom.cloud.settle(['ingest'])
    expect(await newsroom.inboxJson('articles/bridge-1.json')).not.toBeNull()
    expect(await newsroom.keys(newsroom.services.content, '')).toEqual([])
  })

  it('sends the event of a stored object again', async () => {
    const newsroom = openNewsroom()
    await newsroom.deliver('incoming/wire/one.json', JSON.stringify(story()))
    await newsroom.cloud.settle()
    newsroom.cloud.redeliver('inbox', 'articles/bridge-1.json')
    expect(await newsroom.cloud.settle()).toMatchObject({ handled: { ingest: 0, extract: 1, publish: 0 } })
  })
})
