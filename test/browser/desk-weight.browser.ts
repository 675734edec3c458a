/** How heavy the desk's page is, and how fast on a long article. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { deskInBrowser, root } from './desk-in-browser.ts'

const { open, room } = deskInBrowser()

describe('weight', () => {
  it('is under 150 KB gzipped in all, the map included', () => {
    const bytes = [...room().files.values()].reduce((sum, file) => sum + gzipSync(file.bytes).byteLength, 0)
    expect(bytes).toBeLessThan(150_000)
  })

  it('paints within a second and stays fluent on an article of 10,000 words', async () => {
    const paragraphs = readFileSync(join(root, 'fixtures/articles/wire-flood/input.txt'), 'utf8')
      .split('\n\n')
      .slice(3)
    const text = ['A very long story', ...Array.from({ length: 35 }, () => paragraphs).flat()].join('\n\n')
    await room().cloud.deliver('incoming/desk/long.txt', new TextEncoder().encode(text))
    await room().desk.settle()
    const { page, context } = await open()
    const paint: number = await page.evaluate(`new Promise(done => {
      const found = performance.getEntriesByName('first-contentful-paint')[0]
      if (found) return done(found.startTime)
      new PerformanceObserver(list => done(list.getEntries()[0].startTime)).observe({ type: 'paint', buffered: true })
    })`)
    expect(paint).toBeLessThan(1_000)
    await page.locator('.entries h2 a', { hasText: 'A very long story' }).click()
    await page.locator('.story').waitFor()
    const usual: number = await page.evaluate(`(async () => {
      const times = []
      for (const mark of [...document.querySelectorAll('.mark')].slice(0, 40)) {
        const started = performance.now()
        mark.dispatchEvent(new MouseEvent('mouseover', { bubbles: true }))
        await new Promise(requestAnimationFrame)
        times.push(performance.now() - started)
      }
      return times.sort((a, b) => a - b)[20]
    })()`)
    expect(usual).toBeLessThan(100)
    await context.close()
  }, 60_000)
})
