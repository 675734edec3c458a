/**
 * The desk in a real browser: what an editor does there, with the mouse and with the keyboard alone, in both themes, on
 * both widths; and what an article may not do to it. Screenshots go to screenshots/. Needs Chromium: npm run test:browser.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { z } from 'zod'
import { buildPage } from '../../desk/build-page.ts'
import { deliverExamples } from '../../desk/dev/deliver-examples.ts'
import { type Desk, openDesk } from '../../desk/dev/desk-server.ts'
import { openPageFiles, type PageFiles } from '../../desk/dev/page-files.ts'
import { type Drops, watchDrops } from '../../desk/dev/watch-drops.ts'
import { type LocalCloud, openLocalCloud } from '../../desk/local-cloud.ts'
import { localServices } from '../../desk/local-services.ts'
import { openLocalSources } from '../../desk/local-sources.ts'
import { openContent } from '../../desk/serve/open-content.ts'
import { type ContentServer, serveContent } from '../../desk/serve/serve-content.ts'

const root = resolve(import.meta.dirname ?? '.', '../..')
const shots = join(root, 'screenshots')
const folder = mkdtempSync(join(tmpdir(), 'copydesk-desk-'))
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let cloud: LocalCloud
let desk: Desk
let drops: Drops
let files: PageFiles
let browser: Browser
let bucket: ContentServer

/** Markup, handlers, odd addresses and bidirectional controls, wherever a field takes text. */
const nasty = `<img src=x onerror="window.pwned=1"><script>window.pwned=2</script> \u202Ereversed\u202C javascript:alert(1)`
const nastyText = `${nasty}\n\nBy ${nasty}\n\n"${nasty}," said <b onclick=alert(1)>Ana Ruiz</b> in Paris on Monday.\n\n<svg/onload=window.pwned=3> Officials in Leeds said no.`
/** The same in every field that a source fills; markup is the readers' business and is gone by then. */
const nastyJson = JSON.stringify({
  title: nasty,
  text: nastyText,
  section: nasty,
  byline: nasty,
  keywords: [nasty],
})

const LooseQuotes = z.object({ quotes: z.array(z.unknown()) })

const findChromium = (): string =>
  process.env.CHROMIUM ??
  execFileSync('sh', ['-c', 'command -v chromium || command -v google-chrome'], { encoding: 'utf8' }).trim()

interface Opened {
  readonly page: Page
  readonly context: BrowserContext
  /** Requests to anywhere but the desk, and everything the page complained about. */
  readonly foreign: string[]
  readonly complaints: string[]
}

const open = async (path = '/', options: Parameters<Browser['newContext']>[0] = {}): Promise<Opened> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options })
  const page = await context.newPage()
  const foreign: string[] = []
  const complaints: string[] = []
  page.on('request', request => {
    if (!request.url().startsWith(desk.url) && !request.url().startsWith('data:')) foreign.push(request.url())
  })
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(`${desk.url}${path}`)
  return { page, context, foreign, complaints }
}

const openStory = async (
  words: string,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Opened> => {
  const opened = await open('/', options)
  await opened.page.locator('.entries h2 a', { hasText: words }).click()
  await opened.page.locator('.story').waitFor()
  await opened.page.locator('.map svg, .card').first().waitFor()
  return opened
}

const seriousFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const found: { id: string; impact: string; nodes: string[] }[] = await page.evaluate(`
    axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html.slice(0, 120)) })))
  `)
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]}`)
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true })
  const local = openLocalSources({
    sources: join(root, 'fixtures/webhooks/sources.json'),
    secrets: join(root, 'fixtures/webhooks/secrets.json'),
  })
  if (!local.ok) throw new Error(JSON.stringify(local.problems))
  cloud = openLocalCloud(localServices(folder, local.deliveries))
  files = await openPageFiles()
  desk = await openDesk({ cloud, deliveries: local.deliveries, page: files, port: 0 })
  drops = watchDrops(join(folder, 'inbox/incoming'), cloud, () => void desk.settle())
  await deliverExamples(cloud)
  await cloud.deliver('incoming/desk/nasty.txt', Buffer.from(nastyText))
  await cloud.deliver('incoming/desk/nasty-fields.json', Buffer.from(nastyJson))
  await cloud.deliver('incoming/desk/empty.txt', new Uint8Array())
  await desk.settle()
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  drops?.close()
  await bucket?.close()
  await desk?.close()
  rmSync(folder, { recursive: true, force: true })
})

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
      join(drops.folder, 'Dropped story.txt'),
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
    fetch(`${desk.url}/in/strapi`, {
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
      await (await fetch(new URL((await link.getAttribute('href')) ?? '', `${desk.url}/`))).json(),
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
      await page.goto(`${desk.url}/`)
      await page.locator('.entries > li').first().waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await page.screenshot({ path: join(shots, `front-${size}-${colorScheme}.png`) })
      await page.goto(`${desk.url}/#/try`)
      await page.locator('textarea').waitFor()
      expect(await seriousFindings(page)).toEqual([])
      await context.close()
    },
    60_000,
  )
})

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
    const feed = await (await fetch(`${desk.url}/feeds/latest.json`)).text()
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

