/**
 * Ghost: { post: { current, previous } }; the event's name only in newer versions, so that the two states tell.
 */
import type { Json } from '../read-json.ts'
import { asList, asRecord, asText } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import {
  type Change,
  type CmsReader,
  changeOfVerb,
  ignored,
  isOtherType,
  otherType,
  unclear,
} from './cms-event.ts'

export const ghost: CmsReader = (body, event, source) => {
  const type = body.post === undefined ? (body.page === undefined ? null : 'page') : 'post'
  if (type === null) return ignored('no post')
  if (source.contentTypes === undefined ? type !== 'post' : isOtherType(source, type)) return otherType(type)
  const pair = asRecord(body[type])
  // The Content API's and an export's post stands there without "current".
  const current = 'current' in pair || 'previous' in pair ? asRecord(pair.current) : pair
  const previous = asRecord(pair.previous)
  const sourceId = asText(current.id ?? previous.id ?? asRecord(previous).uuid)
  if (sourceId === null) return unclear(`${type}.current.id is missing from the Ghost webhook.`)
  const change = changeOf(asText(body.event) ?? event, current, previous)
  if (change === null) return ignored('a draft')
  const record = Object.keys(current).length === 0 ? null : toRecord(current)
  const at = change === 'withdraw' && record === null ? null : readTime(current.updated_at)
  return [{ kind: 'change', change, sourceId, record, at, publishedAt: readTime(current.published_at) }]
}

const changeOf = (event: string | null, current: Json, previous: Json): Change | null => {
  const status = asText(current.status)
  if (changeOfVerb(event) === 'withdraw' || Object.keys(current).length === 0) return 'withdraw'
  if (status === 'published') return 'publish'
  if (status === 'scheduled') return 'publish' // its published_at lies in the future: embargo
  return asText(previous.status) === 'published' || asText(previous.status) === 'scheduled'
    ? 'withdraw'
    : null
}

const toRecord = (post: Json): Json => ({
  ...post,
  body: post.html ?? post.lexical ?? post.plaintext,
  excerpt: post.custom_excerpt,
  authors: asList(post.authors).length > 0 ? post.authors : post.primary_author,
  section: post.primary_tag,
  url: post.canonical_url ?? post.url,
})
