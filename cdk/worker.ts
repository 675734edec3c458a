/**
 * A function with the house's defaults: arm64, Node 24, tracing, its own log group, and a role that may write there and
 * nowhere else until it is granted more.
 */
import type { Duration } from 'aws-cdk-lib'
import * as iam from 'aws-cdk-lib/aws-iam'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import * as logs from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { nodeOptions } from '../functions/node-options.ts'
import { acknowledge } from './acknowledge.ts'
import { functionCode } from './function-code.ts'

export interface WorkerProps {
  /** Folder of the bundle: index.mjs and the packed data. */
  readonly bundle: string
  /** What it does, in a line. */
  readonly description: string
  readonly environment: Readonly<Record<string, string>>
  readonly memoryMegabytes: number
  readonly timeout: Duration
  readonly logRetention: logs.RetentionDays
  /** What lies under /opt. */
  readonly layers?: readonly lambda.ILayerVersion[]
}

export class Worker extends Construct {
  readonly fn: lambda.Function

  constructor(scope: Construct, id: string, props: WorkerProps) {
    super(scope, id)
    const logGroup = new logs.LogGroup(this, 'Log', { retention: props.logRetention })
    // Lambda's managed policy would let it write every log of the account.
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      description: props.description,
    })
    logGroup.grantWrite(role)
    this.fn = new lambda.Function(this, 'Function', {
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: functionCode(props.bundle),
      handler: 'index.handler',
      role,
      description: props.description,
      memorySize: props.memoryMegabytes,
      timeout: props.timeout,
      tracing: lambda.Tracing.ACTIVE,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      layers: [...(props.layers ?? [])],
      environment: {
        NODE_OPTIONS: nodeOptions,
        POWERTOOLS_METRICS_NAMESPACE: metricsNamespace,
        ...props.environment,
      },
    })
    acknowledge(this, {
      'AwsSolutions-IAM5[Resource::*]':
        'X-Ray knows no resources: PutTraceSegments can be allowed on * only.',
    })
  }
}

export const metricsNamespace = 'Copydesk'
