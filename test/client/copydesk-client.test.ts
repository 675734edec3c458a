import { createServer, type RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { CopydeskError, createClient, verify } from '../../client/copydesk-client.ts'
import { type ContentServer, serveContent } from '../../desk/serve/serve-content.ts'
import { openNewsroom } from '../functions/newsroom.ts'
import { story } from '../functions/stories.ts'

const stories = 60
const newsroom = openNewsroom()
const asked: { readonly url: string; readonly status: number }[] = []
let server: ContentServer

/** The content says it lies at news.example.org; here it lies on this machine. */
const localFetch: typeof fetch = async (input, init) => {
  const url = String(input).replace('https://news.example.org', server.url)
  const response = await fetch(url, init)
  asked.push({ url: url.replace(server.url, ''), status: response.status })
  return response
}
const open = () => createClient('https://news.example.org/', { fetch: localFetch })

const deliver = async (id: string, about: Parameters<typeof story>[0] = {}): Promise<void> => {
  await newsroom.deliver(
    `incoming/wire/${id}-${about.status ?? ''}${about.words ?? ''}.json`,
    JSON.stringify(story({ id, ...about })),
  )
}

beforeAll(async () => {
  for (let i = 0; i < stories; i++) {
    const minute = String(i).padStart(2, '0')
    await deliver(`story-${i}`, {
      publishedAt: `2031-03-04T08:${minute}:00Z`,
      country: i % 2 === 0 ? 'Kenya' : 'Peru',
      speaker: i % 3 === 0 ? 'Ana Ruiz' : 'Tom Hale',
    })
  }
  await deliver('gone')
  await deliver('gone', { status: 'canceled', updatedAt: '2031-03-04T11:00:00Z' })
  await newsroom.cloud.settle()
  server = await serveContent(key => newsroom.services.content.read(key), 0)
})
afterAll(() => server.close())

describe('the client', () => {
  it('reads an article and every slice of it', async () => {
    const desk = open()
    const article = await desk.article('story-1')
    if (article?.status !== 'usable') throw new Error('not usable')
    expect(article.quotes[0]).toMatchObject({ text: 'We will rebuild', speaker: { name: 'Tom Hale' } })
    expect((await desk.quotes('story-1'))?.quotes).toEqual(article.quotes)
    expect((await desk.places('story-1'))?.places).toEqual(article.places)
    expect((await desk.names('story-1'))?.names).toEqual(article.names)
    expect((await desk.summary('story-1'))?.summary).toEqual(article.summary)
  })

  it('says where nobody answered, and lets who asked stop asking', async () => {
    const desk = createClient('http://127.0.0.1:1')
    const failure = await desk.article('a').catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(CopydeskError)
    expect(failure).toMatchObject({
      url: 'http://127.0.0.1:1/articles/a/article.json',
      status: null,
      message: expect.stringContaining('no answer'),
    })
    const signal = AbortSignal.abort()
    await expect(open().article('story-1', { signal })).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('has null for what there is not, and a tombstone for what was taken back', async () => {
    const desk = open()
    expect(await desk.article('nowhere')).toBeNull()
    expect(await desk.article('gone')).toMatchObject({
      status: 'canceled',
      canceledAt: '2031-03-04T11:00:00Z',
    })
    expect(await desk.quotes('gone')).toBeNull()
  })

  it('follows pages as far as one reads', async () => {
    const titles: string[] = []
    asked.length = 0
    for await (const item of open().latest()) titles.push(item._copydesk.id)
    expect(titles).toEqual(Array.from({ length: stories }, (_, i) => `story-${stories - 1 - i}`))
    expect(asked.map(({ url }) => url)).toEqual(['/feeds/latest.json', '/feeds/latest/2.json'])
    asked.length = 0
    for await (const _ of open().latest()) break
    expect(asked).toHaveLength(1)
  })

  it('reads the feeds of countries, speakers and quotes, and the map', async () => {
    const desk = open()
    const of = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
      const all: Item[] = []
      for await (const item of items) all.push(item)
      return all
    }
    expect(await of(desk.country('ke'))).toHaveLength(stories / 2)
    expect((await of(desk.speaker('ana-ruiz'))).map(item => item._copydesk.quote.speaker?.name)).toEqual(
      Array.from({ length: stories / 3 }, () => 'Ana Ruiz'),
    )
    expect(await of(desk.latestQuotes())).toHaveLength(stories)
    expect(await of(desk.country('ZZ'))).toEqual([])
    expect((await desk.map())?.features.map(({ properties }) => properties.name)).toEqual(
      expect.arrayContaining(['Kenya', 'Peru']),
    )
    expect((await desk.feeds())?.feeds.length).toBeGreaterThan(8)
  })

  it('asks again with the entity tag, and gives what it remembers', async () => {
    const desk = open()
    const first = await desk.quotes('story-2')
    asked.length = 0
    const again = await desk.quotes('story-2')
    expect(asked).toEqual([{ url: '/articles/story-2/quotes.json', status: 304 }])
    expect(again).toEqual(first)
    expect(again).not.toBe(first)
  })

  it('gets the new state once there is one', async () => {
    const desk = open()
    await desk.article('story-3')
    await deliver('story-3', { words: 'We will not', updatedAt: '2031-03-04T11:30:00Z' })
    await newsroom.cloud.settle()
    const changed = await desk.article('story-3')
    expect(changed).toMatchObject({ quotes: [{ text: 'We will not' }], corrections: [{ by: 'source' }] })
  })

  it('remembers as many answers as it is told', async () => {
    const desk = createClient('https://news.example.org', { fetch: localFetch, mostRemembered: 1 })
    await desk.quotes('story-4')
    await desk.quotes('story-5')
    asked.length = 0
    await desk.quotes('story-4')
    await desk.quotes('story-4')
    expect(asked.map(({ status }) => status)).toEqual([200, 304])
  })

  it('can be stopped', async () => {
    await expect(open().article('story-6', { signal: AbortSignal.abort() })).rejects.toThrow('abort')
  })

  it('verifies what it got', async () => {
    const article = await open().article('story-7')
    if (article?.status !== 'usable') throw new Error('not usable')
    expect(await verify(article)).toEqual([])
    expect(await verify({ ...article, text: `${article.text}!` })).toMatchObject([
      { code: 'inconsistent', path: 'revision.textHash' },
    ])
    expect(await verify({ ...article, summary: { ...article.summary, oneSentence: 'No.' } })).toMatchObject([
      { code: 'not-verbatim', path: 'summary.oneSentence' },
    ])
    expect(await verify({ ...article, text: null })).toMatchObject([{ code: 'missing', path: 'text' }])
  })
})

describe('an answer that is none', () => {
  const answers: readonly (readonly [string, number, string, Partial<CopydeskError>])[] = [
    ['a failure of the server', 503, '', { status: 503 }],
    ['no JSON', 200, '<html>', { status: null }],
    ['another document', 200, '{"items": 7}', { status: null }],
    ['a document without a field', 200, '{"schemaVersion":1}', { status: null }],
  ]
  it.each(answers)('is told: %s', async (_, status, body, about) => {
    const { failure, url } = await quotesFrom((_request, response) => response.writeHead(status).end(body))
    expect(failure).toBeInstanceOf(CopydeskError)
    expect(failure).toMatchObject({ ...about, url })
  })

  it('is told: one that breaks off', async () => {
    const { failure, url } = await quotesFrom((_request, response) => {
      response.writeHead(200, { 'content-length': '100' })
      response.write('{"schemaVersion":', () => response.destroy())
    })
    expect(failure).toBeInstanceOf(CopydeskError)
    expect(failure).toMatchObject({ url, status: null, message: expect.stringContaining('broke off') })
  })

  const quotesFrom = async (
    answer: RequestListener,
  ): Promise<{ readonly failure: unknown; readonly url: string }> => {
    const other = createServer(answer)
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
    const address = other.address()
    const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    const failure = await createClient(base)
      .quotes('a')
      .catch((error: unknown) => error)
    other.close()
    return { failure, url: `${base}/articles/a/quotes.json` }
  }
})
