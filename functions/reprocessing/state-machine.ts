/**
 * The state machine of reprocessing, in Amazon States Language: a Distributed Map over the inbox's articles/, which
 * lists the archive itself, however large, and calls the function with batches; then the report.
 *
 * A run that failed half-way is resumed with RedriveExecution: only batches that did not succeed are done again. A run
 * that does not say isDryRun is one.
 */
import { prefixes } from '../keys.ts'

export interface StateMachineOptions {
  readonly inboxBucket: string
  readonly functionArn: string
  /** Batches at once. */
  readonly maxConcurrency: number
}

/** At some milliseconds of reading and a second of store an article, well within the function's time. */
const articlesPerBatch = 25

export const reprocessingStateMachine = ({
  inboxBucket,
  functionArn,
  maxConcurrency,
}: StateMachineOptions) => ({
  Comment: 'Copydesk: reads the archive again with the present engine',
  StartAt: 'IsToldWhetherDry',
  States: {
    IsToldWhetherDry: {
      Type: 'Choice',
      Choices: [{ Variable: '$.isDryRun', IsPresent: true, Next: 'EachBatch' }],
      Default: 'AssumeDryRun',
    },
    AssumeDryRun: { Type: 'Pass', Result: { isDryRun: true }, Next: 'EachBatch' },
    EachBatch: {
      Type: 'Map',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:listObjectsV2',
        Parameters: { Bucket: inboxBucket, Prefix: prefixes.inbox.articles },
      },
      ItemBatcher: {
        MaxItemsPerBatch: articlesPerBatch,
        BatchInput: { 'run.$': '$$.Execution.Name', 'isDryRun.$': '$.isDryRun' },
      },
      MaxConcurrency: maxConcurrency,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        StartAt: 'Reprocess',
        States: { Reprocess: { ...call(functionArn, { 'Payload.$': '$' }), End: true } },
      },
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Parameters: {
          Bucket: inboxBucket,
          'Prefix.$': `States.Format('${prefixes.inbox.reprocessing}{}/manifest', $$.Execution.Name)`,
        },
      },
      ResultPath: '$.results',
      Next: 'Report',
    },
    Report: {
      ...call(functionArn, { Payload: { 'run.$': '$$.Execution.Name', 'isDryRun.$': '$.isDryRun' } }),
      End: true,
    },
  },
})

const call = <Payload extends object>(functionArn: string, payload: Payload) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: functionArn, ...payload },
  OutputPath: '$.Payload',
  Retry: [
    {
      // Batches are harmless to repeat, whatever went wrong.
      ErrorEquals: ['States.ALL'],
      IntervalSeconds: 2,
      BackoffRate: 2,
      MaxAttempts: 6,
      MaxDelaySeconds: 60,
      JitterStrategy: 'FULL',
    },
  ],
})
