/**
 * What the doctor says of sources that are well and of sources with one thing wrong, in process and as a command.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from '@jest/globals'
import type { SourceConfig } from '../../content-schema/source-config.ts'
import { examineSource } from '../../desk/doctor.ts'
import type { Examination, Finding } from '../../desk/examination.ts'
import { readSources } from '../../functions/read-sources.ts'
import { schemes } from '../../functions/receive/signatures/schemes.ts'
import { cachedSecrets } from '../../functions/secrets/secrets.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const fixture = (path: string): Buffer => readFileSync(join(root, 'fixtures/webhooks', path))
const now = new Date('2031-03-04T10:00:00Z')

const configured = readSources(fixture('sources.json').toString())
const sources = configured.ok ? configured.sources : {}
const secrets: Readonly<Record<string, string>> = JSON.parse(fixture('secrets.json').toString())

interface Patient extends Partial<Pick<Examination, 'sample' | 'headers'>> {
  readonly source: SourceConfig
  readonly values?: Readonly<Record<string, string | null>>
}

const examine = ({ source, values = {}, sample, headers }: Patient): Promise<readonly Finding[]> =>
  examineSource({
    name: 'site',
    source,
    services: {
      sources: { site: source },
      secrets: cachedSecrets(
        async name => (name in values ? (values[name] ?? null) : (secrets[name] ?? null)),
        {
          now: () => now,
        },
      ),
      wait: async () => undefined,
    },
    now,
    isFetching: false,
    sample,
    headers,
  })

const messages = (findings: readonly Finding[], level: Finding['level']): string =>
  findings
    .filter(finding => finding.level === level)
    .map(({ message }) => message)
    .join('\n')

const ghost: SourceConfig = { kind: 'ghost', secrets: ['copydesk/ghost'] }
const published = (kind: string) => ({ bytes: fixture(`${kind}/publish.json`), event: 'publish' })

describe('examineSource', () => {
  it.each(Object.keys(sources))('finds nothing wrong with the fixtures’ %s and its sample', async kind => {
    const source = sources[kind]
    if (source === undefined) throw new Error(`no source ${kind}`)
    const sample = kind === 'websub' ? undefined : published(kind)
    const findings = await examine({ source, sample })
    expect(messages(findings, 'bad')).toBe('')
    expect(messages(findings, 'good')).toContain('What the CMS signs with it verifies.')
    if (sample !== undefined)
      expect(messages(findings, 'good')).toMatch(/The sample (?:becomes an article|names what)/)
  })

  it.each<[string, Patient, RegExp]>([
    [
      'a secret that is not there',
      { source: ghost, values: { 'copydesk/ghost': null } },
      /"copydesk\/ghost" is not there/,
    ],
    [
      'a secret that can be guessed',
      { source: ghost, values: { 'copydesk/ghost': 'sesame' } },
      /only 6 characters/,
    ],
    [
      'a Contentful secret of another length',
      { source: { kind: 'contentful', secrets: ['c'] }, values: { c: 'x'.repeat(40) } },
      /has 40 characters; a Contentful signing secret has 64/,
    ],
    [
      'a Standard Webhooks secret that is no base64',
      {
        source: { kind: 'standard-webhooks', secrets: ['s'] },
        values: { s: 'whsec_not base64 at all, is it' },
      },
      /is not base64/,
    ],
    [
      'a fetch token that is not there',
      {
        source: {
          kind: 'storyblok',
          secrets: ['copydesk/storyblok'],
          fetch: { url: 'https://api.example.org/{id}', tokenSecret: 'nowhere' },
        },
        values: { nowhere: null },
      },
      /"nowhere", the token to fetch with, is not there/,
    ],
    [
      'a sample that is no JSON',
      { source: ghost, sample: { bytes: new TextEncoder().encode('{"post":'), event: 'publish' } },
      /JSON/,
    ],
    [
      'a mapping that leads nowhere',
      {
        source: { kind: 'token', secrets: ['copydesk/token'], fields: { body: 'story.prose' } },
        sample: published('token'),
      },
      /fields\.body: the sample has nothing named "story\.prose"/,
    ],
  ])('names %s', async (_, patient, expected) => {
    expect(messages(await examine(patient), 'bad')).toMatch(expected)
  })

  it('tells a sample that would be passed over from one that would not', async () => {
    const findings = await examine({ source: ghost, sample: published('sanity') })
    expect(messages(findings, 'note')).toMatch(/would be ignored/)
    expect(messages(findings, 'good')).not.toMatch(/becomes an article/)
  })

  it('holds a request that was kept against the secret, however old it is', async () => {
    const sample = published('ghost')
    const signed = schemes.ghost.sign(
      { method: 'POST', path: '/in/site', body: sample.bytes },
      secrets['copydesk/ghost'] ?? '',
      { now: new Date('2029-01-01T00:00:00Z'), source: ghost, event: 'publish' },
    )
    const genuine = await examine({ source: ghost, sample, headers: signed.headers })
    expect(messages(genuine, 'good')).toContain('The request that was kept verifies.')
    const another = { 'copydesk/ghost': 'another-secret-of-ghost' }
    const forged = await examine({ source: ghost, sample, headers: signed.headers, values: another })
    expect(messages(forged, 'bad')).toMatch(/does not verify: signature\. The secret differs/)
    const bare = await examine({ source: ghost, sample, headers: {} })
    expect(messages(bare, 'bad')).toMatch(/does not verify: no signature\. The header is missing/)
  })

  it('says nothing of a secret’s value', async () => {
    for (const value of ['sesame', 'x'.repeat(40)]) {
      const source: SourceConfig = { kind: 'contentful', secrets: ['c'] }
      expect(JSON.stringify(await examine({ source, values: { c: value } }))).not.toContain(value)
    }
  })
})

describe('copydesk doctor', () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-doctor-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const doctor = (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
    new Promise(resolve => {
      const command = ['--import', 'tsx', join(root, 'desk/copydesk.ts'), 'doctor', ...args]
      const env = { ...process.env, NODE_OPTIONS: '' }
      execFile(process.execPath, command, { cwd: root, env }, (error, out, err) =>
        resolve({ code: error === null ? 0 : Number(error.code), out, err }),
      )
    })
  const fixtures = [
    '--sources',
    'fixtures/webhooks/sources.json',
    '--secrets',
    'fixtures/webhooks/secrets.json',
  ]

  it('exits 0 where all is well', async () => {
    const { code, out, err } = await doctor(...fixtures)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const name of Object.keys(sources)) expect(out).toContain(`${name} (`)
    expect(out).not.toContain('✗')
  })

  it.each<[string, readonly string[], number, RegExp]>([
    [
      'secrets that are no JSON',
      [...fixtures.slice(0, 2), '--secrets', file('cut.json', '{"a":')],
      1,
      /holds no secrets/,
    ],
    ['sources that are no JSON', ['--sources', file('half.json', '[1')], 1, /are not JSON/],
    [
      'no fetch for a thin kind',
      ['--sources', file('thin.json', '{"a":{"kind":"storyblok","secrets":["s"]}}')],
      1,
      /a\.fetch/,
    ],
    [
      'no such sample',
      [...fixtures, '--source', 'ghost', '--sample', 'no.json'],
      1,
      /there is no file "no\.json"/,
    ],
    ['a source nobody configured', [...fixtures, '--source', 'nobody'], 2, /there is no source "nobody"/],
  ])('says so and exits accordingly: %s', async (_, args, expected, words) => {
    const { code, out, err } = await doctor(...args)
    expect(`${out}${err}`).toMatch(words)
    expect(`${out}${err}`).not.toMatch(/\n\s+at |ZodError/)
    expect(code).toBe(expected)
  })
})
