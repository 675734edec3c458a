/** The front of the desk: the list of articles, what was refused, what comes in while it is open. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import * as z from 'zod'
import { deskInBrowser, root, shots } from './desk-in-browser.ts'

const { open, room } = deskInBrowser()

describe('the front', () => {
  it('lists the articles, and what was refused with its problems', async () => {
    const { page, context, complaints } = await open()
    await page.locator('.entries > li').first().waitFor()
    expect(await page.locator('.entries > li').count()).toBeGreaterThanOrEqual(11)
    const refused = await page.locator('.rejected').textContent()
    expect(refused).toContain('empty.txt')
    expect(refused).toContain('The file is empty')
    await page.screenshot({ path: join(shots, 'front-wide-light.png') })
    expect(complaints).toEqual([])
    await context.close()
  })

  it('is narrowed by words, by place and by speaker', async () => {
    const { page, context } = await open()
    const entries = page.locator('.entries > li')
    await entries.first().waitFor()
    await page.getByLabel('Search').fill('steel asia')
    expect(await entries.count()).toBe(1)
    expect(await entries.textContent()).toContain('Halden Steel')
    await page.getByLabel('Search').fill('')
    await page.getByLabel('Speaker').selectOption({ label: await optionWith(page, 'Speaker', 'John Kerry') })
    expect(await entries.textContent()).toContain('Russia launches')
    await page.getByLabel('Place').selectOption({ label: await optionWith(page, 'Place', 'Kenya') })
    expect(await entries.count()).toBe(0)
    expect(await page.locator('.front').textContent()).toContain('Take a filter away')
    await context.close()
  })

  it('shows a file that is dropped into the folder', async () => {
    const { page, context } = await open()
    await page.locator('.entries > li').first().waitFor()
    writeFileSync(
      join(room().drops.folder, 'Dropped story.txt'),
      'Otters return to Riverton\n\n"They never left," said Ana Ruiz, a warden in Leeds, on Monday.\n',
    )
    await page.locator('.entries h2 a', { hasText: 'Otters return to Riverton' }).waitFor({ timeout: 10_000 })
    await context.close()
  })
})

const optionWith = async (page: Page, label: string, words: string): Promise<string> => {
  const options = await page.getByLabel(label).locator('option').allInnerTexts()
  return (
    options.find(option => option.startsWith(words)) ?? `no option with ${words} among ${options.join('; ')}`
  )
}

describe('webhooks', () => {
  const post = (authorization: string): Promise<Response> =>
    fetch(`${room().desk.url}/in/strapi`, {
      method: 'POST',
      headers: { authorization, 'x-strapi-event': 'entry.publish', 'content-type': 'application/json' },
      body: readFileSync(join(root, 'fixtures/webhooks/strapi/publish.json')),
    })

  it('are taken as the deployed door takes them, and shown', async () => {
    const { page, context } = await open()
    await page.locator('.entries > li').first().waitFor()
    expect((await post('wrong')).status).toBe(401)
    const Secrets = z.record(z.string(), z.string())
    const secrets = Secrets.parse(
      JSON.parse(readFileSync(join(root, 'fixtures/webhooks/secrets.json'), 'utf8')),
    )
    expect((await post(secrets['copydesk/strapi'] ?? '')).status).toBe(202)
    await page.locator('.entries h2 a', { hasText: 'Ferry to Inishbofin' }).waitFor({ timeout: 10_000 })
    await context.close()
  })
})
