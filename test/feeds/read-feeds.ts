/**
 * Readers of feeds that others wrote, each as one function: what they make of a feed, or an exception.
 */
import { Readable } from 'node:stream'
import { extractFromJson, extractFromXml } from '@extractus/feed-extractor'
import { parseFeed as parseStrictly } from '@rowanmanning/feed-parser'
import FeedParser from 'feedparser'
import { parseFeed as parseWithHtmlparser2 } from 'htmlparser2'
import { SaxesParser } from 'saxes'

export interface ReadItem {
  readonly title: string
  readonly url: string
}

export interface FeedReader {
  readonly name: string
  readonly read: (xml: string) => Promise<{ readonly title: string; readonly items: readonly ReadItem[] }>
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

export const xmlFeedReaders: readonly FeedReader[] = [
  {
    name: '@rowanmanning/feed-parser',
    read: async xml => {
      const feed = parseStrictly(xml)
      return {
        title: text(feed.title),
        items: feed.items.map(item => ({ title: text(item.title), url: text(item.url) })),
      }
    },
  },
  {
    name: '@extractus/feed-extractor',
    read: async xml => {
      const feed = extractFromXml(xml)
      return {
        title: text(feed.title),
        items: (feed.entries ?? []).map(entry => ({ title: text(entry.title), url: text(entry.link) })),
      }
    },
  },
  {
    name: 'htmlparser2',
    read: async xml => {
      const feed = parseWithHtmlparser2(xml)
      if (feed === null) throw new Error('no feed')
      return {
        title: text(feed.title),
        items: feed.items.map(item => ({ title: text(item.title), url: text(item.link) })),
      }
    },
  },
  {
    name: 'feedparser',
    read: xml =>
      new Promise((resolve, reject) => {
        const parser = new FeedParser({ addmeta: false })
        const items: ReadItem[] = []
        parser.on('error', reject)
        parser.on('readable', () => {
          for (let item = parser.read(); item; item = parser.read()) {
            items.push({ title: text(item.title), url: text(item.link) })
          }
        })
        parser.on('end', () => resolve({ title: text(parser.meta?.title), items }))
        Readable.from([xml]).pipe(parser)
      }),
  },
]

export const readJsonFeed = (json: string): { title: string; items: ReadItem[] } => {
  const feed = extractFromJson(JSON.parse(json))
  return {
    title: text(feed.title),
    items: (feed.entries ?? []).map(entry => ({ title: text(entry.title), url: text(entry.link) })),
  }
}

/** @throws where the XML is not well-formed, or a prefix stands for no namespace */
export const checkXml = (xml: string): void => {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.write(xml).close()
}
