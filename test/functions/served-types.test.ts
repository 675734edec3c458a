import { describe, expect, it } from '@jest/globals'
import { articleToDocuments } from '../../core/feeds/article-to-documents.ts'
import { articleToFeedEntry } from '../../core/feeds/article-to-feed-entry.ts'
import { variantsToFeed } from '../../core/feeds/variants-to-feed.ts'
import { servedTypes, storedTypeOf } from '../../functions/served-types.ts'
import { contentTypeOf } from '../../functions/store/content-type.ts'
import { harbourStory } from '../feeds/story.ts'

const { article, variants } = harbourStory()
const baseUrl = 'https://news.example.org'
const entry = articleToFeedEntry(article, variants)
const files = [
  ...articleToDocuments(article, variants, { baseUrl }).map(({ name, contentType }) => ({
    key: `articles/${article.id}/${name}`,
    contentType,
  })),
  ...variantsToFeed([entry], { title: 'T', baseUrl, now: '2031-03-04T12:00:00Z' }),
]
/** Of CloudFront's list of the types that it compresses, those that are ours. */
const compressedByCloudFront = ['application/json', 'application/xml', 'application/rss+xml']

describe('every document and feed', () => {
  it.each(files.map(({ key, contentType }) => [key, contentType] as const))(
    '%s is served as %s, and compressed',
    (key, type) => {
      const rule = servedTypes.find(({ start, end }) => `/${key}`.startsWith(start) && key.endsWith(end))
      const stored = storedTypeOf(type)
      expect(rule?.type ?? stored).toBe(type)
      expect(compressedByCloudFront).toContain(stored.split(';')[0])
      expect(contentTypeOf(key)).toBe(stored)
    },
  )
})
