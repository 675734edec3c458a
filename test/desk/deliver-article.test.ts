/** What the command line learns of an article that it put through the local cloud, and of a file that it opens. */
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it, test } from '@jest/globals'
import { deliverArticle, openPress, type Press } from '../../desk/deliver-article.ts'
import { openLocalSources } from '../../desk/local-sources.ts'
import { troubleWithFolder } from '../../desk/open-folder.ts'
import { openInput } from '../../desk/open-input.ts'
import { lightVariants } from '../functions/light-variants.ts'
import { inMemory } from './in-memory.ts'

const folder = mkdtempSync(join(tmpdir(), 'copydesk-deliver-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let press: Press
beforeEach(() => {
  press = openPress(
    folder,
    inMemory(() => new Date('2026-11-23T12:00:00Z')),
  )
})

const deliver = (json: object) =>
  deliverArticle(press, {
    name: 'a.json',
    delivery: 'a.json',
    bytes: new TextEncoder().encode(JSON.stringify(json)),
  })
const story = { id: 'o1', headline: 'Otters', body: 'They came back on Monday.', updatedAt: '2026-11-20' }

describe('an article', () => {
  it('that was read is there with its document', async () =>
    expect(await deliver(story)).toMatchObject({
      ok: true,
      isOlder: false,
      document: { headline: 'Otters' },
    }))

  it('of which a newer state is there says that it is older', async () => {
    await deliver({ ...story, headline: 'New' })
    expect(await deliver({ ...story, headline: 'Old', updatedAt: '2026-11-19' })).toMatchObject({
      ok: true,
      isOlder: true,
      document: { headline: 'New' },
    })
  })

  it('whose findings do not verify is refused, and the next is read', async () => {
    const given = inMemory(() => new Date('2026-11-23T12:00:00Z'))
    press = openPress(folder, {
      ...given,
      findVariants: article => {
        const found = lightVariants(article)
        if (article.headline !== 'Wrong') return found
        return { ...found, summary: { ...found.summary, oneSentence: 'Nobody wrote this.' } }
      },
    })
    expect(await deliver({ ...story, id: 'o2', headline: 'Wrong' })).toMatchObject({
      ok: false,
      problems: [{ code: 'fault', message: expect.stringMatching(/is not published: .* Please report it/) }],
    })
    expect(await deliver(story)).toMatchObject({ ok: true })
  })

  it.each<[string, object, RegExp]>([
    ['a draft', { status: 'draft' }, /withheld/],
    ['under embargo', { embargo: '2027-01-01T00:00:00Z' }, /under embargo until 2027-01-01T00:00:00Z/],
  ])('that is %s says why it is not shown', async (_, fields, why) =>
    expect(await deliver({ ...story, ...fields })).toMatchObject({
      ok: false,
      problems: [{ code: 'inconsistent', message: expect.stringMatching(why) }],
    }),
  )

  it('that was withdrawn, too', async () =>
    expect(
      await deliver({ sys: { type: 'DeletedEntry', id: 'c1', deletedAt: '2026-11-20T00:00:00Z' } }),
    ).toMatchObject({
      ok: false,
      problems: [{ message: expect.stringMatching(/withdrawn/) }],
    }))
})

describe('a file', () => {
  const problemOf = async (name: string): Promise<string> => {
    const opened = await openInput(name)
    return opened.ok ? 'opened' : opened.problems.map(({ code, message }) => `${code}: ${message}`).join()
  }

  test('that is far too large is refused before it is read, and told of bulk', async () => {
    const path = join(folder, 'large.txt')
    writeFileSync(path, '')
    truncateSync(path, 3_000_000_000)
    expect(await problemOf(path)).toMatch(/^too-large: the file has 3000000000 bytes.*extract --jsonl/)
  })

  test('that never ends is left off', async () =>
    expect(await problemOf('/dev/zero')).toMatch(/^too-large: it does not end/))

  test('that is a folder, or is not there, says so', async () => {
    mkdirSync(join(folder, 'some'))
    expect(await problemOf(join(folder, 'some'))).toMatch(/^unsupported-format: .* is a folder/)
    expect(await problemOf(join(folder, 'none.txt'))).toMatch(/^not-found: /)
  })

  test('two files of one name in two folders are two deliveries', async () => {
    const deliveries = await Promise.all(
      ['one', 'two'].map(async name => {
        mkdirSync(join(folder, name))
        writeFileSync(join(folder, name, 'a.txt'), 'Otters.')
        const opened = await openInput(join(folder, name, 'a.txt'))
        return opened.ok ? opened.input.delivery : ''
      }),
    )
    expect(new Set(deliveries).size).toBe(2)
  })
})

describe('a folder to write into', () => {
  test('is made, with all above it', () => expect(troubleWithFolder(join(folder, 'new', 'deep'))).toBeNull())
  test('is none where a file is', () => {
    writeFileSync(join(folder, 'a-file'), '')
    expect(troubleWithFolder(join(folder, 'a-file'))).toMatch(/it is a file.*--to DIR/)
    expect(troubleWithFolder(join(folder, 'a-file', 'below'))).toMatch(/goes through a file/)
  })
})

test.each([
  ['sources', { sources: 'none-sources.json' }],
  ['secrets', { secrets: 'none-secrets.json' }],
])('a file of %s that was named and is not there is told', (what, files) =>
  expect(openLocalSources(files)).toMatchObject({
    ok: false,
    problems: [{ message: `There is no file none-${what}.json.` }],
  }),
)
