import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { Validations } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { AwsSolutionsChecks } from 'cdk-nag'
import { previewContext } from '../../cdk/bundled-functions.ts'
import { CopydeskStack } from '../../cdk/copydesk-stack.ts'
import { newApp, synthesize } from './synthesize.ts'

const page = mkdtempSync(join(tmpdir(), 'copydesk-preview-'))
mkdirSync(join(page, 'page'))
writeFileSync(join(page, 'index.html'), '<!doctype html><title>page</title>')

describe('the page in the stack', () => {
  const app = newApp({ [previewContext]: page })
  const stack = new CopydeskStack(app, 'CopydeskStack', { preview: true })
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app))
  const template = Template.fromStack(stack)

  it('is put under preview/ and told in the outputs', () => {
    template.hasResourceProperties('Custom::CDKBucketDeployment', { DestinationBucketKeyPrefix: 'preview/' })
    expect(Object.keys(template.toJSON().Outputs)).toContain('PreviewUrl')
  })

  it('may run its own script and nothing else, where documents may run nothing', () => {
    template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: { CacheBehaviors: [Match.objectLike({ PathPattern: '/preview/*' })] },
    })
    const policies = Object.values(template.findResources('AWS::CloudFront::ResponseHeadersPolicy')).map(
      policy => JSON.stringify(policy).match(/"ContentSecurityPolicy":"([^"]+)"/)?.[1],
    )
    expect(policies).toEqual(
      expect.arrayContaining([
        expect.stringContaining("script-src 'self'"),
        "default-src 'none'; frame-ancestors 'none'",
      ]),
    )
    expect(policies.join()).not.toMatch(/unsafe|\*/)
  })

  it('is clean for cdk-nag', () => {
    expect(() => app.synth()).not.toThrow()
  })

  it('is not there unless it is asked for', () => {
    const plain = synthesize().template
    expect(Object.keys(plain.toJSON().Outputs)).not.toContain('PreviewUrl')
    plain.resourceCountIs('Custom::CDKBucketDeployment', 1)
  })

  it('says what to run where the page was not built', () => {
    const bare = newApp({ [previewContext]: join(page, 'nowhere') })
    expect(() => new CopydeskStack(bare, 'S', { preview: true })).toThrow('npm run bundle')
  })
})
