/**
 * Least privilege: each door may read and write the prefixes that functions/doors.ts lists for it, and nothing else.
 *
 * Listing is granted with a prefix condition, because without it S3 answers 403 and not 404 for a key that is not there.
 */
import * as iam from 'aws-cdk-lib/aws-iam'
import type * as s3 from 'aws-cdk-lib/aws-s3'
import type { Bucket, Door } from '../functions/doors.ts'
import { acknowledgeResources } from './acknowledge.ts'
import type { Worker } from './worker.ts'

/** What a grant needs to know of a bucket. */
type GrantedBucket = Pick<s3.IBucket, 'bucketArn' | 'arnForObjects'>

const bucketNames = ['inbox', 'content'] as const satisfies readonly Bucket[]

/** Reading with listing; writing with taking away, as the table of doors says. */
export const grantDoor = (
  worker: Worker,
  buckets: Readonly<Record<Bucket, GrantedBucket>>,
  door: Door,
): void => {
  for (const name of bucketNames) {
    const bucket = buckets[name]
    const allow = (actions: readonly string[], prefixes: readonly string[]): void => {
      if (prefixes.length === 0) return
      const resources = prefixes.map(prefix => bucket.arnForObjects(`${prefix}*`))
      worker.fn.grantPrincipal.addToPrincipalPolicy(
        new iam.PolicyStatement({ actions: [...actions], resources }),
      )
      acknowledgeResources(worker, resources, 'All objects under the prefix that is its own, and no other.')
    }
    allow(['s3:GetObject'], door.reads[name])
    allow(['s3:PutObject', 's3:DeleteObject'], door.writes[name])
    if (door.reads[name].length === 0) continue
    worker.fn.grantPrincipal.addToPrincipalPolicy(
      new iam.PolicyStatement({
        actions: ['s3:ListBucket'],
        resources: [bucket.bucketArn],
        conditions: { StringLike: { 's3:prefix': door.reads[name].map(prefix => `${prefix}*`) } },
      }),
    )
  }
}
