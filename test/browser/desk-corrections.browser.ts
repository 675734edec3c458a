/** Corrections on the desk: each kind made, seen, and undone. */
import { describe, expect, it } from '@jest/globals'
import { deskInBrowser } from './desk-in-browser.ts'

const { openStory } = deskInBrowser()

describe('correcting', () => {
  it('changes a speaker, drops a finding, moves a place and pins a sentence, and undoes it', async () => {
    const { page, context } = await openStory('Lebanon council')
    const quote = page.locator('.finding', { hasText: 'I can feel every gravel truck' }).first()
    await quote.locator('.correct summary').click()
    await quote.getByLabel('Who said it').fill('Dora Pratt')
    await quote.getByRole('button', { name: 'Change speaker' }).click()
    await page.locator('.speaker h4', { hasText: 'Dora Pratt' }).waitFor({ timeout: 10_000 })

    const place = page.locator('.places .finding', { hasText: 'Frankfort' }).first()
    await place.locator('.correct summary').click()
    const select = place.locator('select')
    if ((await select.count()) > 0) await select.selectOption('')
    await place.getByLabel('Latitude, longitude').fill('12.5, -45.25')
    await place.getByRole('button', { name: 'Move' }).click()
    await page.locator('.places', { hasText: '12.50° N, 45.25° W' }).waitFor({ timeout: 10_000 })

    const dropped = page.locator('.names .finding', { hasText: 'Paul Dittmer' }).first()
    await dropped.getByRole('button', { name: 'drop' }).click()
    await page
      .locator('.names .finding', { hasText: 'Paul Dittmer' })
      .waitFor({ state: 'detached', timeout: 10_000 })

    await page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.querySelector('.story'), NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.data.includes('The ban starts')) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        getSelection().removeAllRanges()
        getSelection().addRange(range)
      }
    })()`)
    await page.getByRole('button', { name: 'Pin the selected sentence' }).click()
    await page
      .locator('.card', { hasText: 'In short' })
      .locator('.finding', { hasText: 'The ban starts' })
      .waitFor({ timeout: 10_000 })

    expect(await page.locator('.edits li').count()).toBe(4)
    for (let left = 4; left > 0; left--) {
      await page.locator('.edits button').first().click()
      await page
        .locator('.edits li')
        .nth(left - 1)
        .waitFor({ state: 'detached' })
    }
    expect(await page.locator('.speaker h4', { hasText: 'Dolores Pratt' }).count()).toBe(1)
    await context.close()
  }, 60_000)
})
