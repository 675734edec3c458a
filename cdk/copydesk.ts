/**
 * The whole pipeline as one construct, for any CDK app.
 *
 *   new Copydesk(stack, 'Copydesk', { feedTitle: 'The Calder Post', alarmEmail: 'desk@example.org' })
 */
import { join } from 'node:path'
import { Duration, Names } from 'aws-cdk-lib'
import * as events from 'aws-cdk-lib/aws-events'
import * as targets from 'aws-cdk-lib/aws-events-targets'
import type * as lambda from 'aws-cdk-lib/aws-lambda'
import type * as logs from 'aws-cdk-lib/aws-logs'
import { Construct } from 'constructs'
import { type Door as DoorTable, doors } from '../functions/doors.ts'
import { Buckets } from './buckets.ts'
import { bundledFunctions } from './bundled-functions.ts'
import { ContentDelivery } from './content-delivery.ts'
import { type CopydeskProps, type CopydeskSettings, parseProps } from './copydesk-props.ts'
import { Door, type Trigger } from './door.ts'
import { grantDoor } from './grants.ts'
import { Monitoring } from './monitoring.ts'
import { Reprocessing } from './reprocessing.ts'
import { SourceSettings } from './source-settings.ts'
import { StandingDocuments } from './standing-documents.ts'
import { Webhooks } from './webhooks.ts'
import { Worker, type WorkerProps } from './worker.ts'

/** Feeds are rebuilt this often even if nothing came: days pass, and the alarm on stale feeds hears that all is well. */
const minutesBetweenRebuilds = 10

export class Copydesk extends Construct {
  readonly buckets: Buckets
  readonly delivery: ContentDelivery
  readonly doors: { readonly ingest: Door; readonly extract: Door; readonly publish: Door }
  readonly wake: lambda.Function
  readonly reprocessing: Reprocessing
  /** Absent where no source has a webhook. */
  readonly webhooks: Webhooks | undefined
  readonly monitoring: Monitoring
  /** Where apps fetch: "https://…", without a slash at the end. */
  readonly baseUrl: string
  private readonly settings: CopydeskSettings
  private readonly sources: SourceSettings
  /** Tells the metrics of one Copydesk from those of another in the same account. */
  private readonly service: string

  constructor(scope: Construct, id: string, props: CopydeskProps = {}) {
    super(scope, id)
    this.settings = parseProps(props)
    this.service = Names.uniqueResourceName(this, { maxLength: 100 })
    this.buckets = new Buckets(this, 'Buckets', this.settings)
    this.delivery = new ContentDelivery(this, 'Delivery', {
      content: this.buckets.content,
      ...this.settings,
    })
    this.baseUrl = `https://${this.settings.domainName ?? this.delivery.distribution.distributionDomainName}`
    this.sources = new SourceSettings(this, 'Sources', this.settings.sources)
    new StandingDocuments(this, 'Documents', {
      content: this.buckets.content,
      logRetention: this.logRetention(),
      preview: this.settings.preview,
    })
    this.doors = { ingest: this.addIngest(), extract: this.addExtract(), publish: this.addPublish() }
    this.wake = this.addWake()
    this.reprocessing = this.addReprocessing()
    this.webhooks = this.sources.hasWebhooks ? this.addWebhooks() : undefined
    this.monitoring = this.watch()
  }

  private logRetention(): logs.RetentionDays {
    // `as`: the enum's values are the numbers of days, which parseProps has checked
    return this.settings.logRetentionDays as logs.RetentionDays
  }

  private workerOf(name: string): Pick<WorkerProps, 'bundle' | 'logRetention' | 'environment'> {
    const { feedTitle, feedWindowDays, publishFullText } = this.settings
    return {
      bundle: join(bundledFunctions(this.node), name),
      logRetention: this.logRetention(),
      environment: {
        INBOX_BUCKET: this.buckets.inbox.bucketName,
        CONTENT_BUCKET: this.buckets.content.bucketName,
        BASE_URL: this.baseUrl,
        FEED_TITLE: feedTitle,
        FEED_WINDOW_DAYS: String(feedWindowDays),
        PUBLISH_FULL_TEXT: String(publishFullText),
        POWERTOOLS_SERVICE_NAME: this.service,
      },
    }
  }

  /** The same with the configured sources. */
  private workerWithSources(
    name: string,
  ): Pick<WorkerProps, 'bundle' | 'logRetention' | 'environment' | 'layers'> {
    const worker = this.workerOf(name)
    const environment = { ...worker.environment, ...this.sources.environment }
    return { ...worker, environment, layers: this.sources.layers }
  }

  /** The same with what extraction wants to know of the sources. */
  private readerOf(name: string): Pick<WorkerProps, 'bundle' | 'logRetention' | 'environment'> {
    const worker = this.workerOf(name)
    return { ...worker, environment: { ...worker.environment, HOME_REGIONS: this.sources.homeRegions } }
  }

