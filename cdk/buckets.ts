/**
 * Where documents lie: the inbox, private and versioned; the content, read through CloudFront alone.
 * Both hold data, so both outlive the stack.
 */
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import * as s3 from 'aws-cdk-lib/aws-s3'
import { Construct } from 'constructs'
import { prefixes } from '../functions/keys.ts'

const house = {
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  encryption: s3.BucketEncryption.S3_MANAGED,
  enforceSSL: true,
  minimumTLSVersion: 1.2,
  objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
  eventBridgeEnabled: true,
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
      : new s3.Bucket(this, 'Inbox', {
          ...house,
          versioned: true,
          lifecycleRules: inboxRules(inboxRetentionDays),
        })
    this.content = new s3.Bucket(this, 'Content', {
      ...house,
      versioned: true,
      lifecycleRules: [
        {
          // feeds are written over all day long; an old one can be rebuilt from the index
          id: 'old-versions',
          noncurrentVersionExpiration: Duration.days(7),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
      ],
    })
  }
}

const inboxRules = (days: number): s3.LifecycleRule[] => [
  { id: 'deliveries', prefix: prefixes.inbox.incoming, expiration: Duration.days(days) },
  { id: 'rejected', prefix: prefixes.inbox.rejected, expiration: Duration.days(days) },
  {
    id: 'old-versions',
    noncurrentVersionExpiration: Duration.days(days),
    abortIncompleteMultipartUploadAfter: Duration.days(1),
  },
]
