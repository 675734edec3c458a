/**
 * The stack as CloudFormation gets it, and what cdk-nag says of it.
 *
 * Longer than files are here: to synthesize takes seconds, and all tests look at the same few templates.
 */
import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from '@jest/globals'
import { Stack, Validations } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import * as iam from 'aws-cdk-lib/aws-iam'
import { AwsSolutionsChecks } from 'cdk-nag'
import * as z from 'zod'
import { Copydesk } from '../../cdk/copydesk.ts'
import type { CopydeskProps } from '../../cdk/copydesk-props.ts'
import { findLoops, stepsOf } from './find-loops.ts'
import { allSources, asText, newApp, ofType, synthesize } from './synthesize.ts'

const plain = synthesize()
const full = synthesize({ sources: allSources, alarmEmail: 'desk@example.org' })
const domain = {
  domainName: 'news.example.org',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0f-1',
}
const withBucket = synthesize({ inboxBucketName: 'given-bucket', ...domain })

/** Deployed stacks have these: another name for one of them takes its data away. */
const holdsData = {
  CopydeskBucketsContentD31F88AC: 'AWS::S3::Bucket',
  CopydeskBucketsInbox6C6648EF: 'AWS::S3::Bucket',
}
const holdsMessages = [
  'CopydeskExtractDeadLetters',
  'CopydeskExtractQueue',
  'CopydeskIngestDeadLetters',
  'CopydeskIngestQueue',
  'CopydeskPublishDeadLetters',
  'CopydeskPublishQueue',
]

describe('what holds data', () => {
  it('keeps its logical ids from version to version', () => {
    const types = ['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::SSM::Parameter', 'AWS::KMS::Key']
    const found = types.flatMap(type => ofType(full, type).map(([id]) => [id, type]))
    expect(Object.fromEntries(found)).toEqual(holdsData)
    const queues = ofType(full, 'AWS::SQS::Queue').map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))
    expect(queues.sort()).toEqual(holdsMessages)
  })

  it('outlives the stack', () => {
    for (const id of Object.keys(holdsData)) {
      expect(full.resources[id]).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' })
    }
  })

  it.each(Object.keys(holdsData))('%s is private, encrypted, versioned and tells EventBridge', id => {
    expect(full.resources[id]?.Properties).toMatchObject({
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      BucketEncryption: expect.anything(),
      VersioningConfiguration: { Status: 'Enabled' },
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    })
  })

  it('is spoken to over TLS alone', () => {
    full.template.resourcePropertiesCountIs(
      'AWS::S3::BucketPolicy',
      {
        PolicyDocument: {
          Statement: Match.arrayWith([
            Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
          ]),
        },
      },
      2,
    )
  })

  it('never lets articles and overrides expire', () => {
    const rules = z
      .object({ LifecycleConfiguration: z.object({ Rules: z.array(z.looseObject({})) }) })
      .parse(full.resources.CopydeskBucketsInbox6C6648EF?.Properties).LifecycleConfiguration.Rules
    const expiring = rules.filter(rule => 'ExpirationInDays' in rule).map(({ Prefix }) => Prefix)
    expect(expiring).toEqual(['incoming/', 'rejected/', 'awake/'])
  })
})

describe('loops', () => {
  it.each([
    ['with nothing set', plain],
    ['with sources', full],
    ['over a given bucket', withBucket],
  ])('%s, no function may write what triggers it', (_, synthesized) => {
    const opened = [...stepsOf(synthesized).values()].filter(({ opensAt }) => opensAt.length > 0)
    expect(opened.length).toBe(3)
    for (const { writes } of opened) expect(writes.length).toBeGreaterThan(0)
    expect(findLoops(synthesized)).toEqual([])
  })

  it.each([
    ['its own trigger', 'articles/7*'],
    ['the whole bucket', '*'],
    ['what triggers the one before it', 'incoming/*'],
  ])('are noticed: a grant of %s', (_, keys) => {
    const broken = synthesize(
      {},
      {
        change: stack => {
          const { doors, buckets } = stack.copydesk
          const resources = [buckets.inbox.arnForObjects(keys)]
          doors.extract.fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['s3:PutObject'], resources }))
        },
      },
    )
    expect(findLoops(broken)).toContainEqual(expect.stringMatching(/^CopydeskExtract/))
  })
})

