/**
 * A story as the feeds' tests see it: its entry, and the options that they are made with.
 */
import { articleToFeedEntry } from '../../core/feeds/article-to-feed-entry.ts'
import type { FeedFile } from '../../core/feeds/variants-to-feed.ts'
import { harbourStory } from './story.ts'

export const options = {
  title: 'The Gazette & Sons <Ltd>',
  baseUrl: 'https://content.gazette.example',
  homePageUrl: 'https://gazette.example/',
  now: '2031-03-04T12:00:00Z',
}
const story = harbourStory({
  media: [
    {
      kind: 'image',
      url: 'https://img.gazette.example/wall.jpg?w=1&h=2',
      contentType: 'image/jpeg',
      width: 1200,
      height: 800,
      caption: 'The wall & the "light"',
      credit: 'Mia Lund',
    },
  ],
})
export const { variants } = story
export const entry = articleToFeedEntry(story.article, story.variants)

/** @throws where there is none under the key. */
export const bodyOf = (key: string, among: readonly FeedFile[]): string => {
  const file = among.find(feed => feed.key === key)
  if (!file) throw new Error(`no ${key} among ${among.map(feed => feed.key).join(', ')}`)
  return file.body
}
