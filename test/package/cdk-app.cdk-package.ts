/**
 * The construct as somebody else has it: the tarball installed into an empty CDK app, which is synthesized. Slow (it
 * builds and installs), so it is not among `npm test`: npm run test:cdk-package.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openEmptyProject } from './empty-project.ts'

const project = openEmptyProject('cdk-app')

const synthesize = async (props: string): Promise<string> => {
  project.write(
    'app.mjs',
    `import { App, Stack } from 'aws-cdk-lib'
import { Copydesk } from 'copydesk/cdk'
const app = new App({ outdir: 'cdk.out' })
const stack = new Stack(app, 'Newsroom')
new Copydesk(stack, 'Copydesk', ${props})
const { template } = app.synth().getStackByName('Newsroom')
const types = Object.values(template.Resources).map(({ Type }) => Type)
console.log(JSON.stringify(types.filter(type => type === 'AWS::Lambda::Function' || type === 'AWS::S3::Bucket')))`,
  )
  return project.run('node', ['app.mjs'])
}

beforeAll(() => project.install('--prefer-offline', 'aws-cdk-lib@2.276.0', 'constructs@10.8.1'), 400_000)
afterAll(() => project.remove())

describe('the construct in an empty CDK app', () => {
  it('is synthesized with the bundles of the package', async () => {
    const types: string[] = JSON.parse(await synthesize(`{ feedTitle: 'The Calder Post' }`))
    // ours, and aws-cdk-lib's own for the standing documents
    expect(types.filter(type => type === 'AWS::Lambda::Function')).toHaveLength(6)
    expect(types.filter(type => type === 'AWS::S3::Bucket')).toHaveLength(2)
  })

  it('gives the functions that read articles the data that the package ships once', () => {
    const assets = readdirSync(join(project.folder, 'cdk.out')).filter(name => name.startsWith('asset.'))
    const carried = assets
      .map(name => join(project.folder, 'cdk.out', name, 'packed'))
      .filter(folder => existsSync(folder))
      .map(folder => readdirSync(folder).sort())
    expect(carried).toEqual(Array(2).fill(['gazetteer.bin', 'syntax.bin', 'tagger.bin'])) // extract, reprocess
  })

  it('names a prop that is wrong', async () => {
    await expect(synthesize('{ feedWindowDays: 0 }')).rejects.toThrow(/feedWindowDays/)
  })
})
