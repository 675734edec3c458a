/**
 * Upload and webhook to feed, over what would be deployed: the bundles, under Node 24, through Lambda's runtime
 * interface, over a real S3 server, wired as the template says. Run by: npm run test:deployed
 */
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { Article } from '../../content-schema/article.ts'
import { ArticleDocument } from '../../content-schema/documents.ts'
import { JsonFeed } from '../../content-schema/json-feed.ts'
import { articleToVariants } from '../../core/article-to-variants.ts'
import { likelyFindings } from '../../core/likely-findings.ts'
import { loadKnowledge } from '../../data/load-knowledge.ts'
import { articleKey, documentKey, rejectedKey } from '../../functions/keys.ts'
import { listKeys } from '../../functions/list-keys.ts'
import { schemes } from '../../functions/receive/signatures/schemes.ts'
import type { Store } from '../../functions/store/store.ts'
import { fixtureBytes, fixtureSources, secretOf } from '../functions/receive/webhook-fixtures.ts'
import { type Deployment, deploy } from './deployment.ts'
import { openSecretsManager, type SecretsServer } from './secrets-manager.ts'

jest.setTimeout(120_000)

const { S3_ENDPOINT = '', LAMBDA_RUNTIME = '', LAMBDA_BUNDLES = '' } = process.env
const articles = new URL('../../fixtures/articles/', import.meta.url)
const slugs = readdirSync(articles)
const knowledge = loadKnowledge()

let secrets: SecretsServer
let deployed: Deployment

beforeAll(async () => {
  const { ghost } = fixtureSources()
  if (ghost === undefined) throw new Error('no fixture of a Ghost source')
  secrets = await openSecretsManager({ 'copydesk/ghost': secretOf('ghost') })
  deployed = await deploy({
    props: { sources: { ghost, fixtures: { kind: 'file', homeRegion: 'US', secrets: [] } } },
    s3: S3_ENDPOINT,
    runtime: LAMBDA_RUNTIME,
    bundles: LAMBDA_BUNDLES,
    environment: { AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint },
  })
})

afterAll(async () => {
  await deployed?.close()
  await secrets?.close()
})

const upload = (name: string, bytes: Uint8Array | string): Promise<unknown> =>
  deployed.inbox.write(`incoming/${name}`, Buffer.from(bytes), { contentType: 'application/octet-stream' })

const parsed = async (store: Store, key: string): Promise<unknown> => {
  const stored = await store.read(key)
  return stored === null ? null : JSON.parse(new TextDecoder().decode(stored.bytes))
}

const keysOf = async (store: Store, prefix: string): Promise<string[]> => {
  const keys: string[] = []
  for await (const { key, etag } of listKeys(store, prefix)) keys.push(`${key} ${etag}`)
  return keys.sort()
}

const inboxArticles = async (): Promise<Article[]> => {
  const found: Article[] = []
  for await (const { key } of listKeys(deployed.inbox, 'articles/')) {
    found.push(Article.parse(await parsed(deployed.inbox, key)))
  }
  return found
}

const latest = async (): Promise<string[]> =>
  JsonFeed.parse(await parsed(deployed.content, 'feeds/latest.json')).items.map(({ id }) => id)

