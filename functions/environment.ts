/**
 * What a function is told by its environment.
 */
import * as z from 'zod'

const flag = z.enum(['true', 'false']).transform(value => value === 'true')

export const Environment = z.object({
  INBOX_BUCKET: z.string().min(3),
  CONTENT_BUCKET: z.string().min(3),
  /** Where the content bucket is seen from outside. */
  BASE_URL: z.url({ protocol: /^https?$/ }),
  FEED_TITLE: z.string().min(1).default('Copydesk'),
  FEED_WINDOW_DAYS: z.coerce.number().int().positive().default(7),
  PUBLISH_FULL_TEXT: flag.default(true),
  /** Where each source publishes, as JSON: {"wire": "US", "gazette": "US.LA"}. It settles which Springfield. */
  HOME_REGIONS: z
    .string()
    .default('{}')
    .transform((json, context) => {
      const parsed = HomeRegions.safeParse(parseJson(json))
      if (parsed.success) return parsed.data
      context.addIssue({ code: 'custom', message: `expected JSON like {"wire":"US"}, got ${json}` })
      return z.NEVER
    }),
  /** A server other than Amazon's, for tests. */
  S3_ENDPOINT: z.string().optional(),
})
export type Environment = z.infer<typeof Environment>

const HomeRegions = z.record(z.string(), z.string().regex(/^[A-Z]{2}(\.\w+)?$/))

const parseJson = (json: string): unknown => {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
