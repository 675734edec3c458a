/**
 * The command line as people call it: what it prints, where, and with which exit code.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from '@jest/globals'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'copydesk-desk-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

const copydesk = (args: readonly string[], input = ''): Promise<Ran> =>
  new Promise(resolve => {
    const command = ['--import', 'tsx', join(root, 'desk/copydesk.ts'), ...args]
    const child = execFile(
      process.execPath,
      command,
      { cwd: root, env: { ...process.env, NODE_OPTIONS: '' }, maxBuffer: 50_000_000 },
      (error, out, err) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
        resolve({ code, out: String(out), err: String(err) })
      },
    )
    child.stdin?.end(input)
  })
const file = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(folder, name), content)
  return join(folder, name)
}
const linesOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

const flood =
  'Flood cuts off Riverton\n\nRIVERTON, Ohio — “We will rebuild the bridge,” said Mayor Ana Ruiz on Monday.\n'

describe('copydesk read', () => {
  it('shows what was found and writes it down', async () => {
    const path = await file('flood.txt', flood)
    const { code, out, err } = await copydesk(['read', path, '--to', join(folder, 'out')])
    expect(code).toBe(0)
    expect(out).toContain('Flood cuts off Riverton')
    expect(out).toMatch(/“We will rebuild the bridge,?”\n\s+— /)
    expect(out).toMatch(/Ohio .*United States .*-?\d+\.\d\d, -?\d+\.\d\d/)
    expect(err).toMatch(/^1 article read; \d+ feeds/)
    expect(`${out}${err}`).not.toContain('\u001b')
    const [id = ''] = await readdir(join(folder, 'out/articles'))
    const document = await readFile(join(folder, 'out/articles', id, 'quotes.json'), 'utf8')
    expect(JSON.parse(document)).toMatchObject({
      quotes: [{ text: expect.stringContaining('We will rebuild') }],
    })
    expect(await readdir(join(folder, 'out/feeds'))).toContain('latest.json')
  }, 30_000)

  it('tells what was denied, and what was not said at all', async () => {
    const text =
      'The mayor did not say that the bridge was safe. The lawyer denied that her client had acted for greed.'
    const { out } = await copydesk(['read', '-', '--to', join(folder, 'denied')], text)
    expect(out).toMatch(/not said: that the bridge was safe\n\s+— The mayor/)
    expect(out).toMatch(/The lawyer {2}indirect, “denied”, \d+ %/)
  }, 30_000)

  it('reads standard input and prints the document', async () => {
    const { code, out } = await copydesk(['read', '-', '--json', '--to', join(folder, 'stdin')], flood)
    expect(code).toBe(0)
    expect(linesOf(out)).toMatchObject([{ headline: 'Flood cuts off Riverton' }])
  }, 30_000)

  it('does the good ones beside those that are missing, folders, empty, binary or broken', async () => {
    await mkdir(join(folder, 'some-folder'))
    const files = [
      join(folder, 'missing.txt'),
      join(folder, 'some-folder'),
      await file('empty.txt', ''),
      await file('film.pdf', Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0, 1, 2, 255)),
      await file('broken.json', '{"headline": '),
      await file('good.txt', flood),
    ]
    const { code, out, err } = await copydesk(['read', ...files, '--to', join(folder, 'many')])
    expect(code).toBe(1)
    expect(out).toContain('good.txt: Flood cuts off Riverton')
    for (const name of ['missing.txt', 'some-folder', 'empty.txt', 'film.pdf', 'broken.json']) {
      expect(err).toContain(`${name} was not read`)
    }
    for (const code of ['not-found', 'unsupported-format', 'empty', 'binary', 'bad-syntax']) {
      expect(err).toContain(`  ${code}: `)
    }
    expect(err).toContain('1 article read, 5 not')
  }, 30_000)

  it.each([
    [['read', '--bogus'], /--bogus/],
    [['raed'], /no command "raed"/],
    [['story.html'], /To read a file: copydesk read story\.html/],
    [[], /Usage: copydesk COMMAND/],
    [['extract'], /--jsonl/],
    [['extract', '--jsonl', '--jobs', 'many'], /--jobs is not a number/],
  ])(
    'takes %j for misuse',
    async (args, says) => {
      const { code, out, err } = await copydesk(args)
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toMatch(says)
    },
    30_000,
  )
})

describe('copydesk extract --jsonl', () => {
  const input = [
    '{"id":"a","text":"The mayor spoke.\\r\\n\\r\\n  “We will rebuild,” said Ana Ruiz in Paris."}',
    'no json',
    '',
    '{"id":7,"title":"A title","text":"Rain fell on Rome on Monday."}',
    '{"id":"c","title":5}',
    '{"id":"d","text":"   "}',
    '{"text":"Nobody knows me."}',
    '{"id":"e","text":"The last line has no end."}',
  ].join('\n')

  it('gives a line for each line, in order, bad ones in their places, whatever the number of jobs', async () => {
    const [one, three] = await Promise.all([
      copydesk(['extract', '--jsonl', '--jobs', '1'], input),
      copydesk(['extract', '--jsonl', '--jobs', '3'], input),
    ])
    expect(one.out).toBe(three.out)
    expect(one.code).toBe(1)
    expect(one.err).toContain('extract: 3 articles, 4 bad lines (2, 5, 6, 7)')
    expect(linesOf(one.out)).toMatchObject([
      { id: 'a', quotes: [{ text: expect.stringContaining('We will rebuild') }] },
      { id: null, line: 2, problems: [{ code: 'bad-syntax' }] },
      { id: '7' },
      { id: 'c', line: 5, problems: [{ path: 'title' }, { path: 'text' }] },
      { id: 'd', line: 6, problems: [{ code: 'empty', path: 'text' }] },
      { id: null, line: 7, problems: [{ code: 'missing', path: 'id' }] },
      { id: 'e' },
    ])
  }, 60_000)

  it('cites the text as it stands, carriage returns and all', async () => {
    const { out } = await copydesk(['extract', '--jsonl', '--jobs', '1'], input.split('\n')[0])
    const { text } = JSON.parse(input.split('\n')[0] ?? '')
    const [{ quotes }] = linesOf(out)
    const [span] = quotes[0].content
    expect(text.slice(span.start, span.end)).toContain('We will rebuild')
  }, 30_000)
})
