import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { build } from 'esbuild'

const folder = mkdtempSync(join(tmpdir(), 'copydesk-traces-'))
const bundled = join(folder, 'index.mjs')

const source = `import { nameSourcesInTraces } from ${JSON.stringify(resolve('functions/name-sources.ts'))}

nameSourcesInTraces()
const refuse = (what: string): never => {
  throw new RangeError(what)
}
try {
  refuse('no such thing')
} catch (error) {
  if (error instanceof Error) console.log(error.stack)
}
`

const trace = (): string[] =>
  execFileSync(process.execPath, [bundled], { encoding: 'utf8' }).trim().split('\n')

describe('a stack trace of a bundle', () => {
  beforeAll(async () => {
    writeFileSync(join(folder, 'refuser.ts'), source)
    await build({
      entryPoints: [join(folder, 'refuser.ts')],
      outfile: bundled,
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'esm',
      sourcemap: true,
    })
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('names our sources', () => {
    const [message, thrown, called] = trace()
    expect(message).toBe('RangeError: no such thing')
    expect(thrown).toMatch(/ at \w+ \(refuser\.ts:5:9\)$/)
    expect(called).toMatch(/ at refuser\.ts:8:3$/)
  })

  it.each([
    ['damaged', '{"version":3,'],
    ['of nothing', '{"version":3,"sources":[],"names":[],"mappings":""}'],
  ])('names the bundle where its map is %s', (_, map) => {
    const whole = readFileSync(`${bundled}.map`, 'utf8')
    writeFileSync(`${bundled}.map`, map)
    const [message, thrown] = trace()
    writeFileSync(`${bundled}.map`, whole)
    expect(message).toBe('RangeError: no such thing')
    expect(thrown).toMatch(/index\.mjs:\d+:\d+\)$/)
  })
})
