/** An article on the desk: its text, marks and cards, with the mouse and the keyboard alone, in both themes and widths. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import * as z from 'zod'
import { deskInBrowser, root, shots } from './desk-in-browser.ts'

const { openStory, room } = deskInBrowser()

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const LooseQuotes = z.object({ quotes: z.array(z.unknown()) })

const seriousFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const found: { id: string; impact: string; nodes: string[] }[] = await page.evaluate(`
    axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html.slice(0, 120)) })))
  `)
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]}`)
}

describe('an article', () => {
  it('has its text verbatim, marks, cards, a map and its documents', async () => {
    const { page, context, foreign, complaints } = await openStory('Russia launches')
    const input = readFileSync(join(root, 'fixtures/articles/syria-strikes/input.txt'), 'utf8')
    const story = await page.locator('.story').textContent()
    for (const paragraph of input.split('\n').filter(line => line.length > 100))
      expect(story).toContain(paragraph.trim())
    expect(await page.locator('.speaker h4').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('Ash Carter')]),
    )
    await page.locator('.map .land').waitFor()
    expect(await page.locator('.map .point.focus').count()).toBeGreaterThan(0)
    const link = page.locator('.documents a', { hasText: 'quotes.json' })
    const quotes = LooseQuotes.parse(
      await (await fetch(new URL((await link.getAttribute('href')) ?? '', `${room().desk.url}/`))).json(),
    )
    expect(quotes.quotes.length).toBeGreaterThan(5)
    await page.screenshot({ path: join(shots, 'article-wide-light.png') })
    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  it('joins a mark to its card by hovering, both ways', async () => {
    const { page, context } = await openStory('Russia launches')
    const mark = page.locator('.story .m-quote[id^="mark-"]').first()
    const id = ((await mark.getAttribute('id')) ?? '').replace('mark-', '')
    await mark.hover({ position: { x: 4, y: 4 } })
    expect(await page.locator(`[id="card-${id}"]`).getAttribute('class')).toContain('lit')
    await page.locator(`[id="card-${id}"] p`).first().hover()
    expect(await mark.getAttribute('class')).toContain('lit')
    await context.close()
  })

  it('joins them with the keyboard alone, both ways', async () => {
    const { page, context } = await openStory('Russia launches')
    const mark = page.locator('.story a[id^="mark-"]').first()
    const id = ((await mark.getAttribute('id')) ?? '').replace('mark-', '')
    await mark.focus()
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe(`card-${id}`)
    await page.keyboard.press('Tab')
    while (!(await page.evaluate('document.activeElement.classList.contains("to-text")')))
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate('document.activeElement.id')).toBe(`mark-${id}`)
    await context.close()
  })

  it('says why, and what else was considered', async () => {
    const { page, context } = await openStory('Lebanon council')
    const place = page.locator('.places .finding', { hasText: 'Lebanon' }).first()
    await place.locator('.why summary').click()
    const why = await place.locator('.why').textContent()
    for (const words of ['Rule', 'Confidence', ' %', 'Also considered']) expect(why).toContain(words)
    await context.close()
  })

  it('hides and shows marks by kind', async () => {
    const { page, context } = await openStory('Russia launches')
    expect(await page.locator('.story .m-place').count()).toBeGreaterThan(3)
    await page.getByRole('checkbox', { name: 'Places' }).uncheck()
    expect(await page.locator('.story .m-place').count()).toBe(0)
    await page.getByRole('checkbox', { name: 'Summary' }).check()
    expect(await page.locator('.story .m-sentence').count()).toBeGreaterThan(0)
    await context.close()
  })

  it.each([
    ['wide', 'light', 1280],
    ['wide', 'dark', 1280],
    ['narrow', 'light', 360],
    ['narrow', 'dark', 360],
  ] as const)(
    '%s and %s: nothing serious for axe, nothing wider than the screen',
    async (size, colorScheme, width) => {
      const { page, context } = await openStory('Floods kill', {
        viewport: { width, height: 800 },
        colorScheme,
      })
      await page.locator('.map .land').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
      await page.screenshot({
        path: join(shots, `article-${size}-${colorScheme}.png`),
        fullPage: size === 'narrow',
      })
      await page.goto(`${room().desk.url}/`)
      await page.locator('.entries > li').first().waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await page.screenshot({ path: join(shots, `front-${size}-${colorScheme}.png`) })
      await page.goto(`${room().desk.url}/#/try`)
      await page.locator('textarea').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await context.close()
    },
    60_000,
  )
})
