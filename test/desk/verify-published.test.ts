import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { articleToDocuments } from '../../core/feeds/article-to-documents.ts'
import { type ContentServer, serveContent } from '../../desk/serve/serve-content.ts'
import { verifyPublished } from '../../desk/verify-published.ts'
import { harbourStory } from '../feeds/story.ts'

const folder = mkdtempSync(join(tmpdir(), 'copydesk-verify-'))
const { article, variants } = harbourStory()
const documents = articleToDocuments(article, variants, { baseUrl: 'https://news.example.org' })
let server: ContentServer

beforeAll(async () => {
  for (const { name, body } of documents) writeFileSync(join(folder, name), body)
  server = await serveContent(async key => {
    const document = documents.find(({ name }) => key === `articles/a/${name}`)
    if (!document) return null
    const bytes = new TextEncoder().encode(document.body)
    return {
      key,
      bytes,
      etag: '"1"',
      contentType: document.contentType,
      lastModified: '2031-03-04T10:00:00Z',
    }
  }, 0)
})
afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true })
})

const change = (name: string, from: string, to: string): string => {
  const document = documents.find(one => one.name === name)
  const changed = join(folder, `changed-${name}`)
  writeFileSync(changed, document?.body.replace(from, to) ?? '')
  return changed
}

describe('verifyPublished', () => {
  it.each(['article.json', 'summary.json', 'quotes.json', 'places.json', 'names.json'])(
    'finds nothing wrong with %s, as a file and at an address',
    async name => {
      for (const where of [join(folder, name), `${server.url}/articles/a/${name}`]) {
        const { problems, checked } = await verifyPublished(where)
        expect(problems).toEqual([])
        expect(checked).toBeGreaterThan(0)
      }
    },
  )

  it('finds a quote that was changed', async () => {
    const { problems } = await verifyPublished(
      change('article.json', '"text":"Nobody asked', '"text":"Everybody asked'),
    )
    expect(problems).toEqual([expect.objectContaining({ code: 'not-verbatim', path: 'quotes[1]' })])
  })

  it('finds a text that was changed', async () => {
    const { problems } = await verifyPublished(change('article.json', 'had ended.', 'has ended.'))
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'inconsistent', path: 'revision.textHash' }),
    )
  })

  it('finds a document that is none', async () => {
    const { problems } = await verifyPublished(
      change('article.json', '"schemaVersion":1', '"schemaVersion":2'),
    )
    expect(problems[0]).toMatchObject({ path: 'schemaVersion' })
  })

  it('says so where there is nothing to read', async () => {
    await expect(verifyPublished(join(folder, 'none.json'))).rejects.toThrow('none.json')
    await expect(verifyPublished(`${server.url}/articles/none/article.json`)).rejects.toThrow('404')
    const noJson = join(folder, 'plain.txt')
    writeFileSync(noJson, 'Hello')
    await expect(verifyPublished(noJson)).rejects.toThrow('is not JSON')
  })
})
