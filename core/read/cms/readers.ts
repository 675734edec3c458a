/**
 * The reader of each kind of source; null for those that send documents and not events.
 */
import type { SourceKind } from '../../../content-schema/source-config.ts'
import type { CmsReader } from './cms-event.ts'
import { contentful } from './contentful.ts'
import { datocms } from './datocms.ts'
import { directus } from './directus.ts'
import { generic } from './generic.ts'
import { ghost } from './ghost.ts'
import { github } from './github.ts'
import { hygraph } from './hygraph.ts'
import { kontentAi } from './kontent-ai.ts'
import { payload } from './payload.ts'
import { prismic } from './prismic.ts'
import { sanity } from './sanity.ts'
import { storyblok } from './storyblok.ts'
import { strapi } from './strapi.ts'
import { wordpress } from './wordpress.ts'

export const readers: Readonly<Record<SourceKind, CmsReader | null>> = {
  file: null,
  websub: null,
  contentful,
  sanity,
  ghost,
  storyblok,
  strapi,
  'kontent-ai': kontentAi,
  prismic,
  directus,
  wordpress,
  payload,
  datocms,
  hygraph,
  'standard-webhooks': generic,
  github,
  token: generic,
}
