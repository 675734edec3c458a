import { describe, expect, it } from '@jest/globals'
import { articleToFeedEntry } from '../../core/feeds/article-to-feed-entry.ts'
import { indexKey } from '../../functions/keys.ts'
import { publishFeeds } from '../../functions/publish-feeds.ts'
import { readTurn, takeTurn } from '../../functions/publishing-turn.ts'
import { memoryStore } from '../../functions/store/memory-store.ts'
import type { Store } from '../../functions/store/store.ts'
import { toJsonBytes } from '../../functions/stored-json.ts'
import { lightVariants } from './light-variants.ts'
import { openNewsroom } from './newsroom.ts'
import { story } from './stories.ts'

const index = async (content: Store, id: string): Promise<void> => {
  const article = story({ id, words: `Words of ${id}` })
  await content.write(
    indexKey('2031-03-04', id),
    toJsonBytes(articleToFeedEntry(article, lightVariants(article))),
    {
      contentType: 'application/json',
    },
  )
}
const latest = async (content: Store): Promise<string> =>
  new TextDecoder().decode((await content.read('feeds/latest.json'))?.bytes)

/** The store, in which every write of a feed waits until something was done, once. */
const interruptedBeforeFeeds = (store: Store, meanwhile: () => Promise<unknown>): Store => {
  let done: Promise<unknown> | null = null
  return {
    ...store,
    write: async (key, bytes, options) => {
      if (key.startsWith('feeds/')) {
        done ??= meanwhile()
        await done
      }
      return store.write(key, bytes, options)
    },
  }
}

describe('publishers that overtake each other', () => {
  it('leave what the index holds now, though the feeds went from A to B and back to A meanwhile', async () => {
    const content = memoryStore()
    const { services } = openNewsroom({ content })
    await index(content, 'kept')
    await publishFeeds(services)
    const before = await latest(content)
    // The slow one has seen a second article, which is gone again before it writes. The quick one finds the feeds as
    // they should be and writes nothing, so that no entity tag tells of it.
    await index(content, 'brief')
    const slow = interruptedBeforeFeeds(content, async () => {
      await content.delete(indexKey('2031-03-04', 'brief'))
      expect(await publishFeeds(services)).toMatchObject({ written: 0 })
    })
    const published = await publishFeeds({ ...services, content: slow })
    expect(published.rounds).toBe(2)
    expect(await latest(content)).toBe(before)
  })

  it('never write over a feed of a later turn', async () => {
    const content = memoryStore()
    const { services } = openNewsroom({ content })
    await index(content, 'first')
    const slow = interruptedBeforeFeeds(content, async () => {
      await index(content, 'second')
      await publishFeeds(services)
    })
    await publishFeeds({ ...services, content: slow })
    expect(await latest(content)).toContain('Words of second')
  })

  it('take turns by number, and look again where another took it while they looked', async () => {
    const content = memoryStore()
    const now = (): Date => new Date(0)
    let looks = 0
    const { turn } = await takeTurn(content, now, async () => {
      looks++
      if (looks === 1) await takeTurn(content, now, async () => {})
    })
    expect({ turn, looks, stored: await readTurn(content) }).toEqual({ turn: 2, looks: 2, stored: 2 })
  })
})
