/**
 * What lies in the content bucket whether or not an article ever came: the JSON Schemas, and the answer for what is not
 * there. Put there by CDK's own deployment function; nothing is taken away again, since addresses of schemas are for good.
 */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Duration } from 'aws-cdk-lib'
import { Policy } from 'aws-cdk-lib/aws-iam'
import type * as logs from 'aws-cdk-lib/aws-logs'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type * as s3 from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { acknowledge, acknowledgePolicy } from './acknowledge.ts'
import { builtPreview } from './bundled-functions.ts'

export interface StandingDocumentsProps {
  readonly content: s3.Bucket
  readonly logRetention: logs.RetentionDays
  /** Whether the desk's page is among them. */
  readonly preview: boolean
}

/** Where CloudFront finds what it says instead of S3's 404. */
export const notFoundPath = '/schema/not-found.json'
/** The shape of every other problem we tell of. */
export const notFound = {
  problems: [
    {
      code: 'not-found',
      path: '',
      message: 'There is no such document. See /feeds/index.json for what is here.',
    },
  ],
}

export class StandingDocuments extends Construct {
  constructor(scope: Construct, id: string, { content, logRetention, preview }: StandingDocumentsProps) {
    super(scope, id)
    const logGroup = new LogGroup(this, 'Log', { retention: logRetention })
    const deployment = new BucketDeployment(this, 'Schema', {
      // `as`: aws-cdk-lib's own Bucket is no IBucket under exactOptionalPropertyTypes
      destinationBucket: content as s3.IBucket,
      destinationKeyPrefix: 'schema/',
      sources: [Source.asset(schemaFolder()), Source.jsonData('not-found.json', notFound)],
      prune: false,
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.hours(1))],
      logGroup,
    })
    acknowledgeHandler(deployment)
    if (!preview) return
    new BucketDeployment(this, 'Preview', {
      destinationBucket: content as s3.IBucket, // `as`: see above
      destinationKeyPrefix: 'preview/',
      sources: [Source.asset(builtPreview(this.node))],
      prune: false,
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.minutes(5))],
      logGroup,
    })
  }
}

const written = 'Written by aws-cdk-lib for its deployment function, which runs during a deployment only.'

const acknowledgeHandler = ({ handlerRole }: BucketDeployment): void => {
  acknowledge(handlerRole.node.scope ?? handlerRole, { 'AwsSolutions-L1': written })
  acknowledge(handlerRole, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]':
      written,
  })
  const policy = handlerRole.node.tryFindChild('DefaultPolicy')
  if (policy instanceof Policy) acknowledgePolicy(policy, written)
}

/** Beside the checkout's cdk/, or at the root of the package that dist/cdk/ lies in. */
const schemaFolder = (): string => {
  const places = ['../schema', '../../schema'].map(place => fileURLToPath(new URL(place, import.meta.url)))
  const found = places.find(place => existsSync(`${place}/v1`))
  if (!found) throw new Error('Copydesk: the folder of JSON Schemas, schema/v1, is not there')
  return found
}
