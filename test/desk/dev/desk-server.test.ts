/** The desk's server without a browser: whom it answers, what it lists as refused, and its drop folder. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, test } from '@jest/globals'
import * as z from 'zod'
import { type Desk, openDesk } from '../../../desk/dev/desk-server.ts'
import { type Drops, watchDrops } from '../../../desk/dev/watch-drops.ts'
import { type LocalCloud, openLocalCloud } from '../../../desk/local-cloud.ts'
import { inMemory } from '../in-memory.ts'

const folder = mkdtempSync(join(tmpdir(), 'copydesk-drops-'))
const page = new Map([['/', { contentType: 'text/html', bytes: Buffer.from('<p>page</p>') }]])
let minute = 0
const now = (): Date => new Date(Date.UTC(2026, 10, 23, 12, minute++))
let cloud: LocalCloud
let desk: Desk
let drops: Drops
/** What the drop folder said, and who waits for the next of it. */
const told: string[] = []
let wake: () => void = () => {}

beforeAll(async () => {
  const deliveries = { sources: {}, secrets: { read: async () => [] }, wait: async () => {} }
  cloud = openLocalCloud(inMemory(now))
  desk = await openDesk({ cloud, deliveries, page, port: 0 })
  const tell = (line: string): void => {
    told.push(line)
    wake()
  }
  drops = watchDrops(folder, {
    cloud,
    afterDrop: name => void desk.settle().then(() => tell(`taken in: ${name}`)),
    refuse: (name, why) => tell(`refused: ${name}: ${why}`),
  })
  await cloud.deliver('incoming/desk/one.txt', Buffer.from('Otters are back in Leeds, she said.'))
  await desk.settle()
})

afterAll(async () => {
  drops.close()
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const statusOf = (path: string, headers: Record<string, string>): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${desk.url}${path}`, { headers }, response => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })

describe('whom it answers', () => {
  it.each([
    ['a foreign host name', '/', { host: 'evil.example' }],
    ['a name that was pointed at this machine', '/api/rejected', { host: 'evil.example:80' }],
    ['a foreign origin', '/feeds/latest.json', { origin: 'https://evil.example' }],
    ['an origin on another port, at the interface', '/api/rejected', { origin: 'http://localhost:9' }],
    ['an opaque origin', '/api/desk', { origin: 'null' }],
  ])('not %s', async (_what, path, headers) => expect(await statusOf(path, headers)).toBe(403))

  it('an app under development on this machine, for the feeds', async () => {
    const response = await fetch(`${desk.url}/feeds/latest.json`, {
      headers: { origin: 'http://localhost:3000' },
    })
    expect(response.status).toBe(200)
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
  })

  it('with a policy that lets nothing in but the page itself', async () => {
    const policy = (await fetch(`${desk.url}/`)).headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  it('an override that is none with what is wrong', async () => {
    const answer = await fetch(`${desk.url}/api/overrides/x1`, {
      method: 'PUT',
      body: '{"edits":[{"kind":"rewrite"}]}',
    })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(
      /edits\[0\]\.kind is not one of the allowed values: got \\"rewrite\\"/,
    )
  })

  it('a webhook for a source that is not there with 404', async () => {
    expect((await fetch(`${desk.url}/in/nobody`, { method: 'POST', body: '{}' })).status).toBe(404)
  })
})

const Rejected = z.array(z.object({ key: z.string(), problems: z.array(z.object({ message: z.string() })) }))

const rejectedKeys = async (): Promise<string[]> =>
  Rejected.parse(await (await fetch(`${desk.url}/api/rejected`)).json()).map(({ key }) => key)

describe('what was refused', () => {
  const deliver = async (name: string, content: string): Promise<void> => {
    await cloud.deliver(`incoming/desk/${name}`, Buffer.from(content))
    await desk.settle()
  }

  it('stays listed until the mended file comes under its name', async () => {
    await deliver('first.json', '{"headline": ')
    await deliver('second.json', '{"headline": "B"}')
    expect(await rejectedKeys()).toEqual(['rejected/desk/second.json.json', 'rejected/desk/first.json.json'])
    await deliver('first.json', '{"headline": "A", "body": "Otters are back, she said."}')
    expect(await rejectedKeys()).toEqual(['rejected/desk/second.json.json'])
  })

  it('is listed where it was too large to be opened', async () => {
    await deliver('film.txt', 'a'.repeat(10_000_001))
    expect(await rejectedKeys()).toContain('rejected/desk/film.txt.json')
    await deliver('film.txt', 'Otters in the film are back, she said.')
    expect(await rejectedKeys()).not.toContain('rejected/desk/film.txt.json')
  })

  it('is listed where what came cannot be found any more', async () => {
    await cloud.services.inbox.delete('incoming/desk/second.json')
    expect(await rejectedKeys()).toEqual(['rejected/desk/second.json.json'])
  })
})

test('what goes wrong after one delivery is said, and stops neither the desk nor the next', async () => {
  let tries = 0
  const deliveries = { sources: {}, secrets: { read: async () => [] }, wait: async () => {} }
  const afterSettling = async (): Promise<void> => {
    tries++
    throw new Error(`trial of the test, ${tries}`)
  }
  const other = await openDesk({ cloud, deliveries, page, port: 0, afterSettling })
  await other.settle()
  await other.settle()
  expect(tries).toBe(2)
  await other.close()
})

describe('the drop folder', () => {
  const drop = async (name: string, write: (path: string) => void): Promise<string> => {
    const heard = new Promise<void>(resolve => {
      wake = resolve
    })
    write(join(folder, name))
    await heard
    return told.at(-1) ?? ''
  }

  test('takes files under their own names, whatever the script', async () => {
    for (const name of ['Вести.txt', '新闻.txt', 'two words.txt']) {
      const line = await drop(name, path => writeFileSync(path, `Otters are back, said the ${name}.`))
      expect(line).toBe(`taken in: ${name}`)
    }
    const { keys } = await cloud.services.inbox.list('articles/')
    expect(keys.length).toBeGreaterThanOrEqual(4)
  })

  test('refuses what is far too large without reading it', async () => {
    const line = await drop('film.txt', path => {
      writeFileSync(path, '')
      truncateSync(path, 5_000_000_000)
    })
    expect(line).toBe(
      'refused: film.txt: it has 5000000000 bytes; at most 10000000 are read. Put one article into a file.',
    )
  })
})
