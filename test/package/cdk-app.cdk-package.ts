/**
 * The construct as somebody else has it: the tarball installed into an empty CDK app, which is synthesized. Slow (it
 * builds and installs), so it is not among `npm test`: npm run test:cdk-package.
 */
import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

const root = resolve(import.meta.dirname ?? '.', '../..')
const project = mkdtempSync(join(tmpdir(), 'copydesk-cdk-app-'))
const runFile = promisify(execFile)

const run = async (command: string, args: readonly string[], folder = project): Promise<string> => {
  // What jest sets for itself must not reach the programs of others.
  const { NODE_OPTIONS: _, ...env } = process.env
  const { stdout } = await runFile(command, [...args], { cwd: folder, env, maxBuffer: 64_000_000 })
  return stdout
}

const synthesize = async (props: string): Promise<string> => {
  writeFileSync(
    join(project, 'app.mjs'),
    `import { App, Stack } from 'aws-cdk-lib'
import { Copydesk } from 'copydesk/cdk'
const app = new App({ outdir: 'cdk.out' })
const stack = new Stack(app, 'Newsroom')
new Copydesk(stack, 'Copydesk', ${props})
const { template } = app.synth().getStackByName('Newsroom')
const types = Object.values(template.Resources).map(({ Type }) => Type)
console.log(JSON.stringify(types.filter(type => type === 'AWS::Lambda::Function' || type === 'AWS::S3::Bucket')))`,
  )
  return run('node', ['app.mjs'])
}

beforeAll(async () => {
  await run('npm', ['run', '--silent', 'build'], root)
  const packed = await run(
    'npm',
    ['pack', '--silent', '--ignore-scripts', '--pack-destination', project],
    root,
  )
  writeFileSync(join(project, 'package.json'), '{ "name": "app", "private": true, "type": "module" }')
  const tarball = `./${packed.trim().split('\n').at(-1)}`
  const cdk = ['aws-cdk-lib@2.276.0', 'constructs@10.8.1']
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball, ...cdk])
}, 400_000)
afterAll(() => rmSync(project, { recursive: true, force: true }))

describe('the construct in an empty CDK app', () => {
  it('is synthesized with the bundles of the package', async () => {
    const types: string[] = JSON.parse(await synthesize(`{ feedTitle: 'The Calder Post' }`))
    // ours, and aws-cdk-lib's own for the standing documents
    expect(types.filter(type => type === 'AWS::Lambda::Function')).toHaveLength(6)
    expect(types.filter(type => type === 'AWS::S3::Bucket')).toHaveLength(2)
  })

  it('gives the functions that read articles the data that the package ships once', () => {
    const assets = readdirSync(join(project, 'cdk.out')).filter(name => name.startsWith('asset.'))
    const carried = assets
      .map(name => join(project, 'cdk.out', name, 'packed'))
      .filter(folder => existsSync(folder))
      .map(folder => readdirSync(folder).sort())
    expect(carried).toEqual(Array(2).fill(['gazetteer.bin', 'syntax.bin', 'tagger.bin'])) // extract, reprocess
  })

  it('names a prop that is wrong', async () => {
    await expect(synthesize('{ feedWindowDays: 0 }')).rejects.toThrow(/feedWindowDays/)
  })
})
