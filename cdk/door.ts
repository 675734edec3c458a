/**
 * One door of the pipeline: a function, the queue in front of it, the dead-letter queue behind that, and the rule that
 * puts a stored object's event into the queue.
 */
import { join } from 'node:path'
import { Duration } from 'aws-cdk-lib'
import * as events from 'aws-cdk-lib/aws-events'
import * as targets from 'aws-cdk-lib/aws-events-targets'
import * as lambda from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import * as logs from 'aws-cdk-lib/aws-logs'
import type * as s3 from 'aws-cdk-lib/aws-s3'
import * as sqs from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

export interface WorkerProps {
  /** Folder of the bundle: index.mjs and the packed data. */
  readonly bundle: string
  /** What it does, in a line. */
  readonly description: string
  readonly environment: Readonly<Record<string, string>>
  readonly memoryMegabytes: number
  readonly timeout: Duration
  readonly logRetention: logs.RetentionDays
}

/** A function with the house's defaults: arm64, Node 24, its own log group, tracing. */
export class Worker extends Construct {
  readonly fn: lambda.Function

  constructor(scope: Construct, id: string, props: WorkerProps) {
    super(scope, id)
    const logGroup = new logs.LogGroup(this, 'Log', { retention: props.logRetention })
    this.fn = new lambda.Function(this, 'Function', {
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      code: lambda.Code.fromAsset(props.bundle),
      handler: 'index.handler',
      description: props.description,
      memorySize: props.memoryMegabytes,
      timeout: props.timeout,
      tracing: lambda.Tracing.ACTIVE,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      environment: {
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_METRICS_NAMESPACE: 'Copydesk',
        ...props.environment,
      },
    })
  }
}

export interface Trigger {
  readonly bucket: Pick<s3.IBucket, 'bucketName'>
  readonly prefixes: readonly string[]
  readonly kinds: readonly ('Object Created' | 'Object Deleted')[]
}

export interface DoorProps extends WorkerProps {
  readonly trigger: Trigger
  /** Messages a call. */
  readonly batchSize: number
  /** How long a batch may gather; absent: not at all. */
  readonly batchingWindow?: Duration
  /** Calls at once at most. */
  readonly maxConcurrency: number
}

/** A delivery that failed this often for the world's sake waits for a person. */
const mostTries = 5
/** AWS's advice for a queue before a function: six times its time-out, plus the window. */
const visibilityTimeouts = 6

export class Door extends Construct {
  readonly fn: lambda.Function
  readonly queue: sqs.Queue
  readonly deadLetters: sqs.Queue

  constructor(scope: Construct, id: string, props: DoorProps) {
    super(scope, id)
    this.fn = new Worker(this, 'Worker', props).fn
    this.deadLetters = new sqs.Queue(this, 'DeadLetters', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    })
    const window = props.batchingWindow ?? Duration.seconds(0)
    this.queue = new sqs.Queue(this, 'Queue', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      visibilityTimeout: Duration.seconds(
        props.timeout.toSeconds() * visibilityTimeouts + window.toSeconds(),
      ),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: mostTries },
    })
    this.fn.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: props.batchSize,
        ...(props.batchingWindow ? { maxBatchingWindow: props.batchingWindow } : {}),
        maxConcurrency: props.maxConcurrency,
        reportBatchItemFailures: true,
      }),
    )
    const { bucket, prefixes, kinds } = props.trigger
    new events.Rule(this, 'Stored', {
      description: `Copydesk: ${kinds.join(' or ')} under ${prefixes.join(', ')}`,
      eventPattern: {
        source: ['aws.s3'],
        detailType: [...kinds],
        detail: {
          bucket: { name: [bucket.bucketName] },
          object: { key: prefixes.map(prefix => ({ prefix })) },
        },
      },
      // an event that the queue does not take for a day goes where failed messages go
      targets: [
        new targets.SqsQueue(this.queue, {
          deadLetterQueue: this.deadLetters,
          maxEventAge: Duration.hours(24),
        }),
      ],
    })
  }
}

/** The bundle of a door, as `bundle-functions` lays it out. */
export const bundleOf = (folder: string, name: string): string => join(folder, name)
