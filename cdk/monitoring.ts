/**
 * What an operator sees: alarms on what a person must act upon, sent to one topic, and a dashboard with the rest.
 * docs/operations.md says for each alarm what it means and what to do.
 */
import { Duration } from 'aws-cdk-lib'
import type * as gateway from 'aws-cdk-lib/aws-apigatewayv2'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import * as iam from 'aws-cdk-lib/aws-iam'
import type * as lambda from 'aws-cdk-lib/aws-lambda'
import * as sns from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { Metric } from '../functions/services.ts'
import type { Door } from './door.ts'
import { metricsNamespace } from './worker.ts'

export interface MonitoringProps {
  readonly doors: Readonly<Record<string, Door>>
  readonly functions: Readonly<Record<string, lambda.Function>>
  readonly webhooks: gateway.HttpApi | undefined
  /** The dimension that our own metrics carry. */
  readonly service: string
  readonly alarmEmail?: string | undefined
  readonly staleMinutes: number
  readonly minutesBetweenRebuilds: number
}

/** One in five deliveries refused is a source that changed its format, not a bad article. */
const rejectedShareLimit = 0.2
/** Half of the webhooks refused is a secret that was changed on one side only; a stranger's few are not. */
const refusedShareLimit = 0.5

export class Monitoring extends Construct {
  readonly topic: sns.Topic
  readonly dashboard: cloudwatch.Dashboard
  private readonly alarms: cloudwatch.Alarm[] = []
  private readonly service: string

  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id)
    this.service = props.service
    this.topic = new sns.Topic(this, 'Alarms', { displayName: 'Copydesk alarms', enforceSSL: true })
    this.topic.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
      }),
    )
    if (props.alarmEmail) this.topic.addSubscription(new EmailSubscription(props.alarmEmail))
    for (const [name, door] of Object.entries(props.doors)) this.watchDoor(name, door, props.staleMinutes)
    for (const [name, fn] of Object.entries(props.functions)) this.watchFunction(name, fn)
    this.watchDeliveries()
    this.watchFeeds(props)
    if (props.webhooks) this.watchWebhooks(props.webhooks)
    this.dashboard = this.draw(props)
  }

  private watchDoor(name: string, door: Door, staleMinutes: number): void {
    this.alarm(`${name}DeadLetters`, {
      metric: door.deadLetters.metricApproximateNumberOfMessagesVisible({
        period: Duration.minutes(1),
        statistic: 'max',
      }),
      threshold: 1,
      alarmDescription: `${name}: a message failed every try and waits in the dead-letter queue. See docs/operations.md, "Dead letters".`,
    })
    this.alarm(`${name}Lag`, {
      metric: door.queue.metricApproximateAgeOfOldestMessage({
        period: Duration.minutes(1),
        statistic: 'max',
      }),
      threshold: Duration.minutes(staleMinutes).toSeconds(),
      evaluationPeriods: 3,
      alarmDescription: `${name}: the oldest message has waited ${staleMinutes} minutes. See docs/operations.md, "Lag".`,
    })
  }

  private watchFunction(name: string, fn: lambda.Function): void {
    this.alarm(`${name}Errors`, {
      metric: fn.metricErrors({ period: Duration.minutes(5), statistic: 'sum' }),
      threshold: 5,
      evaluationPeriods: 2,
      alarmDescription: `${name}: the function itself fails again and again. See docs/operations.md, "Errors".`,
    })
  }

  private watchDeliveries(): void {
    this.alarm('RejectedShare', {
      metric: this.share('DeliveriesRejected', 'DeliveriesAccepted'),
      threshold: rejectedShareLimit,
      alarmDescription: 'A fifth of what came in was refused. See docs/operations.md, "Rejected".',
    })
  }

  /** Feeds are rebuilt by the clock, so that silence means that they are not. */
  private watchFeeds({ staleMinutes, minutesBetweenRebuilds }: MonitoringProps): void {
    const periodMinutes = 5
    // two rebuilds may be missed, one for a deployment and one for bad luck
    const minutes = Math.max(staleMinutes, 2 * minutesBetweenRebuilds)
    this.alarm('StaleFeeds', {
      metric: this.ours('FeedsPublished', { period: Duration.minutes(periodMinutes) }),
      comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
      threshold: 1,
      evaluationPeriods: Math.ceil(minutes / periodMinutes) + 1,
      treatMissingData: cloudwatch.TreatMissingData.BREACHING,
      alarmDescription: `No feed has been rebuilt for ${minutes} minutes. See docs/operations.md, "Stale feeds".`,
    })
  }

  private watchWebhooks(api: gateway.HttpApi): void {
    this.alarm('WebhooksFailing', {
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: 'sum' }),
      threshold: 5,
      alarmDescription: 'Webhooks are answered 5xx. See docs/operations.md, "Webhooks failing".',
    })
    this.alarm('WebhooksRefused', {
      metric: this.share('WebhooksRefused', 'WebhooksAccepted'),
      threshold: refusedShareLimit,
      alarmDescription:
        'Half of the webhooks are not signed as they should. See docs/operations.md, "Webhooks refused".',
    })
  }

  private ours(metricName: Metric, options: cloudwatch.MetricOptions = {}): cloudwatch.Metric {
    return new cloudwatch.Metric({
      namespace: metricsNamespace,
      metricName,
      dimensionsMap: { service: this.service },
      statistic: 'sum',
      ...options,
    })
  }

  /** Of ten or more in a quarter of an hour; one bad one of two is nothing to wake anybody for. */
  private share(bad: Metric, good: Metric): cloudwatch.MathExpression {
    const period = Duration.minutes(15)
    return new cloudwatch.MathExpression({
      expression: 'IF(FILL(good, 0) + FILL(bad, 0) >= 10, FILL(bad, 0) / (FILL(good, 0) + FILL(bad, 0)), 0)',
      usingMetrics: { good: this.ours(good), bad: this.ours(bad) },
      label: `${bad}, share`,
      period,
    })
  }

  private alarm(
    id: string,
    props: Omit<cloudwatch.AlarmProps, 'evaluationPeriods'> & { evaluationPeriods?: number },
  ): void {
    const alarm = new cloudwatch.Alarm(this, id, {
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
      evaluationPeriods: 1,
      ...props,
    })
    alarm.addAlarmAction(new SnsAction(this.topic))
    alarm.addOkAction(new SnsAction(this.topic))
    this.alarms.push(alarm)
  }

  private draw({ doors, functions }: MonitoringProps): cloudwatch.Dashboard {
    const dashboard = new cloudwatch.Dashboard(this, 'Dashboard', { defaultInterval: Duration.hours(12) })
    const graph = (title: string, left: cloudwatch.IMetric[]): cloudwatch.GraphWidget =>
      new cloudwatch.GraphWidget({ title, left, width: 12, height: 6 })
    dashboard.addWidgets(
      new cloudwatch.AlarmStatusWidget({ title: 'Alarms', alarms: this.alarms, width: 24, height: 3 }),
    )
    dashboard.addWidgets(
      graph('Articles', [
        this.ours('DeliveriesAccepted'),
        this.ours('DeliveriesRejected'),
        this.ours('ArticlesExtracted'),
        this.ours('ArticlesTakenDown'),
      ]),
      graph(
        'Oldest message, seconds',
        Object.values(doors).map(door => door.queue.metricApproximateAgeOfOldestMessage()),
      ),
    )
    dashboard.addWidgets(
      graph(
        'Duration p95, ms',
        Object.values(functions).map(fn => fn.metricDuration({ statistic: 'p95' })),
      ),
      graph(
        'Errors and throttles',
        Object.values(functions).flatMap(fn => [fn.metricErrors(), fn.metricThrottles()]),
      ),
    )
    dashboard.addWidgets(
      graph('Feeds rebuilt and written', [this.ours('FeedsPublished'), this.ours('FeedsWritten')]),
      graph(
        'Dead letters',
        Object.values(doors).map(door => door.deadLetters.metricApproximateNumberOfMessagesVisible()),
      ),
    )
    return dashboard
  }
}
