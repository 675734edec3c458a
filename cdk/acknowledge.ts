/**
 * Says of a cdk-nag finding that it is meant, and why, at the construct that it speaks of. Written with aws-cdk-lib
 * alone, so that an app which looks at itself with cdk-nag finds the reasons without a word of its own.
 */
import { Stack, Validations } from 'aws-cdk-lib'
import type { Policy } from 'aws-cdk-lib/aws-iam'
import type { IConstruct } from 'constructs'
import * as z from 'zod'

/** Rule, as cdk-nag names it ("AwsSolutions-S1"), to the reason. */
export const acknowledge = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void => {
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })))
}

/** Each wildcard in a policy is a finding of its own: 'AwsSolutions-IAM5[Resource::<InboxA1B2.Arn>/articles/*]'. */
export const acknowledgeResources = (
  construct: IConstruct,
  resources: readonly string[],
  reason: string,
): void => {
  const named = resources.map(resource => flatten(Stack.of(construct).resolve(resource)))
  acknowledge(
    construct,
    Object.fromEntries(named.map(name => [`AwsSolutions-IAM5[Resource::${name}]`, reason])),
  )
}

/** Every wildcard of a policy as it stands, for one that is not ours to write. */
export const acknowledgePolicy = (policy: Policy, reason: string): void => {
  const { Statement: statements } = Statements.parse(Stack.of(policy).resolve(policy.document))
  const findings = statements.flatMap(({ Action: actions, Resource: resources }) => [
    ...[actions].flat().map(action => `Action::${action}`),
    ...[resources].flat().map(resource => `Resource::${flatten(resource)}`),
  ])
  const wild = findings.filter(finding => finding.includes('*'))
  acknowledge(policy, Object.fromEntries(wild.map(finding => [`AwsSolutions-IAM5[${finding}]`, reason])))
}

const Statements = z.object({
  Statement: z.array(z.object({ Action: z.union([z.string(), z.array(z.string())]), Resource: z.unknown() })),
})

/** A resolved reference as cdk-nag writes it: {"Fn::GetAtt":["A","Arn"]} -> <A.Arn>, {"Ref":"A"} -> <A>. */
const flatten = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return ''
  if ('Ref' in value) return `<${String(value.Ref)}>`
  if ('Fn::GetAtt' in value && Array.isArray(value['Fn::GetAtt'])) return `<${value['Fn::GetAtt'].join('.')}>`
  if ('Fn::Sub' in value) return String(value['Fn::Sub']).replace(/\$\{([^{}]*)\}/g, '<$1>')
  if (!('Fn::Join' in value) || !Array.isArray(value['Fn::Join'])) return ''
  const [separator, parts]: unknown[] = value['Fn::Join']
  return Array.isArray(parts) ? parts.map(flatten).join(String(separator)) : ''
}