describe('uploads', () => {
  it('come out as the documents that the sources give', async () => {
    const day = new Date().toISOString().slice(0, 10).replaceAll('-', '/')
    for (const slug of slugs) {
      await upload(`fixtures/${day}/${slug}.txt`, readFileSync(new URL(`${slug}/input.txt`, articles)))
    }
    await deployed.settle()
    const found = await inboxArticles()
    expect(found.map(({ sourceId }) => sourceId).sort()).toEqual([...slugs].sort())
    for (const article of found) {
      const document = ArticleDocument.parse(
        await parsed(deployed.content, documentKey(article.id, 'article.json')),
      )
      if (document.status !== 'usable') throw new Error(`${article.sourceId} is not published`)
      const expected = likelyFindings(articleToVariants(article, knowledge, { homeRegion: 'US' }))
      expect(document.summary.sentences).toMatchObject(expected.summary.sentences)
      expect(document.quotes.map(({ text }) => text)).toEqual(expected.quotes.map(({ text }) => text))
      expect(document.quotes.map(({ speaker }) => speaker?.name)).toEqual(
        expected.quotes.map(({ speaker }) => speaker?.name),
      )
      expect(document.places.map(({ geonameId, lat }) => [geonameId, lat])).toEqual(
        expected.places.map(({ geonameId, lat }) => [geonameId, lat]),
      )
      expect(document.names.map(({ name }) => name)).toEqual(expected.names.map(({ name }) => name))
    }
    expect(deployed.deadLetters).toEqual([])
  })

  it('stand in the feeds', async () => {
    const published = (await keysOf(deployed.content, 'index/')).map(key => /([^/]+)\.json /.exec(key)?.[1])
    expect((await latest()).length).toBe(slugs.length)
    expect(published.length).toBe(slugs.length)
    expect(await keysOf(deployed.content, 'feeds/')).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^feeds\/latest\.rss /),
        expect.stringMatching(/^feeds\/places\.geojson /),
        expect.stringMatching(/^feeds\/index\.json /),
      ]),
    )
  })

  it('that come again change nothing', async () => {
    const before = await keysOf(deployed.content, '')
    deployed.repeatAll()
    await deployed.settle()
    const isState = (key: string): boolean => !key.startsWith('publishing/')
    expect((await keysOf(deployed.content, '')).filter(isState)).toEqual(before.filter(isState))
    expect(deployed.deadLetters).toEqual([])
  })

  const story =
    'Flood closes the old bridge\n\nCALDER (AP) — The bridge was closed on Monday, the mayor said.\n'
  const odd: readonly (readonly [string, Uint8Array | string, 'read' | 'rejected'])[] = [
    ['two words.txt', `${story}1`, 'read'],
    ['a+b.txt', `${story}2`, 'read'],
    ['a%2Fb.txt', `${story}3`, 'read'],
    ['Zürich-東京-é.txt', `${story}4`, 'read'],
    ["quote'(1)&=;,.txt", `${story}5`, 'read'],
    ['unknown.xyz', Buffer.from([0, 1, 2, 255, 254, 0, 7, 0]), 'rejected'],
    ['bomb.html', gzipSync(Buffer.alloc(50_000_000)), 'rejected'],
    ['empty.txt', '', 'rejected'],
    ['cut.json', '{"headline": "Flood', 'rejected'],
    ['huge.txt', Buffer.alloc(200_000_000, 'a'), 'rejected'],
  ]

  it.each(odd)('%s ends, and not among the dead letters', async (name, bytes, end) => {
    const before = (await inboxArticles()).length
    await upload(`odd/${name}`, bytes)
    await deployed.settle()
    const rejected = await parsed(deployed.inbox, rejectedKey(`incoming/odd/${name}`))
    expect(deployed.deadLetters).toEqual([])
    expect((await inboxArticles()).length - before).toBe(end === 'read' ? 1 : 0)
    if (end === 'read') expect(rejected).toBeNull()
    else
      expect(rejected).toMatchObject({
        problems: [{ code: expect.any(String), message: expect.any(String) }],
      })
  })
})

describe('a function that dies', () => {
  it.each(['ingest', 'extract', 'publish'] as const)(
    '%s, after its first write, is called again',
    async name => {
      const slug = `killed-${name}`
      let isKilled = false
      deployed.onWrite = (bucket, { key, kind }) => {
        const stage =
          bucket === 'inbox' && key.startsWith('articles/')
            ? 'ingest'
            : key.startsWith('articles/')
              ? 'extract'
              : key.startsWith('feeds/')
                ? 'publish'
                : null
        if (isKilled || stage !== name || kind !== 'created') return
        isKilled = true
        deployed.functions[name].kill()
      }
      await upload(
        `wire/${slug}.txt`,
        `Harbour opens after ${slug}\n\nThe harbour of Dover opened on Monday.\n`,
      )
      await deployed.settle()
      deployed.onWrite = () => {}
      expect(isKilled).toBe(true)
      expect(deployed.deadLetters).toEqual([])
      const article = (await inboxArticles()).find(({ sourceId }) => sourceId === slug)
      expect(await latest()).toContainEqual(expect.stringContaining(article?.id ?? 'none'))
    },
  )
})

