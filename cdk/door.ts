/**
 * One door of the pipeline: a function, the queue in front of it, the dead-letter queue behind that, and the rule that
 * puts a stored object's event into the queue.
 */
import { Duration } from 'aws-cdk-lib'
import * as events from 'aws-cdk-lib/aws-events'
import * as targets from 'aws-cdk-lib/aws-events-targets'
import type * as lambda from 'aws-cdk-lib/aws-lambda'
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources'
import type * as s3 from 'aws-cdk-lib/aws-s3'
import * as sqs from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import { Worker, type WorkerProps } from './worker.ts'

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
  readonly worker: Worker
  readonly fn: lambda.Function
  readonly queue: sqs.Queue
  readonly deadLetters: sqs.Queue

  constructor(scope: Construct, id: string, props: DoorProps) {
    super(scope, id)
    this.worker = new Worker(this, 'Worker', props)
    this.fn = this.worker.fn
    this.deadLetters = new sqs.Queue(this, 'DeadLetters', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // as long as SQS can, so that a holiday does not lose a letter
      retentionPeriod: Duration.days(14),
    })
    acknowledge(this.deadLetters, {
      'AwsSolutions-SQS3': 'It is the dead-letter queue; an alarm looks at it.',
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
