/**
 * An article and its variants as schema.org JSON-LD, for search engines and for anybody who joins data.
 *
 * Quotes are Quotation with creator, focus places are contentLocation, names are mentions. schema.org has no word for
 * spans: who wants to point into the text takes article.json.
 */
import type { Article } from '../../content-schema/article.ts'
import type { LinkedVariants } from '../../content-schema/documents.ts'
import type { Media } from '../../content-schema/media.ts'
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote, QuoteSpeaker } from '../../content-schema/quote.ts'
import { bodyText } from './body-blocks.ts'
import { documentUrl, schemaUrl } from './document-address.ts'
import { geonamesUrl } from './geonames-url.ts'
import { isSaid } from './is-said.ts'

export interface JsonLdOptions {
  readonly baseUrl: string
  readonly isTextPublic?: boolean
}

export const articleToJsonLd = (
  article: Article,
  variants: LinkedVariants,
  options: JsonLdOptions,
): object => {
  const { baseUrl, isTextPublic = true } = options
  const here = documentUrl(baseUrl, article.id, 'article.json')
  const { summary, quotes, places, names } = variants
  return withoutNull({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': here,
    identifier: [
      { '@type': 'PropertyValue', propertyID: 'copydesk', value: article.id },
      { '@type': 'PropertyValue', propertyID: 'sha256', value: article.revision.textHash },
    ],
    schemaVersion: schemaUrl(baseUrl, 'article-document'),
    version: article.revision.updatedAt,
    url: article.url,
    headline: article.headline === '' ? null : article.headline,
    description: article.standfirst,
    abstract: summary.sentences.length === 0 ? null : summary.sentences.map(({ text }) => text).join(' '),
    articleBody: isTextPublic ? bodyText(article) : null,
    wordCount: summary.words,
    timeRequired: `PT${summary.readingSeconds}S`,
    datePublished: article.publishedAt,
    dateModified: article.revision.updatedAt,
    inLanguage: article.language === 'und' ? null : article.language,
    author: article.bylines.length === 0 ? null : article.bylines.map(name => ({ '@type': 'Person', name })),
    dateline: article.dateline,
    creditText: article.credit,
    articleSection: article.section,
    keywords: article.keywords.length === 0 ? null : article.keywords,
    usageInfo: article.rights,
    image: someOf((article.media ?? []).filter(({ kind }) => kind === 'image').map(mediaOf)),
    video: someOf((article.media ?? []).filter(({ kind }) => kind === 'video').map(mediaOf)),
    audio: someOf((article.media ?? []).filter(({ kind }) => kind === 'audio').map(mediaOf)),
    contentLocation: someOf(places.filter(place => place.isFocus).map(place => placeOf(place, here))),
    mentions: someOf([
      ...places.filter(place => !place.isFocus).map(place => placeOf(place, here)),
      ...names.map(nameOf(here)),
    ]),
    hasPart: someOf(
      quotes.filter(quote => isSaid(quote, article.text)).map(quote => quotationOf(quote, places, here)),
    ),
  })
}

/** Names a finding in the world: a quote's creator and the person among the mentions have the same. */
const idOf = (kind: 'place' | 'name' | 'quote', id: string, here: string): string =>
  `${here}#${kind}-${encodeURIComponent(id)}`

const placeOf = (place: Place, here: string): object =>
  withoutNull({
    '@type': 'Place',
    '@id': idOf('place', place.id, here),
    name: place.name,
    alternateName: place.asWritten === place.name ? null : place.asWritten,
    sameAs: place.geonameId === null ? null : geonamesUrl(place.geonameId),
    geo:
      place.lat === null || place.lon === null
        ? null
        : { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lon },
    address: addressOf(place),
  })

const addressOf = (place: Place): object | null =>
  place.countryCode === null
    ? null
    : withoutNull({
        '@type': 'PostalAddress',
        addressRegion: place.admin1,
        addressCountry: place.countryCode,
      })

const typeOfName = { person: 'Person', organisation: 'Organization', unnamed: 'Person' } as const

const nameOf =
  (here: string) =>
  (name: Name): object =>
    withoutNull({
      '@type': typeOfName[name.kind],
      '@id': idOf('name', name.id, here),
      name: name.name,
      description: name.role,
    })

const quotationOf = (quote: Quote, places: readonly Place[], here: string): object =>
  withoutNull({
    '@type': 'Quotation',
    '@id': idOf('quote', quote.id, here),
    text: quote.text,
    creator: quote.speaker === null ? null : creatorOf(quote.speaker, here),
    about: someOf(
      places
        .filter(place => quote.places.includes(place.id))
        .map(place => ({ '@id': idOf('place', place.id, here) })),
    ),
  })

const creatorOf = (speaker: QuoteSpeaker, here: string): object =>
  withoutNull({
    '@type': typeOfName[speaker.kind],
    '@id': speaker.id === null ? null : idOf('name', speaker.id, here),
    name: speaker.name,
    description: speaker.role,
  })

const mediaTypes = { image: 'ImageObject', video: 'VideoObject', audio: 'AudioObject' } as const

const mediaOf = (media: Media): object =>
  withoutNull({
    '@type': mediaTypes[media.kind],
    contentUrl: media.url,
    encodingFormat: media.contentType,
    width: media.width,
    height: media.height,
    caption: media.caption,
    creditText: media.credit,
  })

const someOf = (parts: readonly object[]): readonly object[] | null => (parts.length === 0 ? null : parts)

const withoutNull = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