describe('safety', () => {
  it('shows markup, handlers and bidirectional controls as the text that they are', async () => {
    const { page, context, foreign, complaints } = await openStory('onerror')
    expect(await page.locator('.story').textContent()).toContain('<script>window.pwned=2</script>')
    for (const summary of await page.locator('.why summary').all()) await summary.click()
    await page.goto(`${desk.url}/#/try`)
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

  it.each([
    ['a foreign host name', '/', { host: 'evil.example' }],
    ['a name that was pointed at this machine', '/api/rejected', { host: 'evil.example:80' }],
    ['a foreign origin', '/feeds/latest.json', { origin: 'https://evil.example' }],
    ['an origin on another port, at the interface', '/api/rejected', { origin: 'http://localhost:9' }],
    ['an opaque origin', '/api/desk', { origin: 'null' }],
  ])('refuses %s', async (_what, path, headers) => {
    const { request } = await import('node:http')
    const status = await new Promise<number>((resolve, reject) => {
      request(`${desk.url}${path}`, { headers }, response => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })
    expect(status).toBe(403)
  })

  it('lets an app under development on this machine read the feeds', async () => {
    const response = await fetch(`${desk.url}/feeds/latest.json`, {
      headers: { origin: 'http://localhost:3000' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('has a policy that lets nothing in but the page itself', async () => {
    const policy = (await fetch(`${desk.url}/`)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  it('refuses an override that is none', async () => {
    const answer = await fetch(`${desk.url}/api/overrides/x1`, {
      method: 'PUT',
      body: '{"edits":[{"kind":"rewrite"}]}',
    })
    expect(answer.status).toBe(422)
  })
})

describe('the page as static files', () => {
  it('reads the public feeds, asks nothing else and corrects nothing', async () => {
    const page = await buildPage('preview')
    const read = openContent(cloud.services.content)
    const asked: string[] = []
    bucket = await serveContent(key => {
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
    const context = await browser.newContext()
    const tab = await context.newPage()
    await tab.goto(`${bucket.url}/preview/index.html`)
    await tab.locator('.entries h2 a', { hasText: 'Floods kill' }).click()
    await tab.locator('.story').waitFor()
    await tab.locator('.map .land').waitFor()
    expect(await tab.locator('.correct, .rejected').count()).toBe(0)
    expect(await tab.getByRole('link', { name: 'Try it' }).count()).toBe(0)
    expect(asked.filter(key => key.includes('api/'))).toEqual([])
    await context.close()
  })
})

describe('weight', () => {
  it('is under 150 KB gzipped in all, the map included', () => {
    const bytes = [...files.values()].reduce((sum, file) => sum + gzipSync(file.bytes).byteLength, 0)
    expect(bytes).toBeLessThan(150_000)
  })

  it('paints within a second and stays fluent on an article of 10,000 words', async () => {
    const paragraphs = readFileSync(join(root, 'fixtures/articles/wire-flood/input.txt'), 'utf8')
      .split('\n\n')
      .slice(3)
    const text = ['A very long story', ...Array.from({ length: 35 }, () => paragraphs).flat()].join('\n\n')
    await cloud.deliver('incoming/desk/long.txt', new TextEncoder().encode(text))
    await desk.settle()
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
