/**
 * What an operator may choose, as props of the construct and as context of the command line.
 *
 *   npx cdk deploy -c alarmEmail=desk@example.org -c feedTitle='The Calder Post'
 *
 * A wrong one is an error at synthesis that names the prop.
 */
import * as z from 'zod'
import { SourceConfigs } from '../content-schema/source-config.ts'

const domain = z
  .string()
  .regex(/^(?=.{1,253}$)(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}$/, 'expected a host name like "news.example.org"')

/** Secrets Manager's own alphabet; a "*" would be a grant of everything. */
const secretName = /^[A-Za-z0-9/_+=.@-]{1,512}$/
/** A function's environment holds 4 KB, of which the rest takes a quarter. */
const longestHomeRegions = 2_500

export const CopydeskProps = z.strictObject({
  /**
   * What sends articles, by name: which CMS it is, the names of its secrets in Secrets Manager, which field is what
   * (docs/sources.md). As context: JSON, or the path of a .json file. Default: none, files are uploaded.
   */
  sources: SourceConfigs.default({}).superRefine((sources, context) => {
    for (const [name, { secrets, fetch }] of Object.entries(sources)) {
      const names = [...secrets, ...(fetch?.tokenSecret === undefined ? [] : [fetch.tokenSecret])]
      const wrong = names.find(secret => !secretName.test(secret))
      if (wrong === undefined) continue
      const message = `${JSON.stringify(wrong)} is no name of a secret: expected letters, digits and /_+=.@-, e.g. "copydesk/${name}"`
      context.addIssue({ code: 'custom', path: [name, 'secrets'], message })
    }
    const regions = Object.entries(sources).map(([name, { homeRegion }]) => [name, homeRegion])
    if (JSON.stringify(Object.fromEntries(regions)).length > longestHomeRegions) {
      context.addIssue({
        code: 'custom',
        message: 'more home regions than a function can be told; leave some out',
      })
    }
  }),
  /** Webhooks taken a second; more get 429 and are sent again by their CMS. Default: 50. */
  webhooksPerSecond: z.int().min(1).max(5_000).default(50),
  /** Title of the feeds. Default: "Copydesk". */
  feedTitle: z.string().min(1).max(200).default('Copydesk'),
  /** Who is told when a person must act; they confirm by mail. Default: nobody, the topic is still made. */
  alarmEmail: z.email().optional(),
  /** Days of index that feeds are built from. Default: 7; at most 90, so that a rebuild stays within the function's time. */
  feedWindowDays: z.int().min(1).max(90).default(7),
  /** Days that logs are kept. Default: 30. One of the spans that CloudWatch offers. */
  logRetentionDays: z.literal([1, 3, 5, 7, 14, 30, 60, 90, 180, 365]).default(30),
  /** Days that deliveries as they came, and older versions of inbox documents, are kept. Default: 90. */
  inboxRetentionDays: z.int().min(1).max(3650).default(90),
  /** Whether article.json carries the full text. False: findings and their words only. Default: true. */
  publishFullText: z.boolean().default(true),
  /** Whether the desk's page is served too, at /preview/index.html, for everybody to read and nobody to correct. Default: false. */
  preview: z.boolean().default(false),
  /** The feeds' own host name; needs certificateArn. Default: CloudFront's. */
  domainName: domain.optional(),
  /** ACM certificate for domainName, in us-east-1. */
  certificateArn: z
    .string()
    .regex(
      /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
      'expected the ARN of an ACM certificate in us-east-1',
    )
    .optional(),
  /** An inbox bucket that exists; it must be versioned and send its events to EventBridge. Default: a new one. */
  inboxBucketName: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'expected an S3 bucket name')
    .optional(),
  /** Extractions that run at once at most; bounds cost and what a flood can do. Default: 20. */
  extractConcurrency: z.int().min(2).max(1000).default(20),
  /** Minutes after which feeds count as stale while articles are waiting. Default: 15. */
  staleMinutes: z.int().min(1).max(1440).default(15),
})
/** What a caller may give. */
export type CopydeskProps = z.input<typeof CopydeskProps>
/** The same with every default filled in. */
export type CopydeskSettings = z.output<typeof CopydeskProps>

/** @throws an Error that names each wrong prop, what was got and what is allowed. */
export const parseProps = (props: unknown): CopydeskSettings => {
  const parsed = CopydeskProps.safeParse(props, { reportInput: true })
  if (!parsed.success) {
    const lines = parsed.error.issues.map(issue => {
      const where = issue.path.join('.') || 'props'
      const got = issue.code === 'unrecognized_keys' ? '' : ` (got ${JSON.stringify(issue.input)})`
      return `  ${where}: ${issue.message}${got}`
    })
    throw new Error(`Copydesk: wrong props\n${lines.join('\n')}`)
  }
  const { domainName, certificateArn } = parsed.data
  if ((domainName === undefined) !== (certificateArn === undefined)) {
    const missing = domainName === undefined ? 'domainName' : 'certificateArn'
    throw new Error(
      `Copydesk: wrong props\n  ${missing}: domainName and certificateArn come together; add ${missing} or drop the other`,
    )
  }
  return parsed.data
}
