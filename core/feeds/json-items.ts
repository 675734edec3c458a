/**
 * The items of JSON feeds: an article, or one quote of it.
 */
import type { FeedEntry, FeedQuote } from '../../content-schema/feed.ts'
import { documentUrl } from './document-address.ts'
import { linkOf, publishedAt, titleOf } from './entry-order.ts'
import type { JsonItem } from './json-feed.ts'

export const articleItem = (entry: FeedEntry, baseUrl: string): JsonItem =>
  JSON.stringify({
    id: documentUrl(baseUrl, entry.id, 'article.json'),
    url: linkOf(entry, baseUrl),
    title: titleOf(entry),
    content_text: entry.summary.join('\n\n') || entry.standfirst || titleOf(entry),
    summary: entry.oneSentence || undefined,
    image: entry.media.find(media => media.kind === 'image')?.url,
    date_published: publishedAt(entry),
    date_modified: entry.updatedAt,
    authors: authorsOf(entry),
    tags: entry.keywords.length === 0 ? undefined : entry.keywords,
    language: entry.language === 'und' ? undefined : entry.language,
    attachments: attachmentsOf(entry),
    _copydesk: {
      id: entry.id,
      source: entry.source,
      section: entry.section,
      standfirst: entry.standfirst,
      rights: entry.rights,
      revision: entry.revision,
      words: entry.words,
      readingSeconds: entry.readingSeconds,
      summary: entry.summary,
      quotes: entry.quotes,
      places: entry.places,
      names: entry.names,
      counts: entry.counts,
      documents: documentsOf(entry, baseUrl),
    },
  })

export const quoteItem = (entry: FeedEntry, quote: FeedQuote, baseUrl: string): JsonItem => {
  const places = entry.places.filter(place => quote.places.includes(place.id))
  return JSON.stringify({
    id: `${documentUrl(baseUrl, entry.id, 'article.json')}#quote-${encodeURIComponent(quote.id)}`,
    url: linkOf(entry, baseUrl),
    title: quote.speaker === null ? titleOf(entry) : `${quote.speaker.name}: ${titleOf(entry)}`,
    content_text: quote.text,
    date_published: publishedAt(entry),
    date_modified: entry.updatedAt,
    authors: quote.speaker === null ? undefined : [{ name: quote.speaker.name }],
    tags: places.length === 0 ? undefined : places.map(place => place.name),
    language: entry.language === 'und' ? undefined : entry.language,
    _copydesk: {
      quote: { ...quote, places },
      article: {
        id: entry.id,
        headline: entry.headline,
        url: entry.url,
        source: entry.source,
        documents: documentsOf(entry, baseUrl),
      },
    },
  })
}

const authorsOf = (entry: FeedEntry): { name: string }[] | undefined =>
  entry.bylines.length === 0 ? undefined : entry.bylines.map(name => ({ name }))

const attachmentsOf = (entry: FeedEntry): object[] | undefined => {
  const attachments = entry.media.flatMap(media =>
    media.contentType === null
      ? []
      : [{ url: media.url, mime_type: media.contentType, title: media.caption ?? undefined }],
  )
  return attachments.length === 0 ? undefined : attachments
}

const documentsOf = (entry: FeedEntry, baseUrl: string): Readonly<Record<string, string>> => ({
  article: documentUrl(baseUrl, entry.id, 'article.json'),
  summary: documentUrl(baseUrl, entry.id, 'summary.json'),
  quotes: documentUrl(baseUrl, entry.id, 'quotes.json'),
  places: documentUrl(baseUrl, entry.id, 'places.json'),
  names: documentUrl(baseUrl, entry.id, 'names.json'),
})