describe('functions', () => {
  const workers = ofType(full, 'AWS::Lambda::Function').filter(([id]) => id.startsWith('Copydesk'))

  it.each(workers)('%s is arm64 on Node 24, traced, with a log of its own that ends', (_, { Properties }) => {
    expect(Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      TracingConfig: { Mode: 'Active' },
    })
    const { LogGroup } = z.object({ LogGroup: z.unknown() }).parse(Properties.LoggingConfig)
    expect(full.resources[asText(LogGroup)]?.Properties).toMatchObject({ RetentionInDays: 30 })
  })

  it.each(Object.entries(plain.stack.copydesk.doors))(
    '%s has time to fail and fails one message at a time',
    (_, door) => {
      const { stack } = plain
      const queue = plain.resources[asText(stack.resolve(door.queue.queueArn))]?.Properties
      const { Timeout } = z
        .object({ Timeout: z.number() })
        .parse(plain.resources[asText(stack.resolve(door.fn.functionArn))]?.Properties)
      expect(queue?.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Timeout)
      expect(queue).toMatchObject({ RedrivePolicy: { maxReceiveCount: 5 }, SqsManagedSseEnabled: true })
      plain.template.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: stack.resolve(door.queue.queueArn),
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      })
    },
  )

  it('read the secrets that they need, by name, and no other', () => {
    const secretsOf = (role: string): string[] =>
      ofType(full, 'AWS::IAM::Policy')
        .filter(([id]) => id.includes(role))
        .flatMap(([, { Properties }]) => JSON.stringify(Properties).match(/secret:[^"]*/g) ?? [])
    const all = [...JSON.stringify(full.template.toJSON()).matchAll(/:secret:copydesk/g)]
    expect(secretsOf('WebhooksWorker')).toEqual([
      'secret:copydesk/blog-??????',
      'secret:copydesk/site-??????',
      'secret:copydesk/site-next-??????',
    ])
    expect(secretsOf('IngestWorker')).toEqual(['secret:copydesk/site-token-??????'])
    expect(all).toHaveLength(4)
  })

  it('know where each source publishes, and how it is read', () => {
    full.template.hasResourceProperties('AWS::Lambda::Function', {
      Environment: { Variables: Match.objectLike({ HOME_REGIONS: '{"blog":"IE","wire":"US"}' }) },
    })
    full.template.resourcePropertiesCountIs(
      'AWS::Lambda::Function',
      {
        Environment: { Variables: Match.objectLike({ SOURCES_FILE: '/opt/sources.json' }) },
        Layers: Match.anyValue(),
      },
      2,
    )
  })
})

describe('webhooks', () => {
  it('are taken, throttled and logged where a source has one', () => {
    full.template.hasResourceProperties('AWS::ApiGatewayV2::Route', { RouteKey: 'ANY /in/{source}' })
    full.template.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: Match.anyValue(),
    })
    full.template.hasOutput('WebhookUrl', {})
  })

  it('have no door where nothing knocks', () => {
    plain.template.resourceCountIs('AWS::ApiGatewayV2::Api', 0)
    expect(plain.template.findOutputs('WebhookUrl')).toEqual({})
  })
})

describe('the public side', () => {
  it('answers for the domain that it is given', () => {
    withBucket.template.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: Match.objectLike({
        Aliases: ['news.example.org'],
        ViewerCertificate: {
          AcmCertificateArn: domain.certificateArn,
          MinimumProtocolVersion: 'TLSv1.2_2021',
          SslSupportMethod: 'sni-only',
        },
      }),
    })
    withBucket.template.hasOutput('FeedUrl', { Value: 'https://news.example.org/feeds/latest.json' })
  })

  const uriOf = (uri: string): unknown => {
    const [[, gate] = []] = ofType(plain, 'AWS::CloudFront::Function')
    const code = `${String(gate?.Properties.FunctionCode)}; JSON.stringify(handler({ request: { uri: ${JSON.stringify(uri)} } }))`
    return JSON.parse(String(runInNewContext(code)))
  }

  it.each(['/articles/a/article.json', '/feeds/latest.json', '/schema/v1/quote.json'])(
    'lets %s through',
    uri => {
      expect(uriOf(uri)).toEqual({ uri })
    },
  )

  it.each([
    '/',
    '',
    '/index/2031-03-04/a.json',
    '/publishing/turn.json',
    '/reprocessing/a/manifest.json',
    '/Articles/x',
    '//articles/x',
  ])('answers %j with 404 and JSON', uri => {
    const answer = z.object({ statusCode: z.number(), body: z.string() }).parse(uriOf(uri))
    expect(answer.statusCode).toBe(404)
    expect(JSON.parse(answer.body)).toMatchObject({ problems: [{ code: 'not-found' }] })
  })

  const atTheEdge = (comment: string, event: object): unknown => {
    const edge = ofType(plain, 'AWS::CloudFront::Function').find(([, { Properties }]) =>
      JSON.stringify(Properties.FunctionConfig).includes(comment),
    )
    const code = `${String(edge?.[1].Properties.FunctionCode)}; JSON.stringify(handler(${JSON.stringify(event)}))`
    return JSON.parse(String(runInNewContext(code)))
  }

  it('lets a page of another origin ask with If-None-Match', () => {
    const request = { method: 'OPTIONS', uri: '/feeds/latest.json' }
    expect(atTheEdge('public paths', { request })).toMatchObject({
      statusCode: 204,
      headers: {
        'access-control-allow-origin': { value: '*' },
        'access-control-allow-headers': { value: '*' },
      },
    })
  })

  it.each([
    ['/feeds/latest.json', 'application/feed+json'],
    ['/feeds/index.json', 'application/json; charset=utf-8'],
    ['/feeds/places.geojson', 'application/geo+json'],
    ['/articles/a/article.jsonld', 'application/ld+json'],
    ['/articles/a/article.json', 'as stored'],
  ])('serves %s as %s', (uri, value) => {
    const response = { headers: { 'content-type': { value: 'as stored' } } }
    expect(atTheEdge('served types', { request: { uri }, response })).toEqual({
      headers: { 'content-type': { value } },
    })
  })
})

