/**
 * Each CMS's fixtures, signed as it signs, over loopback HTTP to the receive door, and through the real handlers to
 * article, variants and feeds. What only names an article is fetched from a delivery API on loopback.
 */
import { createServer, type Server } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Article } from '../../../content-schema/article.ts'
import { articleId } from '../../../core/read/article-id.ts'
import { type LocalCloud, openLocalCloud } from '../../../desk/local-cloud.ts'
import { localServices } from '../../../desk/local-services.ts'
import { openReceiver, type Receiver } from '../../../desk/receive-http.ts'
import { sendWebhook } from '../../../desk/send-webhook.ts'
import { articleKey, documentKey } from '../../../functions/keys.ts'
import type { SourceServices } from '../../../functions/read-stored-delivery.ts'
import { memoryStore } from '../../../functions/store/memory-store.ts'
import {
  expectedText,
  fixtureBytes,
  fixtureNames,
  fixtureSecrets,
  fixtureSources,
  secretOf,
  type WebhookKind,
  webhookKinds,
} from './webhook-fixtures.ts'

const asked: string[] = []
let fixture = 'publish'
let api: Server
let receiver: Receiver
let cloud: LocalCloud
let deliveries: SourceServices

beforeAll(async () => {
  api = createServer((request, response) => {
    asked.push(`${request.headers.authorization ?? ''} ${request.url}`)
    const bytes = fixtureBytes(request.url?.split('/')[1] ?? '', `api/${fixture}`)
    response.writeHead(bytes === null ? 404 : 200).end(bytes)
  })
  await new Promise<void>(resolve => api.listen(0, '127.0.0.1', () => resolve()))
  const address = api.address()
  const port = typeof address === 'object' ? address?.port : 0
  deliveries = {
    sources: fixtureSources(`http://127.0.0.1:${port}`),
    secrets: fixtureSecrets(),
    wait: async () => {},
  }
  cloud = openLocalCloud({
    ...localServices('unused', deliveries),
    inbox: memoryStore(),
    content: memoryStore(),
  })
  receiver = await openReceiver({ ...cloud.services, ...deliveries }, 0)
})

afterAll(async () => {
  await receiver.close()
  await new Promise(resolve => api.close(resolve))
})

const send = async (kind: WebhookKind, name: string): Promise<number> => {
  fixture = name
  const source = deliveries.sources[kind]
  const body = fixtureBytes(kind, name)
  if (source === undefined || body === null) throw new Error(`no fixture ${kind}/${name}`)
  const url = new URL(`${receiver.url}/in/${kind}`)
  const sent = await sendWebhook({
    url,
    kind,
    source,
    secret: secretOf(kind),
    event: name,
    body,
    now: new Date(),
  })
  if (!sent.ok) throw new Error(sent.cause)
  const { deadLetters } = await cloud.settle()
  expect(deadLetters).toEqual([])
  return sent.status
}

const storedArticle = async (id: string): Promise<Article | null> => {
  const stored = await cloud.services.inbox.read(articleKey(id))
  return stored === null ? null : Article.parse(JSON.parse(new TextDecoder().decode(stored.bytes)))
}

const documentOf = async (id: string, name = 'article.json'): Promise<Record<string, unknown> | null> => {
  const stored = await cloud.services.content.read(documentKey(id, name))
  return stored === null ? null : JSON.parse(new TextDecoder().decode(stored.bytes))
}

/** What each stretch of the story is, however its CMS says it. */
const kinds = [
  'headline',
  'standfirst',
  'paragraph',
  'paragraph',
  'subheading',
  'paragraph',
  'blockquote',
  'listItem',
  'listItem',
  'paragraph',
]

const sourceIds: Readonly<Record<WebhookKind, string>> = {
  contentful: '3ferry0000000000000001',
  sanity: 'a7d0f9c4-ferry',
  ghost: '674474380000000000000001',
  storyblok: '44556677',
  strapi: 'znrlzntu9ei5onjvwfaalu2v',
  'kontent-ai': 'aa7f127f-1920-4454-a89a-0609aba80001:en',
  prismic: 'aSqFerry00000001',
  directus: '7f0c7a5e-1111-4222-8333-ferry0000001',
  wordpress: '4711',
  websub: 'https://news.example.org/?p=4711',
  payload: '6740a1b2c3d4e5f600000001',
  datocms: '38945648',
  hygraph: 'cl9z0ferry000001',
  'standard-webhooks': 'ferry-1',
  github: 'content/news/ferry-sails-again.md',
  token: 'urn:newsml:example.org:20261120:ferry',
}

const rejections = async (kind: string): Promise<number> =>
  (await cloud.services.inbox.list(`rejected/${kind}/`)).keys.length

