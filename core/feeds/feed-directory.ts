/**
 * The list of all feeds, as JSON for apps and as OPML for feed readers.
 */
import { generateOpml } from 'feedsmith'
import { schemaVersion } from '../../content-schema/article.ts'
import type { FeedDirectory, FeedListing } from '../../content-schema/feed.ts'
import { schemaUrl } from './document-address.ts'
import { toXmlCharacters } from './escape-xml.ts'
import { type FeedFile, type FeedOptions, feedFile } from './feed-file.ts'

export const toFeedDirectory = (
  feeds: readonly FeedListing[],
  updatedAt: string,
  { title, baseUrl }: FeedOptions,
): FeedFile[] => {
  const directory: FeedDirectory = {
    $schema: schemaUrl(baseUrl, 'feed-directory'),
    schemaVersion,
    title,
    updatedAt,
    feeds: [...feeds],
  }
  const opml = generateOpml({
    head: { title: toXmlCharacters(title), dateModified: new Date(updatedAt) },
    body: {
      outlines: groups.flatMap(group => {
        const outlines = feeds.filter(feed => feed.group === group.group && isReadable(feed)).map(toOutline)
        return outlines.length === 0 ? [] : [{ text: group.title, outlines }]
      }),
    },
  })
  return [
    feedFile('feeds/index.json', 'json', `${JSON.stringify(directory)}\n`),
    feedFile('feeds/index.opml', 'opml', opml),
  ]
}

const groups = [
  { group: 'latest', title: 'Latest' },
  { group: 'country', title: 'Countries' },
  { group: 'speaker', title: 'Speakers' },
] as const

/** A reader of feeds can subscribe to it. */
const isReadable = (feed: FeedListing): boolean =>
  feed.format === 'json-feed' || feed.format === 'rss' || feed.format === 'atom'

const toOutline = (feed: FeedListing) => {
  const title = toXmlCharacters(feed.title)
  return { text: title, title, type: 'rss', version: versions[feed.format] ?? '', xmlUrl: feed.url }
}
const versions: Readonly<Record<string, string>> = {
  'json-feed': 'JSON Feed 1.1',
  rss: 'RSS2',
  atom: 'ATOM1',
}
