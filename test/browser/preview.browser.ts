/** The page as static files in a content bucket: no desk behind it. */
import { describe, expect, it } from '@jest/globals'
import { buildPage } from '../../desk/build-page.ts'
import { openContent } from '../../desk/serve/open-content.ts'
import { serveContent } from '../../desk/serve/serve-content.ts'
import { deskInBrowser } from './desk-in-browser.ts'

const { room } = deskInBrowser()

describe('the page as static files', () => {
  it('reads the public feeds, asks nothing else and corrects nothing', async () => {
    const page = await buildPage('preview')
    const read = openContent(room().cloud.services.content)
    const asked: string[] = []
    const bucket = await serveContent(key => {
      asked.push(key)
      const bytes = key.startsWith('preview/') ? page[key.replace(/^preview\/(?:page\/)?/, '')] : undefined
      if (!bytes) return read(key)
      const contentType = key.endsWith('.html')
        ? 'text/html'
        : key.endsWith('.css')
          ? 'text/css'
          : key.endsWith('.js')
            ? 'text/javascript'
            : 'application/json'
      return Promise.resolve({ key, bytes, etag: '"1"', contentType, lastModified: '2031-01-02T03:04:05Z' })
    }, 0)
    const context = await room().browser.newContext()
    const tab = await context.newPage()
    await tab.goto(`${bucket.url}/preview/index.html`)
    await tab.locator('.entries h2 a', { hasText: 'Floods kill' }).click()
    await tab.locator('.story').waitFor()
    await tab.locator('.map .land').waitFor()
    expect(await tab.locator('.correct, .rejected').count()).toBe(0)
    expect(await tab.getByRole('link', { name: 'Try it' }).count()).toBe(0)
    expect(asked.filter(key => key.includes('api/'))).toEqual([])
    await context.close()
    await bucket.close()
  })
})
