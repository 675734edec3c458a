/**
 * Articles through the real handlers over memory stores: what lies where afterwards.
 */
import { describe, expect, it } from '@jest/globals'
import type { Article } from '../../content-schema/article.ts'
import { mostIncomingBytes } from '../../content-schema/bounds.ts'
import { indexKey } from '../../functions/keys.ts'
import { openNewsroom } from './newsroom.ts'
import { story } from './stories.ts'

type Newsroom = ReturnType<typeof openNewsroom>

let deliveries = 0
const bringIn = async (newsroom: Newsroom, article: Article): Promise<void> => {
  await newsroom.deliver(`incoming/wire/2031/03/04/d${deliveries++}.json`, JSON.stringify(article))
  expect((await newsroom.cloud.settle()).deadLetters).toEqual([])
}
const documents = [
  'article.json',
  'article.jsonld',
  'article.ninjs.json',
  'names.json',
  'places.json',
  'quotes.json',
  'summary.json',
].map(name => `articles/bridge-1/${name}`)
const articleKeys = (newsroom: Newsroom): Promise<string[]> =>
  newsroom.keys(newsroom.services.content, 'articles/')
const indexKeys = (newsroom: Newsroom): Promise<string[]> =>
  newsroom.keys(newsroom.services.content, 'index/')
const feedText = async (newsroom: Newsroom, name: string): Promise<string> =>
  new TextDecoder().decode((await newsroom.services.content.read(`feeds/${name}`))?.bytes)
const tag = async (newsroom: Newsroom, key: string): Promise<string | undefined> =>
  (await newsroom.services.content.read(key))?.etag

describe('an article', () => {
  it('becomes documents, an index entry and feeds', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, story())
    expect(await articleKeys(newsroom)).toEqual(documents)
    expect(await indexKeys(newsroom)).toEqual([indexKey('2031-03-04', 'bridge-1')])
    expect(await feedText(newsroom, 'latest.json')).toContain('We will rebuild')
    expect(await newsroom.keys(newsroom.services.content, 'feeds/')).toEqual(
      expect.arrayContaining(['feeds/countries/FR.json', 'feeds/latest.rss', 'feeds/speakers/ana-ruiz.json']),
    )
  })

  it('is written once however often it is delivered, and feeds keep their tags', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, story())
    const tags = await Promise.all([...documents, 'feeds/latest.json'].map(key => tag(newsroom, key)))
    newsroom.setTime('2031-03-04T13:00:00Z')
    await bringIn(newsroom, story())
    expect(await Promise.all([...documents, 'feeds/latest.json'].map(key => tag(newsroom, key)))).toEqual(
      tags,
    )
  })

  it('goes from older to newer only', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, story({ updatedAt: '2031-03-04T11:00:00Z', words: 'We have rebuilt' }))
    await bringIn(newsroom, story({ updatedAt: '2031-03-04T10:00:00Z' }))
    expect(await newsroom.contentJson('articles/bridge-1/quotes.json')).toMatchObject({
      quotes: [{ text: 'We have rebuilt' }],
    })
    expect(newsroom.counts.get('DeliveriesOlder')).toBe(1)
  })

  it('moves in the index when its day changes, and leaves nothing behind', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, story())
    await bringIn(newsroom, story({ updatedAt: '2031-03-04T10:30:00Z', publishedAt: '2031-03-03T22:00:00Z' }))
    expect(await indexKeys(newsroom)).toEqual([indexKey('2031-03-03', 'bridge-1')])
  })

  it('stays under the day it came on where the source tells none', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, story({ publishedAt: null, updatedAt: '2031-03-02T10:00:00Z' }))
    await bringIn(newsroom, story({ publishedAt: null, updatedAt: '2031-03-04T10:00:00Z' }))
    expect(await indexKeys(newsroom)).toEqual([indexKey('2031-03-02', 'bridge-1')])
  })

  it('leaves the feeds when it is older than their window, and keeps its documents', async () => {
    const newsroom = openNewsroom({ feedWindowDays: 2 })
    await bringIn(newsroom, story())
    newsroom.setTime('2031-03-07T12:00:00Z')
    await newsroom.cloud.tick()
    expect(await feedText(newsroom, 'latest.json')).not.toContain('We will rebuild')
    expect(await articleKeys(newsroom)).toEqual(documents)
  })

  it('takes its speaker out of the feeds when nobody quotes them any longer', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, story())
    await bringIn(
      newsroom,
      story({ updatedAt: '2031-03-04T11:00:00Z', speaker: 'Ben Okafor', country: 'Kenya' }),
    )
    const feeds = await newsroom.keys(newsroom.services.content, 'feeds/')
    expect(feeds).toEqual(
      expect.arrayContaining(['feeds/countries/KE.json', 'feeds/speakers/ben-okafor.json']),
    )
    expect(feeds).not.toContain('feeds/countries/FR.json')
    expect(feeds).not.toContain('feeds/speakers/ana-ruiz.json')
  })
})

describe('a canceled article', () => {
  const canceled = story({ status: 'canceled', updatedAt: '2031-03-04T11:00:00Z' })

  it('takes documents, index and feeds with it and leaves a tombstone', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, story())
    await bringIn(newsroom, canceled)
    expect(await articleKeys(newsroom)).toEqual(['articles/bridge-1/article.json'])
    expect(await newsroom.contentJson('articles/bridge-1/article.json')).toMatchObject({ status: 'canceled' })
    expect(await indexKeys(newsroom)).toEqual([])
    expect(await feedText(newsroom, 'latest.json')).not.toContain('bridge-1')
  })

  it('is not brought back by what came before it, nor by its own revision told again', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, canceled)
    await bringIn(newsroom, story())
    await bringIn(newsroom, { ...canceled, status: 'usable' })
    expect(await articleKeys(newsroom)).toEqual(['articles/bridge-1/article.json'])
  })

  it('comes back with a newer revision', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, canceled)
    await bringIn(newsroom, story({ updatedAt: '2031-03-04T11:30:00Z' }))
    expect(await articleKeys(newsroom)).toEqual(documents)
  })
})

