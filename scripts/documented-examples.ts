/**
 * What docs/feeds.md shows: two fixtures through the handlers, with an override, a new revision and a cancel on the way.
 */
import { createHash } from 'node:crypto'
import { Article } from '../content-schema/article.ts'
import { ArticleDocument } from '../content-schema/documents.ts'
import type { Override } from '../content-schema/override.ts'
import { servedCacheControl, servedContentType } from '../desk/serve/served-as.ts'
import type { Services } from '../functions/services.ts'
import { parseStoredJson, toJsonBytes } from '../functions/stored-json.ts'
import { excerpt } from './excerpt.ts'
import { type PublishedFile, publishFixtures } from './publish-fixtures.ts'

const kept = 'council-bridge'
const canceled = 'wire-flood'
const asJson = { contentType: 'application/json' }

/** The Markdown of an example by its name: "articles/{id}/quotes.json", "feeds/latest.rss", "override". */
export type ExampleOf = (name: string) => string

export const documentedExamples = async (): Promise<ExampleOf> => {
  let override = ''
  const after = async (services: Services): Promise<void> => {
    override = await changeArticles(services)
  }
  const files = await publishFixtures({ slugs: [kept, canceled], feedTitle: 'The Harbour Gazette', after })
  const find = (pattern: RegExp): PublishedFile => {
    const file = files.find(({ key }) => pattern.test(key))
    if (!file) throw new Error(`nothing is published at ${pattern}`)
    return file
  }
  const article = find(new RegExp(`^articles/${kept}[^/]*/article\\.json$`))
  return name => {
    if (name === 'override') return fenced('json', override)
    if (name === 'tombstone') return exampleOf(find(new RegExp(`^articles/${canceled}[^/]*/article\\.json$`)))
    if (name === 'corrections' || name === 'edits') {
      return fenced('json', excerpt({ [name]: Reflect.get(JSON.parse(article.body), name) }))
    }
    const pattern = name
      .replace('{id}', `${kept}[^/]*`)
      .replace(/\{\w+\}/, '[^/]+')
      .replaceAll('.', '\\.')
    return exampleOf(find(new RegExp(`^${pattern}$`)))
  }
}

const mostLines = 48

const exampleOf = ({ key, contentType, body }: PublishedFile): string => {
  const served = `\`${servedContentType(key, contentType)}\` · \`${servedCacheControl(key)}\``
  if (contentType.includes('json')) return `${served}\n\n${fenced('json', excerpt(JSON.parse(body)))}`
  const lines = body.trim().split('\n')
  return `${served}\n\n${fenced('xml', lines.slice(0, mostLines).join('\n'))}`
}

const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\n\`\`\``

/** Lays an override over the one and revises it; takes the other back. Gives the override. */
const changeArticles = async ({ inbox, content }: Services): Promise<string> => {
  let written = ''
  for (const { key } of (await inbox.list('articles/')).keys) {
    const article = parseStoredJson(Article, await inbox.read(key))
    if (article === null) throw new Error(`${key} is not an article`)
    if (article.id.startsWith(canceled)) {
      await inbox.write(key, toJsonBytes({ ...revised(article, ''), status: 'canceled' }), asJson)
      continue
    }
    const published = parseStoredJson(
      ArticleDocument,
      await content.read(`articles/${article.id}/article.json`),
    )
    const override = overrideOf(article.id, published?.quotes[0]?.text ?? '')
    written = JSON.stringify(override, null, 2)
    await inbox.write(`overrides/${article.id}.json`, toJsonBytes(override), asJson)
    await inbox.write(key, toJsonBytes(revised(article, '\n\nThe mayor of Oslo offered help.')), asJson)
  }
  return written
}

const overrideOf = (id: string, words: string): Override => ({
  schemaVersion: 1,
  id,
  updatedAt: '2031-03-04T12:30:00Z',
  editor: 'night desk',
  edits: [
    {
      kind: 'fix-speaker',
      quote: { text: words.split(' ').slice(0, 5).join(' ') },
      speaker: { name: 'Mia Lund', role: 'deputy mayor' },
      why: 'The reporter called: it was her deputy.',
    },
    { kind: 'drop-place', place: 'Atlantis', why: 'A bar, not a place.' },
  ],
})

const revised = (article: Article, more: string): Article => {
  const text = `${article.text}${more}`
  const { length } = article.text
  return {
    ...article,
    text,
    blocks:
      more === ''
        ? article.blocks
        : [...article.blocks, { kind: 'paragraph', start: length + 2, end: text.length }],
    revision: {
      updatedAt: '2031-03-04T13:00:00Z',
      textHash: createHash('sha256').update(text).digest('hex'),
    },
  }
}
