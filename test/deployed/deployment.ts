/**
 * The synthesized stack, brought up on this machine: its buckets on a real S3 server, its functions from the bundles
 * that it names, under Node 24; its rules, queues and mappings, as the template has them, in between.
 *
 * Not here: Amazon's queues and EventBridge themselves, IAM, CloudFront. Policies are looked at in test/cdk.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { CreateBucketCommand, PutBucketVersioningCommand, type S3Client } from '@aws-sdk/client-s3'
import type { SQSBatchResponse } from 'aws-lambda'
import * as z from 'zod'
import type { CopydeskProps } from '../../cdk/copydesk-props.ts'
import { queueEvent, type StoreChange } from '../../desk/store-events.ts'
import { openS3Client, s3Store } from '../../functions/store/s3-store.ts'
import type { Store } from '../../functions/store/store.ts'
import { asText, ofType, type Synthesized, synthesize } from '../cdk/synthesize.ts'
import { type LambdaProcess, openLambda } from './lambda-process.ts'
import { openStorageProxy } from './storage-proxy.ts'

export type FunctionName = 'ingest' | 'extract' | 'publish' | 'wake' | 'receive' | 'reprocess'

export interface Deployment {
  readonly inbox: Store
  readonly content: Store
  readonly functions: Readonly<Record<FunctionName, LambdaProcess>>
  /** Messages that failed every try. */
  readonly deadLetters: readonly string[]
  /** Hears of each write as it takes effect. */
  onWrite: (bucket: 'inbox' | 'content', change: StoreChange) => void
  /** Takes messages out of the queues until there are none. */
  settle(): Promise<void>
  /** Sends every event so far once more. */
  repeatAll(): void
  close(): Promise<void>
}

export interface DeploymentOptions {
  readonly props: CopydeskProps
  /** Where S3 is, from S3_ENDPOINT. */
  readonly s3: string
  /** From scripts/with-lambda-runtime.ts. */
  readonly runtime: string
  readonly bundles: string
  readonly environment: Readonly<Record<string, string>>
}

interface Queue {
  readonly fn: string
  readonly batchSize: number
  readonly mostTries: number
  readonly messages: { readonly id: string; readonly body: string; tries: number }[]
  readonly opens: (bucket: string, change: StoreChange) => boolean
}

const Pattern = z.object({
  'detail-type': z.array(z.string()),
  detail: z.object({
    bucket: z.object({ name: z.array(z.unknown()) }),
    object: z.object({ key: z.array(z.object({ prefix: z.string() })) }),
  }),
})
const Rule = z.object({ EventPattern: Pattern.optional(), Targets: z.array(z.object({ Arn: z.unknown() })) })
const Mapping = z.object({ EventSourceArn: z.unknown(), FunctionName: z.unknown(), BatchSize: z.number() })
const QueueShape = z.object({ RedrivePolicy: z.object({ maxReceiveCount: z.number() }) })
const FunctionShape = z.object({
  Timeout: z.number(),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
  Layers: z.array(z.unknown()).default([]),
})
const Asset = z.object({ 'aws:asset:path': z.string() })

export const deploy = async (options: DeploymentOptions): Promise<Deployment> => {
  const synthesized = synthesize(options.props, { bundles: options.bundles })
  const direct = openS3Client({ endpoint: options.s3 })
  const buckets = await makeBuckets(synthesized, direct)
  const queues = queuesOf(synthesized, buckets)
  const sent: { bucket: string; change: StoreChange }[] = []
  const deadLetters: string[] = []
  const send = (bucket: string, change: StoreChange): void => {
    for (const queue of queues.filter(({ opens }) => opens(bucket, change))) {
      queue.messages.push({ id: randomUUID(), body: queueEvent(bucket, change, new Date()), tries: 0 })
    }
  }
  const proxy = await openStorageProxy(options.s3, (bucket, change) => {
    sent.push({ bucket, change })
    send(bucket, change)
    deployment.onWrite(bucket === buckets.inbox.name ? 'inbox' : 'content', change)
  })
  const client = openS3Client({ endpoint: proxy.endpoint })
  const byId = await openFunctions(synthesized, buckets, {
    ...options,
    environment: { ...options.environment, S3_ENDPOINT: proxy.endpoint },
  })
  const named = (name: string): LambdaProcess => {
    const found = [...byId].find(([, { bundle }]) => bundle === join(options.bundles, name))
    if (!found) throw new Error(`the stack has no function ${name}`)
    return found[1].lambda
  }
  const deployment: Deployment = {
    inbox: s3Store({ bucket: buckets.inbox.name, client }),
    content: s3Store({ bucket: buckets.content.name, client }),
    functions: {
      ingest: named('ingest'),
      extract: named('extract'),
      publish: named('publish'),
      wake: named('wake'),
      receive: named('receive'),
      reprocess: named('reprocess'),
    },
    deadLetters,
    onWrite: () => {},
    settle: async () => {
      for (let queue = pending(queues); queue !== undefined; queue = pending(queues)) {
        await handBatch(queue, byId.get(queue.fn)?.lambda, deadLetters)
      }
    },
    repeatAll: () => {
      for (const { bucket, change } of sent.splice(0)) send(bucket, change)
    },
    close: async () => {
      await Promise.all([...byId.values()].map(({ lambda }) => lambda.close()))
      await proxy.close()
    },
  }
  return deployment
}