describe('an article that may not be seen yet', () => {
  const embargoed = story({ embargoedUntil: '2031-03-04T15:00:00+02:00' })

  it('waits until its embargo is over, to the minute', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, embargoed)
    newsroom.setTime('2031-03-04T12:59:00Z')
    await newsroom.cloud.tick()
    await newsroom.cloud.settle()
    expect(await articleKeys(newsroom)).toEqual([])
    newsroom.setTime('2031-03-04T13:00:00Z')
    await newsroom.cloud.tick()
    await newsroom.cloud.settle()
    expect(await articleKeys(newsroom)).toEqual(documents)
    expect(await newsroom.keys(newsroom.services.inbox, 'waiting/')).toEqual([])
  })

  it('waits longer when the embargo was put off meanwhile', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, embargoed)
    await bringIn(
      newsroom,
      story({ updatedAt: '2031-03-04T11:00:00Z', embargoedUntil: '2031-03-04T18:00:00Z' }),
    )
    newsroom.setTime('2031-03-04T13:30:00Z')
    await newsroom.cloud.tick()
    await newsroom.cloud.settle()
    expect(await articleKeys(newsroom)).toEqual([])
    newsroom.setTime('2031-03-04T18:01:00Z')
    await newsroom.cloud.tick()
    await newsroom.cloud.settle()
    expect(await articleKeys(newsroom)).toEqual(documents)
  })

  it('stays in the inbox while it is withheld', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, story({ status: 'withheld' }))
    expect(await articleKeys(newsroom)).toEqual([])
    expect(await newsroom.inboxJson('articles/bridge-1.json')).toMatchObject({ status: 'withheld' })
  })

  it('goes out of sight when it was to be seen already, and comes back', async () => {
    const newsroom = openNewsroom()
    await bringIn(newsroom, story())
    await bringIn(newsroom, story({ status: 'withheld', updatedAt: '2031-03-04T11:00:00Z' }))
    expect(await newsroom.contentJson('articles/bridge-1/article.json')).toMatchObject({ status: 'withheld' })
    expect(await articleKeys(newsroom)).toEqual(['articles/bridge-1/article.json'])
    expect(await indexKeys(newsroom)).toEqual([])
    await bringIn(newsroom, story({ updatedAt: '2031-03-04T11:30:00Z' }))
    expect(await articleKeys(newsroom)).toEqual(documents)
  })
})

it('an article that an operator takes out of the inbox goes from the content, too', async () => {
  const newsroom = openNewsroom()
  await bringIn(newsroom, story())
  await newsroom.services.inbox.delete('articles/bridge-1.json')
  await newsroom.cloud.settle()
  expect(await articleKeys(newsroom)).toEqual(['articles/bridge-1/article.json'])
  expect(JSON.stringify(await newsroom.contentJson('articles/bridge-1/article.json'))).not.toContain(
    'rebuild',
  )
  expect(await indexKeys(newsroom)).toEqual([])
})

describe('a delivery that cannot be read', () => {
  it.each([
    ['empty', 'incoming/wire/2031/03/04/a.txt', '', 'empty'],
    ['binary', 'incoming/wire/2031/03/04/a.pdf', '%PDF-1.4 \u0000\u0001', 'binary'],
    [
      'an archive in disguise',
      'incoming/wire/2031/03/04/a.html',
      'PK\u0003\u0004\u0014\u0000\u0000\u0000',
      'binary',
    ],
    ['no JSON', 'incoming/wire/2031/03/04/a.json', '{"text": ', 'bad-syntax'],
    ['a key with all that is odd', 'incoming/wire/2031/03/04/a b+c%2Fd ü😀.txt', ' ', 'empty'],
  ])('is put on record: %s', async (_, key, text, code) => {
    const newsroom = openNewsroom()
    await newsroom.deliver(key, text)
    const settled = await newsroom.cloud.settle()
    expect(settled).toMatchObject({ handled: { ingest: 1, extract: 0 }, deadLetters: [] })
    expect(await newsroom.inboxJson(`${key.replace('incoming/', 'rejected/')}.json`)).toMatchObject({
      delivery: { key },
      problems: [{ code }],
    })
    expect(newsroom.counts.get('DeliveriesRejected')).toBe(1)
  })

  it('is not even fetched when it is too large', async () => {
    const newsroom = openNewsroom()
    await newsroom.deliver('incoming/wire/2031/03/04/a.txt', 'a'.repeat(mostIncomingBytes + 1))
    await newsroom.cloud.settle()
    expect(await newsroom.inboxJson('rejected/wire/2031/03/04/a.txt.json')).toMatchObject({
      problems: [{ code: 'too-large' }],
    })
  })

  it('does not hold up the others, and the log says nothing of its text', async () => {
    const newsroom = openNewsroom()
    await newsroom.deliver('incoming/wire/2031/03/04/bad.json', '{"text": "secret source')
    await bringIn(newsroom, story())
    expect(await articleKeys(newsroom)).toEqual(documents)
    expect(JSON.stringify(newsroom.log)).not.toMatch(/secret|rebuild/)
  })
})
