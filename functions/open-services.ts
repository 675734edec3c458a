/**
 * The services of a deployed function, from its environment: S3 stores, Powertools' logger and metrics, the real clock.
 * Called once a cold start.
 */
import { Logger } from '@aws-lambda-powertools/logger'
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics'
import type { Article } from '../content-schema/article.ts'
import type { Variants } from '../content-schema/variants.ts'
import { Environment } from './environment.ts'
import type { Log, Meter, Services } from './services.ts'
import { openS3Client, s3Store } from './store/s3-store.ts'

export type FindVariants = (article: Article) => Variants

/** @throws an Error that names each wrong variable. */
export const openServices = (
  variables: Readonly<Record<string, string | undefined>>,
  findVariants: (environment: Environment) => FindVariants = refuseToRead,
): Services => {
  const environment = parseEnvironment(variables)
  const client = openS3Client({ endpoint: environment.S3_ENDPOINT })
  return {
    inbox: s3Store({ bucket: environment.INBOX_BUCKET, client }),
    content: s3Store({ bucket: environment.CONTENT_BUCKET, client }),
    now: () => new Date(),
    findVariants: findVariants(environment),
    settings: {
      baseUrl: environment.BASE_URL.replace(/\/$/, ''),
      feedTitle: environment.FEED_TITLE,
      feedWindowDays: environment.FEED_WINDOW_DAYS,
      isTextPublic: environment.PUBLISH_FULL_TEXT,
    },
    log: openLog(),
    meter: openMeter(),
  }
}

const parseEnvironment = (variables: Readonly<Record<string, string | undefined>>): Environment => {
  const parsed = Environment.safeParse(variables)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(issue => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`wrong environment\n${lines.join('\n')}`)
}

const refuseToRead = (): FindVariants => () => {
  throw new Error('this function carries no packed data and reads no articles')
}

const openLog = (): Log => {
  const logger = new Logger()
  return {
    info: (message, fields) => logger.info(message, { ...fields }),
    warn: (message, fields) => logger.warn(message, { ...fields }),
    error: (message, fields) => logger.error(message, { ...fields }),
  }
}

const openMeter = (): Meter => {
  const metrics = new Metrics()
  return {
    count: (metric, count = 1) => metrics.addMetric(metric, MetricUnit.Count, count),
    milliseconds: (metric, milliseconds) => metrics.addMetric(metric, MetricUnit.Milliseconds, milliseconds),
    flush: () => metrics.publishStoredMetrics(),
  }
}