  /** The rule of a door that a stored object opens, from the table of doors. */
  private triggerOf({ opens }: { readonly opens: NonNullable<DoorTable['opens']> }): Trigger {
    return {
      bucket: this.buckets[opens.bucket],
      prefixes: opens.prefixes,
      kinds: opens.isForDeleted ? ['Object Created', 'Object Deleted'] : ['Object Created'],
    }
  }

  private addIngest(): Door {
    const door = new Door(this, 'Ingest', {
      ...this.workerWithSources('ingest'),
      description: 'Copydesk: a delivery in, a validated article or its problems out',
      // ten deliveries at once, each up to 10 MB and its tree while it is read
      memoryMegabytes: 1_024,
      // reading takes milliseconds; a CMS that is asked for the article may take four tries of eight seconds
      timeout: Duration.seconds(60),
      trigger: this.triggerOf(doors.ingest),
      batchSize: 10,
      maxConcurrency: this.settings.extractConcurrency,
    })
    grantDoor(door.worker, this.buckets, doors.ingest)
    this.sources.grantFetchTokens(door.worker)
    return door
  }

  private addExtract(): Door {
    const door = new Door(this, 'Extract', {
      ...this.readerOf('extract'),
      description: 'Copydesk: an article in, its summary, quotes, places and names out',
      // the packed data and Node take a fifth of it; the rest is there for its share of a processor
      memoryMegabytes: 1_024,
      // ten articles of a few milliseconds, and their writes; a minute is for a store that is slow or busy
      timeout: Duration.seconds(60),
      trigger: this.triggerOf(doors.extract),
      batchSize: 10,
      maxConcurrency: this.settings.extractConcurrency,
    })
    grantDoor(door.worker, this.buckets, doors.extract)
    return door
  }

  private addPublish(): Door {
    const door = new Door(this, 'Publish', {
      ...this.workerOf('publish'),
      description: 'Copydesk: the index in, every feed out',
      // one whole processor, and entries of the window kept from one call to the next
      memoryMegabytes: 1_769,
      // a window of some hundred thousand articles, read for the first time
      timeout: Duration.seconds(120),
      trigger: this.triggerOf(doors.publish),
      // one rebuild answers for everything that changed meanwhile
      batchSize: 1_000,
      batchingWindow: Duration.seconds(5),
      maxConcurrency: 2,
    })
    grantDoor(door.worker, this.buckets, doors.publish)
    new events.Rule(this, 'Rebuild', {
      description: 'Copydesk: rebuilds the feeds, from which articles fall as days pass',
      schedule: events.Schedule.rate(Duration.minutes(minutesBetweenRebuilds)),
      targets: [new targets.LambdaFunction(door.fn, { retryAttempts: 0 })],
    })
    return door
  }

  private addWake(): lambda.Function {
    const worker = new Worker(this, 'Wake', {
      ...this.workerOf('wake'),
      description: 'Copydesk: brings out articles whose time has come',
      memoryMegabytes: 512,
      timeout: Duration.seconds(60),
    })
    grantDoor(worker, this.buckets, doors.wake)
    new events.Rule(this, 'EveryMinute', {
      description: 'Copydesk: looks for articles whose time has come',
      schedule: events.Schedule.rate(Duration.minutes(1)),
      targets: [new targets.LambdaFunction(worker.fn, { retryAttempts: 0 })],
    })
    return worker.fn
  }

  private addReprocessing(): Reprocessing {
    const reprocessing = new Reprocessing(this, 'Reprocessing', {
      ...this.readerOf('reprocess'),
      inbox: this.buckets.inbox,
      maxConcurrency: this.settings.extractConcurrency,
    })
    grantDoor(reprocessing.worker, this.buckets, doors.reprocess)
    return reprocessing
  }

  private addWebhooks(): Webhooks {
    const webhooks = new Webhooks(this, 'Webhooks', {
      ...this.workerWithSources('receive'),
      perSecond: this.settings.webhooksPerSecond,
    })
    grantDoor(webhooks.worker, this.buckets, doors.receive)
    this.sources.grantWebhookSecrets(webhooks.worker)
    return webhooks
  }

  private watch(): Monitoring {
    const { ingest, extract, publish } = this.doors
    const receive = this.webhooks?.worker.fn
    return new Monitoring(this, 'Monitoring', {
      service: this.service,
      doors: { Ingest: ingest, Extract: extract, Publish: publish },
      functions: {
        ...(receive ? { Receive: receive } : {}),
        Ingest: ingest.fn,
        Extract: extract.fn,
        Publish: publish.fn,
        Wake: this.wake,
        Reprocess: this.reprocessing.worker.fn,
      },
      webhooks: this.webhooks?.api,
      minutesBetweenRebuilds,
      ...this.settings,
    })
  }
}
