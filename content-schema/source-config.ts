/**
 * What a newsroom says about one of its sources: which CMS it is, where its secrets are, and which field is what.
 *
 *   { "blog": { "kind": "ghost", "secrets": ["copydesk/blog"] },
 *     "site": { "kind": "storyblok", "secrets": ["copydesk/site"], "fetch": { "tokenSecret": "copydesk/site-token" } } }
 */
import * as z from 'zod'
import { longestLine, longestUrl } from './bounds.ts'

/** How a source signs and speaks. `file`: no webhook, only uploads. */
export const SourceKind = z.enum([
  'file',
  'contentful',
  'sanity',
  'ghost',
  'storyblok',
  'strapi',
  'kontent-ai',
  'prismic',
  'directus',
  'wordpress',
  'websub',
  'payload',
  'datocms',
  'hygraph',
  'standard-webhooks',
  'github',
  'token',
])
export type SourceKind = z.infer<typeof SourceKind>

/** Letters, digits and "-": it stands in addresses and in storage keys. */
export const SourceName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/)
  .describe('Name of a source: small letters, digits and "-".')

const path = z.string().min(1).max(longestLine)
const FieldPath = z
  .union([path, z.array(path).min(1).max(10)])
  .describe('Where in the record: "seo.title"; or several, of which the first with a value counts.')

export const FieldPaths = z
  .strictObject({
    headline: FieldPath.optional(),
    standfirst: FieldPath.optional(),
    body: FieldPath.optional(),
    bylines: FieldPath.optional(),
    dateline: FieldPath.optional(),
    credit: FieldPath.optional(),
    section: FieldPath.optional(),
    keywords: FieldPath.optional(),
    language: FieldPath.optional(),
    publishedAt: FieldPath.optional(),
    updatedAt: FieldPath.optional(),
    embargoedUntil: FieldPath.optional(),
    rights: FieldPath.optional(),
    url: FieldPath.optional(),
  })
  .describe('Which field of the CMS is what; what is left out is found by the usual names.')
export type FieldPaths = z.infer<typeof FieldPaths>

export const FetchConfig = z
  .strictObject({
    url: z
      .string()
      .max(longestUrl)
      .regex(
        /^https:\/\/[^{}/?#\s@]+(?:[/?#]\S*)?$|^http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?(?:[/?#]\S*)?$/,
      )
      .describe(
        'Where to fetch an article: "https://api.example.com/items/{id}". Placeholders stand after the host and name what the event tells ({id}, {slug}, {path}, …) or {token}.',
      ),
    tokenSecret: z
      .string()
      .max(longestLine)
      .optional()
      .describe('Name of the secret that holds the API token.'),
    tokenHeader: z
      .string()
      .max(longestLine)
      .optional()
      .describe(
        'Header that carries the token; "Authorization" (as Bearer) where it is left out. Not used if the URL has {token}.',
      ),
  })
  .describe("How to fetch an article from the CMS's delivery API after an event that carries only its id.")
export type FetchConfig = z.infer<typeof FetchConfig>

export const SourceConfig = z
  .strictObject({
    kind: SourceKind.describe('Which CMS, or how it signs.'),
    secrets: z
      .array(z.string().min(1).max(longestLine))
      .max(5)
      .default([])
      .describe('Names of the secrets that verify its webhooks; several while one replaces another.'),
    tokenHeader: z
      .string()
      .regex(/^[A-Za-z0-9-]{1,100}$/)
      .optional()
      .describe(
        'For kinds that send a fixed token: the header it comes in; "Authorization" where it is left out.',
      ),
    contentTypes: z
      .array(z.string().max(longestLine))
      .max(100)
      .optional()
      .describe('Only these content types (models, collections) are articles; the rest is ignored.'),
    locale: z.string().max(35).optional().describe('Which language version to read: "en-US".'),
    language: z.string().max(35).optional().describe('BCP 47 tag of its articles where they do not tell.'),
    fields: FieldPaths.optional(),
    url: z
      .string()
      .max(longestUrl)
      .regex(/^https?:\/\//)
      .optional()
      .describe(
        'Address of an article on the site where the CMS does not tell: "https://example.org/news/{slug}".',
      ),
    topic: z.string().max(longestUrl).optional().describe('WebSub: the feed that was subscribed to.'),
    branch: z.string().max(longestLine).optional().describe('GitHub: the branch that is published; "main".'),
    folder: z.string().max(longestLine).optional().describe('GitHub: only files under it are articles.'),
    homeRegion: z
      .string()
      .regex(/^[A-Z]{2}(\.[A-Z0-9]{1,3})?$/)
      .optional()
      .describe('Country (and first-level area) where the source publishes: "US" or "US.LA".'),
    fetch: FetchConfig.optional(),
  })
  .superRefine((source, context) => {
    for (const message of wrongWith(source)) context.addIssue({ code: 'custom', ...message })
  })
export type SourceConfig = z.infer<typeof SourceConfig>

export const SourceConfigs = z.record(SourceName, SourceConfig).describe('All sources by name.')
export type SourceConfigs = z.infer<typeof SourceConfigs>

/** Kinds whose events carry an id and no article. */
export const thinKinds: ReadonlySet<SourceKind> = new Set<SourceKind>([
  'storyblok',
  'prismic',
  'kontent-ai',
  'github',
])

const wrongWith = (source: {
  kind: SourceKind
  secrets: readonly string[]
  fetch?: unknown
  topic?: string | undefined
}): { path: string[]; message: string }[] => {
  const problems: { path: string[]; message: string }[] = []
  if (source.kind !== 'file' && source.secrets.length === 0) {
    problems.push({
      path: ['secrets'],
      message: `a ${source.kind} source needs at least one secret: without it anybody could publish. Name the secret that its webhook is signed with.`,
    })
  }
  if (thinKinds.has(source.kind) && source.fetch === undefined) {
    problems.push({
      path: ['fetch'],
      message: `events of ${source.kind} carry only an id, not the article: say in "fetch" where to get it from (see docs/sources.md), or there is nothing to read.`,
    })
  }
  if (source.kind === 'websub' && source.topic === undefined) {
    problems.push({
      path: ['topic'],
      message:
        'a websub source needs "topic", the address of the feed, so that only its subscription is confirmed.',
    })
  }
  return problems
}
