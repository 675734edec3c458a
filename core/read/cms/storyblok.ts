/**
 * Storyblok: { action, story_id, full_slug } and no story; it is fetched from the delivery API.
 */
import type { Json } from '../read-json.ts'
import { asRecord, asText, isRecord } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import {
  type CmsEvent,
  type CmsReader,
  changeOfVerb,
  ignored,
  isOtherType,
  otherType,
  unclear,
} from './cms-event.ts'

export const storyblok: CmsReader = (body, event, source) => {
  if (isRecord(body.story)) return storyOf(body.story, source.contentTypes === undefined ? null : source)
  const sourceId = asText(body.story_id)
  const action = asText(body.action) ?? event
  if (sourceId === null && body.full_slug !== undefined)
    return unclear('story_id is missing from the Storyblok webhook.')
  if (sourceId === null) return ignored('no story: an asset, a user, a data source')
  if (changeOfVerb(action) === 'withdraw') {
    return [{ kind: 'change', change: 'withdraw', sourceId, record: null, at: null }]
  }
  if (action !== 'published' && action !== 'moved' && action !== 'merged')
    return ignored(`action ${JSON.stringify(action)}`)
  const slug = asText(body.full_slug) ?? ''
  const params = { id: sourceId, slug, space: asText(body.space_id) ?? '' }
  return [{ kind: 'thin', sourceId, params, name: 'story.json', at: null, gone: 'withdraw' }]
}

const storyOf = (story: Json, source: Parameters<typeof isOtherType>[0] | null): CmsEvent[] => {
  const sourceId = asText(story.id)
  if (sourceId === null) return unclear('story.id is missing from what Storyblok answered.')
  // published_at is the last time that it was published, not the first.
  const { content: _, published_at: _last, ...about } = story
  const content = asRecord(story.content)
  const type = asText(content.component)
  if (source !== null && isOtherType(source, type)) return otherType(type)
  const record = { ...about, ...content, tags: content.tags ?? story.tag_list, slug: story.full_slug }
  const at = readTime(story.published_at ?? story.updated_at)
  return [
    {
      kind: 'change',
      change: 'publish',
      sourceId,
      record,
      at,
      publishedAt: readTime(story.first_published_at ?? story.published_at),
    },
  ]
}
