/**
 * WordPress: a post as its REST API gives it, or as plugins send it (post_title, post_content, …). A post under
 * password is not for everybody, so it is held.
 */
import type { Json } from '../read-json.ts'
import { asList, asRecord, asText, isRecord } from '../read-json.ts'
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
import { withoutShortcodes } from './wordpress-shortcodes.ts'

export const wordpress: CmsReader = (body, event, source) => {
  const given = isRecord(body.post) ? body.post : body
  const post = 'post_title' in given || 'post_status' in given ? fromHook(given, body) : fromRest(given)
  const sourceId = asText(post.id ?? body.post_id)
  if (sourceId === null) return unclear('id is missing from the WordPress post.')
  const type = asText(post.type) ?? 'post'
  if (source.contentTypes === undefined ? type !== 'post' : isOtherType(source, type)) return otherType(type)
  const before = asText(asRecord(body.post_before).post_status)
  const change = changeOf(asText(body.event ?? body.action) ?? event, post, before)
  if (change === null) return ignored(`a post that is ${JSON.stringify(asText(post.status))}`)
  const at = readTime(post.modified_gmt)
  return [{ kind: 'change', change, sourceId, record: post, at, publishedAt: readTime(post.date_gmt) }]
}

const changeOf = (event: string | null, post: Json, before: string | null): Change | null => {
  const status = asText(post.status)
  if (status === 'trash' || (changeOfVerb(event) === 'withdraw' && status !== 'publish')) return 'withdraw'
  if (changeOfVerb(event) === 'withdraw' && /delete|trash/i.test(event ?? '')) return 'withdraw'
  if (post.protected === true) return 'hold'
  if (status === 'publish') return 'publish'
  if (status === 'future') return 'publish' // its date lies in the future: embargo
  if (status === 'auto-draft' || status === 'inherit') return null
  if (before !== null) return before === 'publish' ? 'withdraw' : null
  // Who was seen until now and is a draft again may not be seen; a first draft is nobody's business.
  return post.date_gmt === post.modified_gmt || readTime(post.date_gmt) === null ? null : 'hold'
}

const fromRest = (post: Json): Json => {
  const embedded = asRecord(post._embedded)
  const terms = asList(embedded['wp:term']).flatMap(asList).filter(isRecord)
  const named = (taxonomy: string): unknown[] =>
    terms.filter(term => term.taxonomy === taxonomy).map(term => term.name)
  return {
    ...post,
    body: bodyOf(asRecord(post.content).rendered ?? asRecord(post.content).raw ?? post.content),
    authors: asList(embedded.author).length > 0 ? embedded.author : post.author_name,
    categories: named('category').length > 0 ? named('category') : post.category_names,
    section: named('category')[0],
    tags: named('post_tag').length > 0 ? named('post_tag') : post.tag_names,
    protected: asRecord(post.content).protected === true,
  }
}

const bodyOf = (content: unknown): unknown =>
  typeof content === 'string' ? withoutShortcodes(content) : content

const fromHook = (post: Json, around: Json): Json => ({
  ...post,
  id: post.ID ?? post.id ?? around.post_id,
  type: post.post_type,
  status: post.post_status,
  title: post.post_title,
  body: bodyOf(post.post_content),
  excerpt: post.post_excerpt,
  slug: post.post_name,
  url: around.post_permalink ?? around.permalink ?? post.permalink,
  date_gmt: post.post_date_gmt,
  modified_gmt: post.post_modified_gmt,
  authors: around.author_name ?? post.author_name,
  tags: around.tags,
  protected: asText(post.post_password) !== null,
})