interface Buckets {
  readonly inbox: { readonly id: string; readonly name: string }
  readonly content: { readonly id: string; readonly name: string }
}

const makeBuckets = async ({ stack }: Synthesized, client: S3Client): Promise<Buckets> => {
  const make = async (kind: 'inbox' | 'content') => {
    const name = `${kind}-${randomUUID()}`
    await client.send(new CreateBucketCommand({ Bucket: name }))
    await client.send(
      new PutBucketVersioningCommand({ Bucket: name, VersioningConfiguration: { Status: 'Enabled' } }),
    )
    return { id: asText(stack.resolve(stack.copydesk.buckets[kind].bucketName)), name }
  }
  return { inbox: await make('inbox'), content: await make('content') }
}

const queuesOf = (synthesized: Synthesized, buckets: Buckets): Queue[] =>
  ofType(synthesized, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => {
    const { EventSourceArn, FunctionName, BatchSize } = Mapping.parse(Properties)
    const id = asText(EventSourceArn)
    const { RedrivePolicy } = QueueShape.parse(synthesized.resources[id]?.Properties)
    const patterns = ofType(synthesized, 'AWS::Events::Rule')
      .map(([, rule]) => Rule.parse(rule.Properties))
      .filter(({ Targets }) => Targets.some(({ Arn }) => asText(Arn) === id))
      .flatMap(({ EventPattern }) => EventPattern ?? [])
    return {
      fn: asText(FunctionName),
      batchSize: BatchSize,
      mostTries: RedrivePolicy.maxReceiveCount,
      messages: [],
      opens: (bucket, { key, kind }) =>
        patterns.some(
          ({ 'detail-type': types, detail }) =>
            types.includes(kind === 'created' ? 'Object Created' : 'Object Deleted') &&
            detail.bucket.name.some(name => nameOf(asText(name), buckets) === bucket) &&
            detail.object.key.some(({ prefix }) => key.startsWith(prefix)),
        ),
    }
  })

const nameOf = (text: string, { inbox, content }: Buckets): string =>
  text === inbox.id ? inbox.name : text === content.id ? content.name : text

const openFunctions = async (
  synthesized: Synthesized,
  buckets: Buckets,
  { bundles, runtime, environment }: DeploymentOptions,
): Promise<Map<string, { readonly bundle: string; readonly lambda: LambdaProcess }>> => {
  const assetOf = (id: string): string => Asset.parse(synthesized.resources[id]?.Metadata)['aws:asset:path']
  const ours = ofType(synthesized, 'AWS::Lambda::Function').filter(([id]) => id.startsWith('Copydesk'))
  const opened = ours.map(async ([name, { Properties }]) => {
    const { Timeout, Environment, Layers } = FunctionShape.parse(Properties)
    const bundle = assetOf(name)
    if (!bundle.startsWith(bundles)) throw new Error(`${name} is not made of a bundle: ${bundle}`)
    // A layer lies under /opt there, and where it was made here.
    const opt = Layers[0] === undefined ? '/opt' : assetOf(asText(Layers[0]))
    const variables = Object.entries(Environment.Variables).map(([variable, value]) => [
      variable,
      nameOf(asText(value), buckets).replace(/^\/opt/, opt),
    ])
    const lambda = await openLambda({
      name,
      bundle,
      runtime,
      timeoutMs: Timeout * 1_000,
      environment: { ...Object.fromEntries(variables), ...environment },
    })
    return [name, { bundle, lambda }] as const
  })
  return new Map(await Promise.all(opened))
}

const pending = (queues: readonly Queue[]): Queue | undefined =>
  queues.find(({ messages }) => messages.length > 0)

const BatchResponse = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })

/** One call: what failed goes back, and to the dead letters after the last try. */
const handBatch = async (
  { messages, batchSize, mostTries }: Queue,
  lambda: LambdaProcess | undefined,
  deadLetters: string[],
): Promise<void> => {
  const batch = messages.splice(0, batchSize)
  const event = { Records: batch.map(({ id, body, tries }) => recordOf(id, body, tries)) }
  const failed = await (lambda?.invoke(event) ?? Promise.reject(new Error('no function'))).then(
    answer => idsOf(BatchResponse.parse(answer)),
    () => batch.map(({ id }) => id),
  )
  for (const message of batch.filter(({ id }) => failed.includes(id))) {
    message.tries += 1
    if (message.tries < mostTries) messages.push(message)
    else deadLetters.push(message.body)
  }
}

const idsOf = ({ batchItemFailures }: SQSBatchResponse): string[] =>
  batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)

const recordOf = (messageId: string, body: string, tries: number) => ({
  messageId,
  receiptHandle: messageId,
  body,
  attributes: { ApproximateReceiveCount: String(tries + 1), SentTimestamp: String(Date.now()) },
  messageAttributes: {},
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:us-east-1:123456789012:queue',
  awsRegion: 'us-east-1',
})
