/**
 * The package as somebody else has it: packed, installed into an empty project, used from JavaScript and TypeScript.
 * Slow (it builds and installs), so it is not among `npm test`: npm run test:package.
 */
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { serveContent } from '../../desk/serve/serve-content.ts'
import { openNewsroom } from '../functions/newsroom.ts'
import { story } from '../functions/stories.ts'
import { openEmptyProject, root } from './empty-project.ts'

const project = openEmptyProject('package')
const { run, write } = project

const articleText = `Harbour wall will hold, mayor says

GOTHENBURG, Sweden — "We have rebuilt it twice," said Ana Ruiz, the mayor of Gothenburg, on Monday. She spoke in Malmo.`

beforeAll(() => project.install(), 300_000)
afterAll(() => project.remove())

const mostInstalledBytes = 45_000_000 // README tells the figure

const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0)

describe('the package in an empty project', () => {
  it('takes no more room than README says, dependencies included', () =>
    expect(bytesIn(join(project.folder, 'node_modules'))).toBeLessThan(mostInstalledBytes))

  it('is the whole trade as a library, packed data included, from JavaScript', async () => {
    write(
      'library.mjs',
      `import { articleToDocuments, articleToFeedEntry, articleToVariants, loadKnowledge, readArticle, variantsToFeed, verifyArticle } from 'copydesk'
import { ArticleDocument } from 'copydesk/schema'
const bytes = new TextEncoder().encode(${JSON.stringify(articleText)})
const read = readArticle(bytes, { source: 'desk', sourceId: 'harbour', receivedAt: '2031-03-04T10:00:00Z', name: 'harbour.txt' })
if (!read.ok) throw new Error(JSON.stringify(read.problems))
const variants = articleToVariants(read.article, loadKnowledge())
const baseUrl = 'https://news.example.org'
const documents = articleToDocuments(read.article, variants, { baseUrl })
const document = ArticleDocument.parse(JSON.parse(documents.at(-1).body))
const feeds = variantsToFeed([articleToFeedEntry(read.article, variants)], { title: 'T', baseUrl, now: '2031-03-04T10:00:00Z' })
console.log(JSON.stringify({
  headline: read.article.headline,
  quotes: document.quotes.map(({ text, speaker }) => [text, speaker?.name]),
  places: document.places.filter(({ lat }) => lat !== null).map(({ name }) => name),
  problems: verifyArticle(read.article, variants),
  feeds: feeds.length,
}))`,
    )
    const found = JSON.parse(await run('node', ['library.mjs']))
    expect(found).toMatchObject({ headline: 'Harbour wall will hold, mayor says', problems: [] })
    expect(found.quotes[0][0]).toContain('We have rebuilt it twice')
    expect(found.places).toEqual(expect.arrayContaining(['Sweden']))
    expect(found.feeds).toBeGreaterThan(8)
  })

  it('is loaded by require, too', async () => {
    write(
      'library.cjs',
      `console.log(typeof require('copydesk').readArticle, typeof require('copydesk/client').createClient)`,
    )
    expect((await run('node', ['--no-warnings', 'library.cjs'])).trim()).toBe('function function')
  })

  it.each(['nodenext', 'bundler'])('has its types, with module resolution %s', async moduleResolution => {
    write(
      'app.ts',
      `import { articleToVariants, type Article, loadKnowledge, readArticle } from 'copydesk'
import { type ArticleDocument, createClient, segments, verify } from 'copydesk/client'
import { Quote } from 'copydesk/schema'
export const quotesOf = (article: Article): string[] => articleToVariants(article, loadKnowledge()).quotes.map(quote => quote.text)
export const read = readArticle(new Uint8Array(), { source: 'a', sourceId: 'b', receivedAt: 'c' })
export const titles = async (): Promise<string[]> => {
  const titles: string[] = []
  for await (const item of createClient('https://a.example').latest()) titles.push(item._copydesk.places[0]?.name ?? item.title)
  return titles
}
export const parts = (article: ArticleDocument): string[] => segments(article.text ?? '', article.quotes).map(({ findings: [quote] }) => quote?.speaker?.name ?? '')
export const problems = (article: ArticleDocument): Promise<string[]> => verify(article).then(all => all.map(({ code }) => code))
export const quote: Quote = Quote.parse({})
// @ts-expect-error: a quote has no author
export const author = quote.author
// @ts-expect-error: the client needs to know where
createClient()
`,
    )
    write(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          target: 'es2023',
          lib: ['es2023', 'dom', 'dom.asynciterable'],
          module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
          moduleResolution,
          types: [],
        },
        files: ['app.ts'],
      }),
    )
    await run('node', [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'])
  })

  it('is used as typed by the React example', async () => {
    cpSync(join(root, 'examples/react/story.tsx'), join(project.folder, 'story.tsx'))
    const react = join(root, 'node_modules/@types/react')
    write(
      'tsconfig.react.json',
      JSON.stringify({
        compilerOptions: {
          strict: true,
          noEmit: true,
          skipLibCheck: true,
          jsx: 'react-jsx',
          target: 'es2023',
          lib: ['es2023', 'dom', 'dom.asynciterable'],
          module: 'esnext',
          moduleResolution: 'bundler',
          types: [],
          paths: { react: [react], 'react/jsx-runtime': [join(react, 'jsx-runtime')] },
        },
        files: ['story.tsx'],
      }),
    )
    await run('node', [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.react.json'])
  })

  it('has the command', async () => {
    expect(await run('npx', ['--no-install', 'copydesk', 'read', '--to', 'out'])).toContain('Summary')
    const line = `${JSON.stringify({ id: 'a', text: articleText })}\n`
    write('in.jsonl', line)
    const variants = JSON.parse(
      await run('sh', ['-c', 'npx --no-install copydesk extract --jsonl --jobs 1 < in.jsonl']),
    )
    expect(variants).toMatchObject({ id: 'a' })
  })

  it('has the packed data once', () => {
    const files = readdirSync(join(project.folder, 'node_modules/copydesk'), {
      recursive: true,
      encoding: 'utf8',
    })
    expect(files.filter(name => name.endsWith('.bin')).sort()).toEqual([
      'dist/packed/gazetteer.bin',
      'dist/packed/syntax.bin',
      'dist/packed/tagger.bin',
    ])
  })

  it('has the JSON Schemas', () => {
    const schema = JSON.parse(
      readFileSync(join(project.folder, 'node_modules/copydesk/schema/v1/article-document.json'), 'utf8'),
    )
    expect(schema.$schema).toContain('2020-12')
  })

  it('runs the example script against a server', async () => {
    const newsroom = openNewsroom()
    await newsroom.deliver('incoming/wire/a.json', JSON.stringify(story()))
    await newsroom.cloud.settle()
    const server = await serveContent(key => newsroom.services.content.read(key), 0)
    cpSync(join(root, 'examples/node-script/latest.mjs'), join(project.folder, 'latest.mjs'))
    const printed = await run('node', ['latest.mjs', server.url]).finally(() => server.close())
    expect(printed).toContain('Bridge closes in France (France)')
    expect(printed).toContain('“We will rebuild” — Ana Ruiz')
    expect(printed).toContain('verbatim')
  })
})
