/**
 * Reads the whole archive again with the present engine: a Step Functions Distributed Map, whose definition is in
 * functions/reprocessing/state-machine.ts, and the function that it calls. Costs nothing until somebody starts it.
 *
 *   aws stepfunctions start-execution --state-machine-arn ARN --input '{"isDryRun": true}'
 */
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as logs from 'aws-cdk-lib/aws-logs'
import type * as s3 from 'aws-cdk-lib/aws-s3'
import * as sfn from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { prefixes } from '../functions/keys.ts'
import { reprocessingStateMachine } from '../functions/reprocessing/state-machine.ts'
import { acknowledge, acknowledgeResources } from './acknowledge.ts'
import { Worker, type WorkerProps } from './worker.ts'

export interface ReprocessingProps
  extends Omit<WorkerProps, 'description' | 'memoryMegabytes' | 'timeout' | 'layers'> {
  readonly inbox: Pick<s3.IBucket, 'bucketName' | 'bucketArn' | 'arnForObjects'>
  readonly maxConcurrency: number
}

export class Reprocessing extends Construct {
  readonly worker: Worker
  readonly stateMachine: sfn.StateMachine

  constructor(scope: Construct, id: string, props: ReprocessingProps) {
    super(scope, id)
    this.worker = new Worker(this, 'Worker', {
      ...props,
      description: 'Copydesk: articles of the archive read again, or told what would change',
      // as extract
      memoryMegabytes: 1_024,
      // a batch of 25 one after the other; an express workflow around it may last five minutes, tries included
      timeout: Duration.seconds(120),
    })
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('states.amazonaws.com'),
      description: 'Copydesk: lists the archive, calls reprocess, writes the manifest',
    })
    this.stateMachine = new sfn.StateMachine(this, 'StateMachine', {
      comment: 'Copydesk: reads the archive again with the present engine',
      definitionBody: sfn.DefinitionBody.fromString(
        Stack.of(this).toJsonString(
          reprocessingStateMachine({
            inboxBucket: props.inbox.bucketName,
            functionArn: this.worker.fn.functionArn,
            maxConcurrency: props.maxConcurrency,
          }),
        ),
      ),
      role,
      tracingEnabled: true,
      logs: {
        destination: new logs.LogGroup(this, 'RunLog', { retention: props.logRetention }),
        level: sfn.LogLevel.ALL,
        includeExecutionData: false,
      },
    })
    acknowledge(role, {
      'AwsSolutions-IAM5[Resource::*]':
        'Log deliveries and X-Ray know no resources: they can be allowed on * only.',
    })
    this.grantRun(role, props)
  }

  private grantRun(role: iam.Role, { inbox }: ReprocessingProps): void {
    this.worker.fn.grantInvoke(role)
    acknowledgeResources(role, [`${this.worker.fn.functionArn}:*`], 'Versions of its own function.')
    const results = inbox.arnForObjects(`${prefixes.inbox.reprocessing}*`)
    const executions = this.executions()
    const allow = (actions: string[], resources: string[], conditions = {}): iam.PolicyStatement =>
      new iam.PolicyStatement({ actions, resources, conditions })
    // A policy of its own: the state machine names the role, so that the role's own policy must not name the machine.
    const policy = new iam.Policy(this, 'Run', {
      statements: [
        allow(['s3:ListBucket'], [inbox.bucketArn], {
          StringLike: { 's3:prefix': [`${prefixes.inbox.articles}*`] },
        }),
        allow(
          ['s3:PutObject', 's3:GetObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'],
          [results],
        ),
        allow(['states:StartExecution'], [this.stateMachine.stateMachineArn]),
        allow(['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'], [executions]),
      ],
    })
    policy.attachToRole(role)
    acknowledgeResources(policy, [results], 'All results of its runs, and nothing else.')
    acknowledgeResources(
      policy,
      [executions],
      'The runs of this state machine, whose names are made up as they start.',
    )
  }

  /** Arn of every run of the machine and of the batches in it. */
  private executions(): string {
    return Stack.of(this).formatArn({
      service: 'states',
      resource: 'execution',
      resourceName: `${this.stateMachine.stateMachineName}*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    })
  }
}