const request = (body: Uint8Array, headers: Readonly<Record<string, string>>) => ({
  version: '2.0',
  routeKey: 'ANY /in/{source}',
  rawPath: '/in/ghost',
  rawQueryString: '',
  headers,
  requestContext: { http: { method: 'POST', path: '/in/ghost' } },
  body: Buffer.from(body).toString('base64'),
  isBase64Encoded: true,
})

const webhook = async (name: string): Promise<unknown> => {
  const body = fixtureBytes('ghost', name) ?? new Uint8Array()
  const { ghost: source } = fixtureSources()
  if (source === undefined) throw new Error('no fixture of a Ghost source')
  const post = { method: 'POST', path: '/in/ghost', body }
  const signed = schemes.ghost.sign(post, secretOf('ghost'), { now: new Date(), source, event: name })
  return deployed.functions.receive.invoke(request(signed.body, signed.headers))
}

describe('webhooks', () => {
  it('that are genuine come out in the feed, and go with the article', async () => {
    expect(await webhook('publish')).toMatchObject({ statusCode: 202 })
    await deployed.settle()
    const article = (await inboxArticles()).find(({ source }) => source === 'ghost')
    if (article === undefined) throw new Error('the webhook brought no article')
    expect(await latest()).toContainEqual(expect.stringContaining(article.id))

    expect(await webhook('unpublish')).toMatchObject({ statusCode: 202 })
    await deployed.settle()
    expect(await latest()).not.toContainEqual(expect.stringContaining(article.id))
    expect(await parsed(deployed.content, documentKey(article.id, 'article.json'))).toMatchObject({
      status: expect.not.stringMatching('usable'),
    })
    expect(await deployed.inbox.read(articleKey(article.id))).not.toBeNull()
    expect(deployed.deadLetters).toEqual([])
  })

  it('that are not are turned away', async () => {
    const before = await keysOf(deployed.inbox, '')
    const forged = request(Buffer.from('{}'), { 'x-ghost-signature': `sha256=00, t=${Date.now()}` })
    expect(await deployed.functions.receive.invoke(forged)).toMatchObject({ statusCode: 401 })
    expect(await keysOf(deployed.inbox, '')).toEqual(before)
  })
})

describe('what nobody uploads', () => {
  it('the clock wakes nobody before the time, and rebuilds feeds', async () => {
    expect(await deployed.functions.wake.invoke({ source: 'aws.events' })).toEqual({ articleIds: [] })
    expect(await deployed.functions.publish.invoke({ source: 'aws.events' })).toEqual({
      batchItemFailures: [],
    })
  })

  it('reprocessing reads a batch of the archive again, and finds what was found', async () => {
    const keys = (await keysOf(deployed.inbox, 'articles/')).map(key => ({ Key: key.split(' ')[0] }))
    const before = await keysOf(deployed.content, '')
    const answer = await deployed.functions.reprocess.invoke({
      Items: keys,
      BatchInput: { run: 'dry-1', isDryRun: true },
    })
    expect(answer).toMatchObject({ articles: keys.length, changed: 0, failed: 0 })
    expect(await keysOf(deployed.content, '')).toEqual(before)
  })

  it('the log has a line of JSON an article, and the metrics', () => {
    const lines = deployed.functions.extract
      .takeLog()
      .split('\n')
      .flatMap(line => /\{.*\}$/.exec(line)?.[0] ?? [])
      .map(line => JSON.parse(line))
    expect(lines).toContainEqual(expect.objectContaining({ stage: 'extract', outcome: 'extracted' }))
    expect(lines).toContainEqual(
      expect.objectContaining({ ArticlesExtracted: expect.anything(), _aws: expect.anything() }),
    )
  })
})
