import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { RootConstruct } from 'constructs'
import { parseProps } from '../../cdk/copydesk-props.ts'
import { propsFromContext } from '../../cdk/props-from-context.ts'

const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/0f-1'

const wrong: readonly (readonly [string, unknown])[] = [
  ['feedTitle', { feedTitle: '' }],
  ['feedTitle', { feedTitle: 7 }],
  ['alarmEmail', { alarmEmail: 'nobody' }],
  ['feedWindowDays', { feedWindowDays: 0 }],
  ['feedWindowDays', { feedWindowDays: 1.5 }],
  ['feedWindowDays', { feedWindowDays: 10_000 }],
  ['logRetentionDays', { logRetentionDays: 31 }],
  ['inboxRetentionDays', { inboxRetentionDays: -1 }],
  ['publishFullText', { publishFullText: 'yes' }],
  ['domainName', { domainName: 'https://news.example.org/', certificateArn }],
  ['certificateArn', { domainName: 'news.example.org' }],
  ['domainName', { certificateArn }],
  [
    'certificateArn',
    { domainName: 'news.example.org', certificateArn: certificateArn.replace('us-east-1', 'eu-west-1') },
  ],
  ['inboxBucketName', { inboxBucketName: 'My_Bucket' }],
  ['extractConcurrency', { extractConcurrency: 1 }],
  ['staleMinutes', { staleMinutes: 0 }],
  ['webhooksPerSecond', { webhooksPerSecond: 0 }],
  ['sources.blog.secrets', { sources: { blog: { kind: 'ghost', secrets: [] } } }],
  ['sources.blog.secrets', { sources: { blog: { kind: 'ghost', secrets: ['*'] } } }],
  ['sources.blog.kind', { sources: { blog: { kind: 'typewriter', secrets: ['a'] } } }],
  ['sources.site.fetch', { sources: { site: { kind: 'storyblok', secrets: ['a'] } } }],
  ['sources', { sources: [] }],
  ['feedTitel', { feedTitel: 'The Calder Post' }],
]

describe('props', () => {
  it.each(wrong)('a wrong %s is an error that names it', (name, props) => {
    const [first, ...rest] = name.split('.')
    const named = new RegExp([first, ...rest].join('[.]'))
    expect(() => parseProps(props)).toThrow(/Copydesk: wrong props/)
    expect(() => parseProps(props)).toThrow(named)
  })

  it('tells every wrong one at once, and what it got', () => {
    expect(() => parseProps({ feedWindowDays: 0, staleMinutes: 'soon' })).toThrow(
      /feedWindowDays: .*got 0.*\n.*staleMinutes: .*got "soon"/,
    )
  })

  it('has a default for everything', () => {
    expect(parseProps({})).toEqual({
      sources: {},
      webhooksPerSecond: 50,
      feedTitle: 'Copydesk',
      feedWindowDays: 7,
      logRetentionDays: 30,
      inboxRetentionDays: 90,
      publishFullText: true,
      preview: false,
      extractConcurrency: 20,
      staleMinutes: 15,
    })
  })
})

const contextOf = (context: Record<string, unknown>) => {
  const root = new RootConstruct('app')
  for (const [name, value] of Object.entries(context)) root.node.setContext(name, value)
  return propsFromContext(root.node)
}

describe('props from the command line', () => {
  it('reads numbers, claims and texts', () => {
    const props = contextOf({ feedWindowDays: '30', publishFullText: 'false', feedTitle: 'The Calder Post' })
    expect(props).toMatchObject({ feedWindowDays: 30, publishFullText: false, feedTitle: 'The Calder Post' })
  })

  it('reads sources from JSON, from cdk.json and from a file', () => {
    const sources = { blog: { kind: 'ghost', secrets: ['copydesk/blog'] } }
    const file = join(mkdtempSync(join(tmpdir(), 'copydesk-')), 'sources.json')
    writeFileSync(file, JSON.stringify(sources))
    for (const given of [sources, JSON.stringify(sources), file]) {
      expect(contextOf({ sources: given }).sources).toEqual(sources)
    }
  })

  it.each([
    ['sources', 'nowhere.json'],
    ['sources', '{"blog":'],
    ['feedWindowDays', 'a week'],
    ['publishFullText', 'no'],
  ])('a wrong %s (%s) is an error that names it', (name, value) => {
    expect(() => contextOf({ [name]: value })).toThrow(new RegExp(`wrong props\\s+${name}`))
  })

  it('leaves context of others alone', () => {
    expect(contextOf({ '@aws-cdk/core:something': true, color: 'red' })).toEqual(parseProps({}))
  })
})