describe.each(webhookKinds)('%s', kind => {
  const id = articleId(kind, sourceIds[kind])

  test('publish becomes the article, its quotes and its places', async () => {
    expect(await send(kind, 'publish')).toBe(202)
    const article = await storedArticle(id)
    expect(article).toMatchObject({
      source: kind,
      status: 'usable',
      text: expectedText('publish'),
      headline: 'Ferry to Inishbofin sails again after storm',
      standfirst: 'Islanders welcome the first boat in nine days.',
      bylines: ['Maeve Conneely'],
      dateline: 'CLEGGAN, Ireland',
      sourceId: sourceIds[kind],
    })
    expect(article?.revision.updatedAt.slice(0, 16)).toBe('2026-11-20T09:30')
    expect(article?.blocks.map(block => block.kind)).toEqual(kinds)
    const document = await documentOf(id)
    expect(JSON.stringify(document?.quotes)).toContain('We were down to the last of the bread')
    expect(JSON.stringify(document?.quotes)).toContain('Nuala Burke')
    expect(JSON.stringify(document?.places)).toContain('Clifden')
  })

  test('a repeated publish changes nothing', async () => {
    const before = await cloud.services.inbox.read(articleKey(id))
    expect(await send(kind, 'publish')).toBe(202)
    const after = await cloud.services.inbox.read(articleKey(id))
    expect(after?.etag).toBe(before?.etag)
  })

  test('update replaces it, and the older publish does not come back', async () => {
    await send(kind, 'update')
    expect((await storedArticle(id))?.text).toBe(expectedText('update'))
    await send(kind, 'publish')
    expect((await storedArticle(id))?.text).toBe(expectedText('update'))
  })

  test('a draft changes nothing', async () => {
    if (fixtureBytes(kind, 'draft') === null) return expect(kind).toBe('websub') // a feed has no drafts
    const before = (await cloud.services.inbox.list('articles/')).keys
    const rejected = await rejections(kind)
    await send(kind, 'draft')
    expect((await cloud.services.inbox.list('articles/')).keys).toEqual(before)
    expect(await rejections(kind)).toBe(rejected)
  })

  test('unpublish takes it away', async () => {
    if (kind === 'websub') return expect(fixtureBytes(kind, 'unpublish')).toBeNull() // a feed only ever tells what there is
    expect(await documentOf(id, 'quotes.json')).not.toBeNull()
    await send(kind, 'unpublish')
    expect((await storedArticle(id))?.status).toBe('canceled')
    expect(await documentOf(id, 'quotes.json')).toBeNull()
    const feed = await cloud.services.content.read('feeds/latest.json')
    expect(new TextDecoder().decode(feed?.bytes)).not.toContain(id)
  })

  test('what is broken is put on record with its problem', async () => {
    for (const name of fixtureNames(kind).filter(name => name.startsWith('broken'))) {
      const before = await rejections(kind)
      await send(kind, name)
      expect([name, await rejections(kind)]).toEqual([name, before + 1])
    }
  })
})

test('what is scheduled waits until its hour', async () => {
  await send('ghost', 'scheduled')
  const id = articleId('ghost', '674474380000000000000002')
  expect(await storedArticle(id)).toMatchObject({
    status: 'usable',
    embargoedUntil: '2031-01-01T06:00:00.000Z',
  })
  expect(await documentOf(id)).toBeNull()
})

test('a post under password is held', async () => {
  await send('wordpress', 'protected')
  expect(await documentOf(articleId('wordpress', '4713'))).toBeNull()
})

test.each([
  ['prismic', 'test-trigger'],
  ['github', 'ping'],
] as const)('%s asks whether somebody is there, and nothing is stored', async (kind, name) => {
  const before = (await cloud.services.inbox.list(`incoming/${kind}/`)).keys.length
  expect(await send(kind, name)).toBe(200)
  expect((await cloud.services.inbox.list(`incoming/${kind}/`)).keys).toHaveLength(before)
})

test('the delivery API is asked with the token, for what the event named', () => {
  expect(asked).toContain(
    'Bearer not-a-token-kontent-ai /kontent-ai/0f5b6cb2-ea82-014e-ac74-f71e7e8b6aee/items/ferry_sails_again?language=en',
  )
  expect(asked).toContain(' /storyblok/v2/cdn/stories/44556677?version=published&token=not-a-token-storyblok')
})

test('the secret in the body is not kept', async () => {
  for (const { key } of (await cloud.services.inbox.list('incoming/prismic/')).keys) {
    const stored = await cloud.services.inbox.read(key)
    expect(new TextDecoder().decode(stored?.bytes)).not.toContain(secretOf('prismic'))
  }
})
