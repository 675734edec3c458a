/**
 * Where documents lie: the inbox, private and versioned; the content, read through CloudFront alone.
 * Both hold data, so both outlive the stack.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as s3 from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { prefixes } from '../functions/keys.ts'
import { acknowledge } from './acknowledge.ts'

const house = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  encryption: s3.BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
  versioned: true,
  removalPolicy: RemovalPolicy.RETAIN,
} as const

export interface BucketsProps {
  readonly inboxRetentionDays: number
  readonly inboxBucketName?: string | undefined
}

export class Buckets extends Construct {
  /** Either kind: aws-cdk-lib's Bucket is no IBucket under exactOptionalPropertyTypes. */
  readonly inbox: s3.Bucket | s3.IBucket
  readonly content: s3.Bucket

  constructor(scope: Construct, id: string, { inboxRetentionDays, inboxBucketName }: BucketsProps) {
    super(scope, id)
    this.inbox = inboxBucketName
      ? s3.Bucket.fromBucketName(this, 'Inbox', inboxBucketName)
      : this.addBucket('Inbox', inboxRules(inboxRetentionDays))
    this.content = this.addBucket('Content', [
      {
        // feeds are written over all day long; an old one can be rebuilt from the index
        id: 'old-versions',
        noncurrentVersionExpiration: Duration.days(7),
        expiredObjectDeleteMarker: true,
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ])
  }

  private addBucket(id: string, lifecycleRules: s3.LifecycleRule[]): s3.Bucket {
    const bucket = new s3.Bucket(this, id, { ...house, lifecycleRules })
    const resource = bucket.node.defaultChild
    // Said in CloudFormation's own words: Bucket's eventBridgeEnabled brings a function along that does the same.
    if (resource instanceof s3.CfnBucket) {
      resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } }
    }
    acknowledge(bucket, {
      'AwsSolutions-S1':
        'Access logs of S3 come late and incomplete; who needs a record of access turns on data events of CloudTrail.',
    })
    return bucket
  }
}

const inboxRules = (days: number): s3.LifecycleRule[] => [
  { id: 'deliveries', prefix: prefixes.inbox.incoming, expiration: Duration.days(days) },
  { id: 'rejected', prefix: prefixes.inbox.rejected, expiration: Duration.days(days) },
  // read at once; kept for a week for whoever looks
  { id: 'awake', prefix: prefixes.inbox.awake, expiration: Duration.days(7) },
  {
    id: 'old-versions',
    noncurrentVersionExpiration: Duration.days(days),
    expiredObjectDeleteMarker: true,
    abortIncompleteMultipartUploadAfter: Duration.days(1),
  },
]
