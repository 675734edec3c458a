/**
 * Whose webhook or API answer a JSON body is, told by its shape alone: for files of which nobody said where they come
 * from. A body that several could have sent is nobody's, and is read as any record is.
 *
 *   { "post": { "current": … } } -> Ghost     { "_id": …, "_type": … } -> Sanity     { "title": …, "body": … } -> null
 */
import type { SourceConfig, SourceKind } from '../../../content-schema/source-config.ts'
import { asList, asRecord, asText, isRecord, type Json } from '../read-json.ts'
import { changeOfVerb } from './cms-event.ts'

export interface Recognised {
  readonly kind: SourceKind
  /** As people call it: "Ghost". */
  readonly name: string
  /** In the form that the CMS's reader knows. */
  readonly body: Json
  readonly contentTypes?: readonly string[]
}

/** What a recogniser answers: null where the body is not of its CMS. */
type Recogniser = (body: Json) => Omit<Recognised, 'name'> | null

export const recogniseCms = (body: Json): Recognised | null => {
  for (const [name, recognise] of recognisers) {
    const found = recognise(body)
    if (found !== null) return { ...found, name }
  }
  return null
}

/** A source of which nothing is known but its kind. */
export const plainSource = ({ kind, contentTypes }: Recognised): SourceConfig => ({
  kind,
  secrets: [],
  ...(contentTypes === undefined ? {} : { contentTypes: [...contentTypes] }),
})

/**
 * An API's answer of many, under the name that each CMS has for the list. Of one, the one is read; of more, none.
 *   { posts: [one], meta } -> { post: one }
 */
export const openList = (body: Json): { readonly one: Json } | { readonly count: number } => {
  const found = lists.find(({ key, isOurs }) => Array.isArray(body[key]) && isOurs(body))
  if (found === undefined) return { one: body }
  const [first, ...others] = asList(body[found.key]).filter(isRecord)
  if (first === undefined || others.length > 0)
    return { count: others.length + (first === undefined ? 0 : 1) }
  return { one: found.toOne(first) }
}

interface List {
  readonly key: string
  readonly isOurs: (body: Json) => boolean
  readonly toOne: (first: Json) => Json
}

const firstOf = (body: Json, key: string): Json => asRecord(asList(body[key])[0])

/** An article that lists others ({ title, body, stories: [related …] }) is no list of them. */
const hasOnly =
  (...keys: readonly string[]) =>
  (body: Json): boolean =>
    Object.keys(body).every(key => keys.includes(key))

const storyblokKeys = ['stories', 'cv', 'rels', 'rel_uuids', 'links', 'link_uuids']

const lists: readonly List[] = [
  { key: 'items', isOurs: body => asRecord(body.sys).type === 'Array', toOne: entry => entry }, // Contentful
  { key: 'items', isOurs: body => isRecord(firstOf(body, 'items').system), toOne: item => ({ item }) }, // Kontent.ai
  { key: 'posts', isOurs: hasOnly('posts', 'meta'), toOne: post => ({ post }) }, // Ghost
  { key: 'stories', isOurs: hasOnly(...storyblokKeys), toOne: story => ({ story }) },
  {
    key: 'result',
    isOurs: body => hasOnly('query', 'result', 'ms', 'syncTags')(body) && '_id' in firstOf(body, 'result'),
    toOne: document => document, // Sanity
  },
  { key: 'results', isOurs: body => 'results_per_page' in body, toOne: document => document }, // Prismic
  { key: 'docs', isOurs: body => 'totalDocs' in body, toOne: doc => doc }, // Payload
  { key: 'data', isOurs: body => isRecord(asRecord(body.meta).pagination), toOne: data => ({ data }) }, // Strapi
]

const contentful: Recogniser = body => {
  const type = asText(asRecord(body.sys).type)
  return type !== null && (isRecord(body.fields) || type === 'DeletedEntry')
    ? { kind: 'contentful', body }
    : null
}

const ghost: Recogniser = body => {
  const type = isRecord(body.post) ? 'post' : isRecord(body.page) ? 'page' : null
  const given = asRecord(body[type ?? ''])
  if (type === null) return null
  const about = { kind: 'ghost' as const, contentTypes: [type] }
  if (isRecord(given.current) || isRecord(given.previous)) return { ...about, body }
  // WordPress' hooks have a post, too. The Content API gives no status, for all that it gives is published.
  if (!('uuid' in given) || !('html' in given || 'lexical' in given)) return null
  return { ...about, body: { ...body, [type]: { ...given, status: given.status ?? 'published' } } }
}

