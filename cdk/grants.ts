/**
 * Least privilege, per prefix: what each door may read, write, delete and list, and nothing else.
 *
 * Listing is granted with a prefix condition, because without it S3 answers 403 and not 404 for a key that is not there.
 */
import * as iam from 'aws-cdk-lib/aws-iam'
import type * as s3 from 'aws-cdk-lib/aws-s3'

export type Right = 'read' | 'write' | 'delete'

const actions: Readonly<Record<Right, string>> = {
  read: 's3:GetObject',
  write: 's3:PutObject',
  delete: 's3:DeleteObject',
}

export const grantPrefix = (
  grantee: iam.IGrantable,
  bucket: Pick<s3.IBucket, 'bucketArn' | 'arnForObjects'>,
  prefix: string,
  rights: readonly Right[],
): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new iam.PolicyStatement({
      actions: rights.map(right => actions[right]),
      resources: [bucket.arnForObjects(`${prefix}*`)],
    }),
  )
  grantee.grantPrincipal.addToPrincipalPolicy(
    new iam.PolicyStatement({
      actions: ['s3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: { StringLike: { 's3:prefix': [`${prefix}*`] } },
    }),
  )
}
