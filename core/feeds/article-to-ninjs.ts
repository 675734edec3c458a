/**
 * An article and its variants as ninjs 3.1, the IPTC's JSON for news. https://iptc.org/standards/ninjs/
 *
 * The schema takes no field that it does not know: id and text hash go to altIds, the revision to versionCreated.
 * Quotes have no place in ninjs; they are in quotes.json.
 */
import type { Article } from '../../content-schema/article.ts'
import type { LinkedVariants } from '../../content-schema/documents.ts'
import type { Media } from '../../content-schema/media.ts'
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import { blocksToXhtml } from './blocks-to-xhtml.ts'
import { bodyText } from './body-blocks.ts'
import { documentUrl } from './document-address.ts'
import { geonamesUrl } from './geonames-url.ts'

export interface NinjsOptions {
  readonly baseUrl: string
  readonly isTextPublic?: boolean
}

/** Salience from which somebody is what the story is about, not only mentioned in it. */
const aboutFromSalience = 0.3

const ninjsSchema = 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json'

export const articleToNinjs = (article: Article, variants: LinkedVariants, options: NinjsOptions): object => {
  const { baseUrl, isTextPublic = true } = options
  return withoutEmpty({
    uri: documentUrl(baseUrl, article.id, 'article.json'),
    type: 'text',
    representationType: isTextPublic ? 'full' : 'partial',
    version: article.revision.updatedAt,
    firstCreated: article.publishedAt,
    versionCreated: article.revision.updatedAt,
    embargoedUntil: article.embargoedUntil,
    pubStatus: article.status,
    usageTerms: article.rights,
    language: article.language,
    headlines: article.headline === '' ? [] : [{ role: 'main', value: article.headline }],
    descriptions: descriptionsOf(article, variants),
    bodies: isTextPublic ? bodiesOf(article) : [],
    people: variants.names.filter(name => name.kind === 'person').map(namedOf),
    organisations: variants.names.filter(name => name.kind === 'organisation').map(namedOf),
    places: variants.places.map(placeOf),
    subjects: [
      ...(article.section === null ? [] : [{ name: article.section, rel: 'section' }]),
      ...article.keywords.map(name => ({ name, rel: 'about' })),
    ],
    by: article.bylines.join(', '),
    located: article.dateline,
    infoSources: article.credit === null ? [] : [{ name: article.credit, role: 'credit' }],
    associations: (article.media ?? []).map(associationOf),
    altIds: [
      { role: 'copydesk', value: article.id },
      { role: 'source', value: article.sourceId },
      { role: 'sha256', value: article.revision.textHash },
    ],
    standard: { name: 'ninjs', version: '3.1', schema: ninjsSchema },
  })
}

const descriptionsOf = (article: Article, variants: LinkedVariants): object[] => [
  ...(article.standfirst === null
    ? []
    : [{ role: 'standfirst', contentType: 'text/plain', value: article.standfirst }]),
  ...(variants.summary.sentences.length === 0
    ? []
    : [
        {
          role: 'abstract',
          contentType: 'text/plain',
          value: variants.summary.sentences.map(sentence => sentence.text).join(' '),
        },
      ]),
]

const bodiesOf = (article: Article): object[] => {
  const value = bodyText(article)
  const wordCount = value.split(/\s+/).length
  return [
    { role: 'main', contentType: 'text/plain', charCount: value.length, wordCount, value },
    { role: 'richtext', contentType: 'application/xhtml+xml', value: blocksToXhtml(article) },
  ]
}

const relOf = (salience: number): string => (salience >= aboutFromSalience ? 'about' : 'mentions')

const namedOf = (name: Name): object => ({ name: name.name, rel: relOf(name.salience) })

const placeOf = (place: Place): object =>
  withoutEmpty({
    name: place.name,
    rel: place.isFocus ? 'about' : 'mentions',
    uri: place.geonameId === null ? null : geonamesUrl(place.geonameId),
    geoJSON:
      place.lat === null || place.lon === null
        ? null
        : { type: 'Point', coordinates: [place.lon, place.lat] },
  })

const mediaTypes = { image: 'picture', video: 'video', audio: 'audio' } as const

const associationOf = (media: Media, index: number): object =>
  withoutEmpty({
    name: `media-${index + 1}`,
    uri: media.url,
    type: mediaTypes[media.kind],
    descriptions: media.caption === null ? [] : [{ role: 'caption', value: media.caption }],
    infoSources: media.credit === null ? [] : [{ name: media.credit, role: 'credit' }],
    renditions: [
      withoutEmpty({
        name: 'original',
        href: media.url,
        contentType: media.contentType,
        width: media.width,
        height: media.height,
      }),
    ],
  })

/** ninjs leaves out what is not known: it takes no null. */
const withoutEmpty = (fields: Readonly<Record<string, unknown>>): object =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )
