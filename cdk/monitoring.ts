/**
 * What an operator sees: alarms on what a person must act upon, sent to one topic, and a dashboard with the rest.
 * docs/operations.md says for each alarm what it means and what to do.
 */
import { Duration } from 'aws-cdk-lib'
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import * as iam from 'aws-cdk-lib/aws-iam'
import type * as lambda from 'aws-cdk-lib/aws-lambda'
import * as sns from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import type { Door } from './door.ts'

export interface MonitoringProps {
  readonly doors: Readonly<Record<string, Door>>
  readonly functions: Readonly<Record<string, lambda.Function>>
  readonly alarmEmail?: string | undefined
  readonly staleMinutes: number
}

const namespace = 'Copydesk'
/** One in five deliveries refused is a source that changed its format, not a bad article. */
const rejectedShareLimit = 0.2

export class Monitoring extends Construct {
  readonly topic: sns.Topic
  readonly dashboard: cloudwatch.Dashboard
  private readonly alarms: cloudwatch.Alarm[] = []

  constructor(scope: Construct, id: string, props: MonitoringProps) {
    super(scope, id)
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
    this.watchContent()
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

  private watchContent(): void {
    const period = Duration.minutes(15)
    const sum = (metricName: string): cloudwatch.Metric =>
      new cloudwatch.Metric({
        namespace,
        metricName,
        dimensionsMap: { service: 'copydesk' },
        statistic: 'sum',
        period,
      })
    this.alarm('RejectedShare', {
      metric: new cloudwatch.MathExpression({
        expression:
          'IF(FILL(accepted, 0) + FILL(rejected, 0) >= 10, FILL(rejected, 0) / (FILL(accepted, 0) + FILL(rejected, 0)), 0)',
        usingMetrics: { accepted: sum('DeliveriesAccepted'), rejected: sum('DeliveriesRejected') },
        period,
      }),
      threshold: rejectedShareLimit,
      alarmDescription: 'A fifth of what came in was refused. See docs/operations.md, "Rejected".',
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
        new cloudwatch.Metric({
          namespace,
          metricName: 'DeliveriesAccepted',
          dimensionsMap: { service: 'copydesk' },
          statistic: 'sum',
        }),
        new cloudwatch.Metric({
          namespace,
          metricName: 'DeliveriesRejected',
          dimensionsMap: { service: 'copydesk' },
          statistic: 'sum',
        }),
        new cloudwatch.Metric({
          namespace,
          metricName: 'ArticlesExtracted',
          dimensionsMap: { service: 'copydesk' },
          statistic: 'sum',
        }),
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
    return dashboard
  }
}