const sanity: Recogniser = body => {
  const document = isRecord(body.result) ? body.result : body
  return typeof document._id === 'string' && typeof document._type === 'string'
    ? { kind: 'sanity', body }
    : null
}

const storyblok: Recogniser = body => {
  const isStory = isRecord(asRecord(body.story).content)
  const isEvent = typeof body.action === 'string' && 'space_id' in body
  return isStory || isEvent ? { kind: 'storyblok', body } : null
}

/** The REST API's entry, of version 5 or (under "attributes") 4, becomes an event, for those are what is understood. */
const strapi: Recogniser = body => {
  if (typeof body.event === 'string' && isRecord(body.entry)) return { kind: 'strapi', body }
  const data = asRecord(body.data)
  const entry = isRecord(data.attributes) ? { ...data.attributes, id: data.id } : data
  const isEntry =
    'publishedAt' in entry && 'createdAt' in entry && ('documentId' in entry || 'attributes' in data)
  return isEntry && 'meta' in body ? { kind: 'strapi', body: { event: 'entry.update', entry } } : null
}

const wordpress: Recogniser = body => {
  const post = isRecord(body.post) ? body.post : body
  const type = asText(post.post_type ?? post.type) ?? 'post'
  const isRest =
    isRecord(post.content) && typeof post.status === 'string' && 'rendered' in asRecord(post.title)
  const isHook = typeof post.post_status === 'string' && 'post_content' in post
  const isDeleted = 'post_id' in body && /trash|delete/i.test(asText(body.event ?? body.action) ?? '')
  return isRest || isHook || isDeleted ? { kind: 'wordpress', body, contentTypes: [type] } : null
}

const kontentAi: Recogniser = body => {
  const isItem = isRecord(asRecord(body.item).system) && isRecord(asRecord(body.item).elements)
  const isEvent = Array.isArray(body.notifications) || Array.isArray(asRecord(body.data).items)
  return isItem || (isEvent && ('notifications' in body || isRecord(body.message)))
    ? { kind: 'kontent-ai', body }
    : null
}

const prismic: Recogniser = body => {
  const isEvent = typeof body.type === 'string' && 'apiUrl' in body
  const isDocument = isRecord(body.data) && 'uid' in body && 'last_publication_date' in body
  return isEvent || isDocument ? { kind: 'prismic', body } : null
}

const directus: Recogniser = body => {
  const isEvent =
    /^[\w-]+\.items\.\w+$/.test(asText(body.event) ?? '') || /^items\.\w+$/.test(asText(body.event) ?? '')
  return isEvent ? { kind: 'directus', body } : null
}

const payload: Recogniser = body =>
  typeof body.operation === 'string' && typeof body.collection === 'string' && isRecord(body.doc)
    ? { kind: 'payload', body }
    : null

const datocms: Recogniser = body =>
  typeof body.entity_type === 'string' && typeof body.event_type === 'string'
    ? { kind: 'datocms', body }
    : null

const hygraph: Recogniser = body =>
  typeof body.operation === 'string' && typeof asRecord(body.data).__typename === 'string'
    ? { kind: 'hygraph', body }
    : null

const github: Recogniser = body =>
  /^refs\//.test(asText(body.ref) ?? '') && isRecord(body.repository) ? { kind: 'github', body } : null

/** { type: "article.published", timestamp, data } */
const standardWebhooks: Recogniser = body => {
  const isEvent =
    /^[\w-]+\.[\w.-]+$/.test(asText(body.type) ?? '') && changeOfVerb(asText(body.type)) !== null
  return isEvent && 'timestamp' in body && isRecord(body.data) ? { kind: 'standard-webhooks', body } : null
}

/** In the order in which they are asked: the looser a shape, the later. */
const recognisers: readonly (readonly [string, Recogniser])[] = [
  ['Contentful', contentful],
  ['Sanity', sanity],
  ['Ghost', ghost],
  ['Storyblok', storyblok],
  ['Strapi', strapi],
  ['WordPress', wordpress],
  ['Kontent.ai', kontentAi],
  ['Prismic', prismic],
  ['Directus', directus],
  ['Payload', payload],
  ['DatoCMS', datocms],
  ['Hygraph', hygraph],
  ['GitHub', github],
  ['Standard Webhooks', standardWebhooks],
]
