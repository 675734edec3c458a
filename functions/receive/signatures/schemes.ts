/** Which kind of source proves itself how. */
import type { SourceKind } from '../../../content-schema/source-config.ts'
import { github, kontentAi, storyblok, websub, wordpress } from './body-only.ts'
import { contentful } from './contentful.ts'
import type { Scheme } from './scheme.ts'
import { fixedToken, prismic } from './shared-secret.ts'
import { ghost, hygraph, sanity, standardWebhooks } from './timed.ts'

export const schemes: Readonly<Record<Exclude<SourceKind, 'file'>, Scheme>> = {
  contentful,
  sanity,
  ghost,
  storyblok,
  strapi: fixedToken,
  'kontent-ai': kontentAi,
  prismic,
  directus: fixedToken,
  wordpress,
  websub,
  payload: fixedToken,
  datocms: fixedToken,
  hygraph,
  'standard-webhooks': standardWebhooks,
  github,
  token: fixedToken,
}
