/** What an article may not do to the desk's page. */
import { describe, expect, it } from '@jest/globals'
import { deskInBrowser, nastyText } from './desk-in-browser.ts'

const { openStory, room } = deskInBrowser()

describe('safety', () => {
  it('shows markup, handlers and bidirectional controls as the text that they are', async () => {
    const { page, context, foreign, complaints } = await openStory('onerror')
    expect(await page.locator('.story').textContent()).toContain('<script>window.pwned=2</script>')
    for (const summary of await page.locator('.why summary').all()) await summary.click()
    await page.goto(`${room().desk.url}/#/try`)
    await page.locator('textarea').fill(`${nastyText} `)
    await page.locator('.story').waitFor({ timeout: 5_000 })
    expect(await page.evaluate('window.pwned')).toBeUndefined()
    expect(await page.locator('main img, main script, main svg[onload], [onclick], [onerror]').count()).toBe(
      0,
    )
    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
})