describe('alarms', () => {
  const guide = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8')
  const alarms = ofType(full, 'AWS::CloudWatch::Alarm')

  it.each(alarms)('%s tells a person, who finds what to do', (_, { Properties }) => {
    expect(Properties.AlarmActions).toHaveLength(1)
    const heading = /See docs\/operations\.md, "([^"]+)"\.$/.exec(String(Properties.AlarmDescription))?.[1]
    expect(guide).toContain(`\n### ${heading}\n`)
  })

  it('sends them to the address that it is given', () => {
    full.template.hasResourceProperties('AWS::SNS::Subscription', {
      Endpoint: 'desk@example.org',
      Protocol: 'email',
    })
    plain.template.resourceCountIs('AWS::SNS::Subscription', 0)
  })
})

describe('the stack', () => {
  const choices: readonly (readonly [string, CopydeskProps])[] = [
    ['nothing set', {}],
    ['everything set', { sources: allSources, alarmEmail: 'desk@example.org', ...domain }],
    ['a given bucket', { inboxBucketName: 'given-bucket' }],
  ]
  it.each(choices)('is clean under cdk-nag with %s', (_, props) => {
    const { app } = synthesize(props)
    const { violations } = new AwsSolutionsChecks(app).validateScope(app)
    expect(violations.map(({ ruleName, violatingResources }) => [ruleName, violatingResources])).toEqual([])
  })

  it('gives a reason for every finding that it means', () => {
    const reasons = full.app.node
      .findAll()
      .flatMap(({ node }) =>
        node.metadata.filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY),
      )
      .flatMap(({ data }) => Object.values(z.record(z.string(), z.string()).parse(data)))
    expect(reasons.length).toBeGreaterThan(10)
    for (const reason of reasons) expect(reason.length).toBeGreaterThan(20)
  })

  it('makes no bucket of its own where one is given', () => {
    expect(ofType(withBucket, 'AWS::S3::Bucket').map(([id]) => id)).toEqual([
      'CopydeskBucketsContentD31F88AC',
    ])
    withBucket.template.hasOutput('InboxBucket', { Value: 'given-bucket' })
  })

  it('stands twice in one account, with metrics of its own', () => {
    const stack = new Stack(newApp(), 'Newsroom')
    new Copydesk(stack, 'Morning')
    new Copydesk(stack, 'Evening')
    const services = Object.values(
      Template.fromStack(stack).findResources('AWS::CloudWatch::Alarm', {
        Properties: { MetricName: 'FeedsPublished' },
      }),
    ).map(({ Properties }) => Properties.Dimensions)
    expect(services).toEqual([
      [{ Name: 'service', Value: expect.stringMatching(/^NewsroomMorning/) }],
      [{ Name: 'service', Value: expect.stringMatching(/^NewsroomEvening/) }],
    ])
  })

  it('is the one that was last looked at', () => {
    const template = JSON.stringify(full.template.toJSON(), null, 1).replace(/[0-9a-f]{64}/g, 'HASH')
    expect(JSON.parse(template)).toMatchSnapshot()
  })
})
