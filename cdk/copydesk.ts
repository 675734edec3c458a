/**
 * The whole pipeline as one construct, for any CDK app.
 *
 *   new Copydesk(stack, 'Copydesk', { feedTitle: 'The Calder Post', alarmEmail: 'desk@example.org' })
 */
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import * as events from 'aws-cdk-lib/aws-events'
import * as targets from 'aws-cdk-lib/aws-events-targets'
import type * as lambda from 'aws-cdk-lib/aws-lambda'
import type * as logs from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type Door as DoorTable, doors } from '../functions/doors.ts'
import { prefixes } from '../functions/keys.ts'
import { Buckets } from './buckets.ts'
import { bundledFunctions } from './bundled-functions.ts'
import { ContentDelivery } from './content-delivery.ts'
import { type CopydeskProps, type CopydeskSettings, parseProps } from './copydesk-props.ts'
import { bundleOf, Door, type Trigger, Worker } from './door.ts'
import { grantDoor } from './grants.ts'
import { Monitoring } from './monitoring.ts'

export class Copydesk extends Construct {
  readonly buckets: Buckets
  readonly delivery: ContentDelivery
  readonly doors: { readonly ingest: Door; readonly extract: Door; readonly publish: Door }
  readonly wake: lambda.Function
  readonly monitoring: Monitoring
  /** Where apps fetch: "https://…", without a slash at the end. */
  readonly baseUrl: string

  constructor(scope: Construct, id: string, props: CopydeskProps = {}) {
    super(scope, id)
    const settings = parseProps(props)
    this.buckets = new Buckets(this, 'Buckets', settings)
    this.delivery = new ContentDelivery(this, 'Delivery', { content: this.buckets.content, ...settings })
    this.baseUrl = `https://${settings.domainName ?? this.delivery.distribution.distributionDomainName}`
    this.doors = this.openDoors(settings)
    this.wake = this.addWake(settings)
    this.monitoring = new Monitoring(this, 'Monitoring', {
      doors: { Ingest: this.doors.ingest, Extract: this.doors.extract, Publish: this.doors.publish },
      functions: {
        Ingest: this.doors.ingest.fn,
        Extract: this.doors.extract.fn,
        Publish: this.doors.publish.fn,
        Wake: this.wake,
      },
      ...settings,
    })
    this.addOutputs()
  }

  private workerDefaults(settings: CopydeskSettings, name: string) {
    return {
      bundle: bundleOf(bundledFunctions(), name),
      // the enum's values are the numbers of days, which parseProps has checked
      logRetention: settings.logRetentionDays as logs.RetentionDays,
      environment: {
        INBOX_BUCKET: this.buckets.inbox.bucketName,
        CONTENT_BUCKET: this.buckets.content.bucketName,
        BASE_URL: this.baseUrl,
        FEED_TITLE: settings.feedTitle,
        FEED_WINDOW_DAYS: String(settings.feedWindowDays),
        PUBLISH_FULL_TEXT: String(settings.publishFullText),
        POWERTOOLS_SERVICE_NAME: 'copydesk',
      },
    }
  }

  /** The rule of a door that a stored object opens, from the table of doors. */
  private triggerOf({ opens }: { readonly opens: NonNullable<DoorTable['opens']> }): Trigger {
    return {
      bucket: this.buckets[opens.bucket],
      prefixes: opens.prefixes,
      kinds: opens.isForDeleted ? ['Object Created', 'Object Deleted'] : ['Object Created'],
    }
  }

  private openDoors(settings: CopydeskSettings): Copydesk['doors'] {
    const ingest = new Door(this, 'Ingest', {
      ...this.workerDefaults(settings, 'ingest'),
      description: 'Copydesk: a delivery in, a validated article or its problems out',
      memoryMegabytes: 512,
      timeout: Duration.seconds(60),
      trigger: this.triggerOf(doors.ingest),
      batchSize: 10,
      maxConcurrency: settings.extractConcurrency,
    })
    grantDoor(ingest.fn, this.buckets, doors.ingest)

    const extract = new Door(this, 'Extract', {
      ...this.workerDefaults(settings, 'extract'),
      description: 'Copydesk: an article in, its summary, quotes, places and names out',
      memoryMegabytes: 1_024,
      timeout: Duration.seconds(60),
      trigger: this.triggerOf(doors.extract),
      batchSize: 10,
      maxConcurrency: settings.extractConcurrency,
    })
    grantDoor(extract.fn, this.buckets, doors.extract)

    const publish = new Door(this, 'Publish', {
      ...this.workerDefaults(settings, 'publish'),
      description: 'Copydesk: the index in, every feed out',
      memoryMegabytes: 1_769,
      timeout: Duration.seconds(120),
      trigger: this.triggerOf(doors.publish),
      // one rebuild answers for everything that changed meanwhile
      batchSize: 1_000,
      batchingWindow: Duration.seconds(5),
      maxConcurrency: 2,
    })
    grantDoor(publish.fn, this.buckets, doors.publish)
    return { ingest, extract, publish }
  }

  /** Brings out what was embargoed or withheld until now, and rebuilds feeds whose window has moved on. */
  private addWake(settings: CopydeskSettings): lambda.Function {
    const wake = new Worker(this, 'Wake', {
      ...this.workerDefaults(settings, 'wake'),
      description: 'Copydesk: brings out articles whose time has come',
      memoryMegabytes: 512,
      timeout: Duration.seconds(60),
    }).fn
    grantDoor(wake, this.buckets, doors.wake)
    new events.Rule(this, 'EveryMinute', {
      description: 'Copydesk: looks for articles whose time has come',
      schedule: events.Schedule.rate(Duration.minutes(1)),
      targets: [new targets.LambdaFunction(wake, { retryAttempts: 0 })],
    })
    return wake
  }

  private addOutputs(): void {
    const { inbox } = this.buckets
    const output = (id: string, description: string, value: string): void => {
      new CfnOutput(this, id, { description, value }).overrideLogicalId(id)
    }
    output('FeedUrl', 'The newest articles as JSON Feed', `${this.baseUrl}/feeds/latest.json`)
    output('FeedsUrl', 'Every feed there is', `${this.baseUrl}/feeds/index.json`)
    output('InboxBucket', 'Bucket for deliveries', inbox.bucketName)
    output(
      'UploadTo',
      'Where to put files (.txt .html .md .json)',
      `s3://${inbox.bucketName}/${prefixes.inbox.incoming}upload/`,
    )
    output('ContentBucket', 'Bucket that apps read through CloudFront', this.buckets.content.bucketName)
    const { region } = Stack.of(this)
    output(
      'DashboardUrl',
      'What goes on',
      `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#dashboards:name=${this.monitoring.dashboard.dashboardName}`,
    )
  }
}
