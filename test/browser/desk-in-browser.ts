/**
 * The desk over a folder of its own, with the examples and some bad deliveries in it, and a browser in front of it: what
 * all tests of the page begin with. Needs Chromium: npm run test:browser.
 *
 *   const newsroom = deskInBrowser()
 *   it('…', async () => { const { page, context } = await newsroom.open('/#/try') … })
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll } from '@jest/globals'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { deliverExamples } from '../../desk/dev/deliver-examples.ts'
import { type Desk, openDesk } from '../../desk/dev/desk-server.ts'
import { openPageFiles, type PageFiles } from '../../desk/dev/page-files.ts'
import { type Drops, watchDrops } from '../../desk/dev/watch-drops.ts'
import { type LocalCloud, openLocalCloud } from '../../desk/local-cloud.ts'
import { localServices } from '../../desk/local-services.ts'
import { openLocalSources } from '../../desk/local-sources.ts'
import { findChromium } from './find-chromium.ts'

export const root = resolve(import.meta.dirname ?? '.', '../..')
/** Where pictures of the page go, for people to look at. */
export const shots = join(root, 'screenshots')

/** Markup, handlers, odd addresses and bidirectional controls, wherever a field takes text. */
const nasty = `<img src=x onerror="window.pwned=1"><script>window.pwned=2</script> \u202Ereversed\u202C javascript:alert(1)`
export const nastyText = `${nasty}\n\nBy ${nasty}\n\n"${nasty}," said <b onclick=alert(1)>Ana Ruiz</b> in Paris on Monday.\n\n<svg/onload=window.pwned=3> Officials in Leeds said no.`
/** The same in every field that a source fills; markup is the readers' business and is gone by then. */
const nastyJson = JSON.stringify({
  title: nasty,
  text: nastyText,
  section: nasty,
  byline: nasty,
  keywords: [nasty],
})

export interface Opened {
  readonly page: Page
  readonly context: BrowserContext
  /** Requests to anywhere but the desk, and everything the page complained about. */
  readonly foreign: string[]
  readonly complaints: string[]
}

type ContextOptions = Parameters<Browser['newContext']>[0]

export interface Newsroom {
  readonly browser: Browser
  readonly cloud: LocalCloud
  readonly desk: Desk
  readonly drops: Drops
  readonly files: PageFiles
}

export interface DeskInBrowser {
  /** Only inside a test: it is there once the hooks have run. */
  room(): Newsroom
  open(path?: string, options?: ContextOptions): Promise<Opened>
  /** Opens the article whose headline has these words, by a click on the front. */
  openStory(words: string, options?: ContextOptions): Promise<Opened>
}

/** Opens all of it before the file's tests, and closes it after them. */
export const deskInBrowser = (): DeskInBrowser => {
  let opened: Newsroom | undefined
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-desk-'))
  beforeAll(async () => {
    opened = await openNewsroom(folder)
  }, 120_000)
  afterAll(async () => {
    await opened?.browser.close()
    opened?.drops.close()
    await opened?.desk.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const room = (): Newsroom => {
    if (opened === undefined) throw new Error('the desk is not open: ask for it inside a test')
    return opened
  }
  const open = (path = '/', options: ContextOptions = {}): Promise<Opened> => openPage(room(), path, options)
  return {
    room,
    open,
    openStory: async (words, options = {}) => {
      const opened = await open('/', options)
      await opened.page.locator('.entries h2 a', { hasText: words }).click()
      await opened.page.locator('.story').waitFor()
      await opened.page.locator('.map svg, .card').first().waitFor()
      return opened
    },
  }
}

const openNewsroom = async (folder: string): Promise<Newsroom> => {
  mkdirSync(shots, { recursive: true })
  const local = openLocalSources({
    sources: join(root, 'fixtures/webhooks/sources.json'),
    secrets: join(root, 'fixtures/webhooks/secrets.json'),
  })
  if (!local.ok) throw new Error(JSON.stringify(local.problems))
  const cloud = openLocalCloud(localServices(folder, local.deliveries))
  const files = await openPageFiles()
  const desk = await openDesk({ cloud, deliveries: local.deliveries, page: files, port: 0 })
  const drops = watchDrops(join(folder, 'inbox/incoming'), {
    cloud,
    afterDrop: () => void desk.settle(),
    refuse: () => {},
  })
  await deliverExamples(cloud)
  await cloud.deliver('incoming/desk/nasty.txt', Buffer.from(nastyText))
  await cloud.deliver('incoming/desk/nasty-fields.json', Buffer.from(nastyJson))
  await cloud.deliver('incoming/desk/empty.txt', new Uint8Array())
  await desk.settle()
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  })
  return { browser, cloud, desk, drops, files }
}

const openPage = async (
  { browser, desk }: Newsroom,
  path: string,
  options: ContextOptions,
): Promise<Opened> => {
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
