/**
 * The client and the examples in a real browser, on a page of another origin than the content. Needs Chromium
 * (`apt-get install chromium`, or CHROMIUM=/path/to/it), so it is not among `npm test`: npm run test:browser.
 */
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { build } from 'esbuild'
import { type Browser, chromium, type Page } from 'playwright-core'
import { type ContentServer, serveContent } from '../../desk/serve/serve-content.ts'
import { openNewsroom } from '../functions/newsroom.ts'
import { story } from '../functions/stories.ts'
import { findChromium } from './find-chromium.ts'

const root = resolve(import.meta.dirname ?? '.', '../..')
const newsroom = openNewsroom()
let content: ContentServer
let pages: Server
let pagesUrl = ''
let browser: Browser

const bundle = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'tsx' },
    bundle: true,
    format: 'esm',
    write: false,
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { 'copydesk/client': resolve(root, 'client/copydesk-client.ts') },
  })
  return outputFiles[0]?.text ?? ''
}

const open = async (path: string): Promise<{ page: Page; failures: string[] }> => {
  const page = await browser.newPage()
  const failures: string[] = []
  page.on('pageerror', error => failures.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') failures.push(message.text())
  })
  await page.goto(`${pagesUrl}${path}`)
  return { page, failures }
}

beforeAll(async () => {
  await newsroom.deliver('incoming/wire/a.json', JSON.stringify(story({ id: 'bridge-1' })))
  await newsroom.deliver('incoming/wire/b.json', JSON.stringify(story({ id: 'gone', status: 'canceled' })))
  await newsroom.cloud.settle()
  content = await serveContent(key => newsroom.services.content.read(key), 0)
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': [
      'text/html',
      '<!doctype html><html lang="en"><title>Empty</title><link rel="icon" href="data:,"></html>',
    ],
    '/client.js': ['text/javascript', await bundle("export * from './client/copydesk-client.ts'")],
    '/index.html': ['text/html', readFileSync(resolve(root, 'examples/web-page/index.html'), 'utf8')],
    '/react.html': [
      'text/html',
      '<!doctype html><html lang="en"><title>React</title><div id="root"></div><script type="module" src="/react.js"></script></html>',
    ],
    '/react.js': [
      'text/javascript',
      await bundle(`import { createRoot } from 'react-dom/client'
import { Story } from './examples/react/story.tsx'
const query = new URLSearchParams(location.search)
createRoot(document.querySelector('#root')).render(<Story from={query.get('from')} id={query.get('id')} />)`),
    ],
    '/favicon.ico': ['image/x-icon', ''],
  }
  pages = createServer((request, response) => {
    const [type, body] = files[(request.url ?? '/').split('?')[0] ?? ''] ?? ['text/plain', 'not found']
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body)
  })
  await new Promise<void>(done => pages.listen(0, '127.0.0.1', done))
  const address = pages.address()
  pagesUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
}, 60_000)

afterAll(async () => {
  await browser.close()
  await content.close()
  pages.closeAllConnections()
  await new Promise(done => pages.close(done))
})

describe('in Chromium, from another origin', () => {
  it('the client reads, verifies, and asks again with the entity tag', async () => {
    const { page, failures } = await open('/')
    const statuses: number[] = []
    page.on('response', response => {
      if (response.url().endsWith('/quotes.json') && response.request().method() === 'GET')
        statuses.push(response.status())
    })
    const found = await page.evaluate(async from => {
      // The page's own module: the compiler of this test does not know it.
      const name = '/client.js'
      const { createClient, verify } = await import(name)
      const desk = createClient(from)
      const article = await desk.article('bridge-1')
      const [first, again] = [await desk.quotes('bridge-1'), await desk.quotes('bridge-1')]
      const titles = []
      for await (const item of desk.latest()) titles.push(item.title)
      return {
        problems: await verify(article),
        isSame: JSON.stringify(first) === JSON.stringify(again),
        titles,
        tombstone: (await desk.article('gone'))?.status ?? null,
        nothing: await desk.article('nowhere'),
      }
    }, content.url)
    expect(found).toEqual({
      problems: [],
      isSame: true,
      titles: ['Bridge closes in France'],
      tombstone: 'canceled',
      nothing: null,
    })
    expect(statuses).toEqual([200, 304])
    // The browser itself says that a document was not there.
    expect(failures.filter(text => !text.includes('404'))).toEqual([])
    await page.close()
  })

  it('the plain page marks quotes and places', async () => {
    const { page, failures } = await open(`/index.html?from=${encodeURIComponent(content.url)}`)
    await page.waitForSelector('h1')
    expect(await page.title()).toBe('Bridge closes in France')
    expect(await page.locator('mark.quote').allTextContents()).toEqual(['We will rebuild'])
    expect(await page.locator('mark.place').allTextContents()).toEqual(['France'])
    expect(await page.locator('.speaker').allTextContents()).toEqual(['Ana Ruiz: 1 quote'])
    expect(failures).toEqual([])
    await page.close()
  })

  it.each([
    ['bridge-1', 'Bridge closes in France“We will rebuild,” said Ana Ruiz in France.'],
    ['gone', 'This story was taken back.'],
    ['nowhere', 'There is no such story.'],
  ])('the React component shows %s', async (id, text) => {
    const { page } = await open(`/react.html?from=${encodeURIComponent(content.url)}&id=${id}`)
    await page.getByText(text.slice(0, 20)).first().waitFor()
    expect(await page.locator('#root').textContent()).toBe(text)
    if (id === 'bridge-1') {
      expect(await page.locator('mark').first().getAttribute('title')).toBe('said by Ana Ruiz')
    }
    await page.close()
  })
})
