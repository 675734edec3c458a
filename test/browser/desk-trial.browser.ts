/** Trying text on the desk: read as it is typed, and kept nowhere. */
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { deskInBrowser, shots } from './desk-in-browser.ts'

const { open, room } = deskInBrowser()

describe('try it', () => {
  it('reads pasted text as the typing stops, and keeps nothing', async () => {
    const { page, context } = await open('/#/try')
    await page
      .locator('textarea')
      .fill(
        'Otter census in Nairobi\n\n"We counted nine," said Grace Wambui, the warden of the park in Nairobi, Kenya, on Monday.',
      )
    await page.locator('.speaker h4', { hasText: 'Grace Wambui' }).waitFor({ timeout: 5_000 })
    await page.locator('.map .land').waitFor()
    await page.screenshot({ path: join(shots, 'try-wide-light.png') })
    const feed = await (await fetch(`${room().desk.url}/feeds/latest.json`)).text()
    expect(feed).not.toContain('Otter census')
    await context.close()
  })

  it('reads a file, and says what is wrong with one that is none', async () => {
    const { page, context } = await open('/#/try')
    const choose = page.locator('input[type=file]')
    await choose.setInputFiles({
      name: 'story.html',
      mimeType: 'text/html',
      buffer: Buffer.from(
        '<article><h1>Otters</h1><p>"Nine," said Ana Ruiz, a warden in Leeds, England.</p></article>',
      ),
    })
    await page.locator('.speaker h4', { hasText: 'Ana Ruiz' }).waitFor({ timeout: 5_000 })
    await choose.setInputFiles({
      name: 'broken.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"title": '),
    })
    await page.locator('[role=alert]').waitFor({ timeout: 5_000 })
    expect(await page.locator('[role=alert]').textContent()).toMatch(/JSON/)
    await context.close()
  })
})
