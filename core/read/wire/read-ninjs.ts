/**
 * ninjs (IPTC), 1.x, 2.x and 3.x, to a draft. The body with the most markup is read: XHTML before Markdown before
 * plain text.
 */
import type { ArticleStatus } from '../../../content-schema/article.ts'
import type { Part } from '../build-text.ts'
import { buildText, linesToParts, sameWords, tidy } from '../build-text.ts'
import type { Draft } from '../draft.ts'
import { readHtmlFragment } from '../html/read-html.ts'
import { markdownToParts } from '../markdown/markdown-to-parts.ts'
import type { Json } from '../read-json.ts'
import { asList, asRecord, asText, isRecord } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import { type FoundMedia, mediaList } from '../to-media.ts'
import { namesInByline } from './read-nitf.ts'

/** A uri, and one of the things that only ninjs calls so. */
export const isNinjs = (value: Json): boolean =>
  typeof value.uri === 'string' &&
  [
    'bodies',
    'body_text',
    'body_xhtml',
    'body_html',
    'versionCreated',
    'versioncreated',
    'pubStatus',
    'pubstatus',
    'headlines',
  ].some(key => key in value)

export const readNinjs = (item: Json): Draft => {
  const headline = oneOf(item.headlines, ['main', '']) ?? asText(item.headline) ?? ''
  const story = bodyParts(item).filter((part, i) => !(i < 3 && sameWords(part.text, headline)))
  const standfirst = oneOf(item.descriptions, ['standfirst', 'summary', 'drop-head', 'subhead'])
  const byline = asText(item.by ?? item.byline)
  const captions = story.length > 0 ? captionsOf(item) : []
  const parts: Part[] = [
    ...(headline === '' ? [] : [{ kind: 'headline' as const, text: headline }]),
    ...(standfirst === null ? [] : [{ kind: 'standfirst' as const, text: standfirst }]),
    ...(byline === null ? [] : [{ kind: 'byline' as const, text: byline }]),
    ...story,
    ...captions,
  ]
  const language = asText(item.language)
  return {
    ...buildText(story.length === 0 ? [] : parts),
    sourceId: asText(item.uri) ?? '',
    headline: tidy(headline),
    standfirst,
    bylines: bylinesOf(item, byline),
    dateline: asText(item.located),
    credit: creditOf(item),
    section: sectionOf(item),
    keywords: [...asList(item.keywords), ...asList(item.subjects ?? item.subject)]
      .map(nameOf)
      .filter(name => name !== null),
    ...(language === null ? {} : { language }),
    publishedAt: readTime(
      item.firstCreated ??
        item.firstcreated ??
        item.contentCreated ??
        item.versionCreated ??
        item.versioncreated,
    ),
    updatedAt: readTime(item.versionCreated ?? item.versioncreated),
    embargoedUntil: readTime(item.embargoedUntil ?? item.embargoeduntil ?? item.embargoed),
    rights: rightsOf(item),
    url: urlOf(item),
    media: mediaList(associationsOf(item).flatMap(mediaOf)),
    status: statusOf(item),
  }
}

const oneOf = (value: unknown, roles: readonly string[]): string | null => {
  const list = asList(value).filter(isRecord)
  for (const role of roles) {
    const found = list.find(one => (asText(one.role) ?? '') === role)
    if (found !== undefined) return asText(found.value)
  }
  return roles.includes('') ? asText(list[0]?.value) : null
}

const bodyParts = (item: Json): Part[] => {
  const bodies = asList(item.bodies).filter(isRecord)
  const inType = (type: RegExp): string | null =>
    asText(bodies.find(body => type.test(asText(body.contentType ?? body.contenttype) ?? ''))?.value)
  const html = inType(/html/i) ?? asText(item.body_xhtml ?? item.body_html)
  if (html !== null) return readHtmlFragment(html) ?? []
  const markdown = inType(/markdown/i)
  if (markdown !== null) return markdownToParts(markdown)
  const plain = asText(bodies[0]?.value) ?? asText(item.body_text)
  return linesToParts(plain ?? '')
}

/** What belongs to the story: a list in 3.x, an object by name before. */
const associationsOf = (item: Json): Json[] => {
  const listed = item.associations
  return (Array.isArray(listed) ? listed : Object.values(asRecord(listed))).filter(isRecord)
}

/** The largest rendition of a picture, film or recording. */
const mediaOf = (one: Json): FoundMedia[] => {
  const listed = one.renditions
  const renditions = (Array.isArray(listed) ? listed : Object.values(asRecord(listed))).filter(isRecord)
  const [largest] = renditions.sort((a, b) => Number(b.width ?? 0) - Number(a.width ?? 0))
  if (largest === undefined) return []
  return [
    {
      url: asText(largest.href),
      kind: asText(one.type),
      contentType: asText(largest.contentType ?? largest.mimetype),
      width: largest.width,
      height: largest.height,
      caption: oneOf(one.descriptions, ['caption', 'main', '']) ?? asText(one.description_text),
      credit: creditOf(one),
    },
  ]
}

const captionsOf = (item: Json): Part[] => {
  return associationsOf(item)
    .filter(one => /^(?:picture|photo|graphic|video)$/.test(asText(one.type) ?? ''))
    .flatMap((one): Part[] => [
      {
        kind: 'caption',
        text: oneOf(one.descriptions, ['caption', 'main', '']) ?? asText(one.description_text) ?? '',
      },
      { kind: 'credit', text: creditOf(one) ?? '' },
    ])
}

const bylinesOf = (item: Json, byline: string | null): string[] => {
  if (byline !== null) return namesInByline(tidy(byline).replace(/\n/g, ' '))
  return asList(item.people)
    .filter(isRecord)
    .filter(one => asText(one.rel) === 'creator')
    .map(nameOf)
    .filter(name => name !== null)
}

const nameOf = (value: unknown): string | null => (isRecord(value) ? asText(value.name) : asText(value))

const creditOf = (item: Json): string | null => {
  const line = asText(item.creditline ?? item.creditLine ?? item.copyrightHolder ?? item.copyrightholder)
  return (
    line ??
    asText(
      asList(item.infosources ?? item.infoSources)
        .filter(isRecord)
        .map(nameOf)[0],
    )
  )
}

const sectionOf = (item: Json): string | null =>
  nameOf(asList(item.subjects ?? item.subject)[0]) ?? nameOf(asList(item.genres ?? item.genre)[0])

const rightsOf = (item: Json): string | null => {
  const texts = [item.usageTerms ?? item.usageterms, item.copyrightNotice ?? item.copyrightnotice].map(asText)
  return texts.filter(text => text !== null).join(' ') || null
}

const urlOf = (item: Json): string | null => {
  const given = [
    asText(item.url),
    ...asList(item.renditions).map(one => asText(asRecord(one).href)),
    asText(item.uri),
  ]
  const url = given[0] ?? given.at(-1) ?? null
  return url !== null && /^https?:\/\/\S+$/.test(url) ? url : null
}

const statusOf = (item: Json): ArticleStatus => {
  const status = asText(item.pubStatus ?? item.pubstatus) ?? 'usable'
  return status === 'canceled' || status === 'withheld' ? status : 'usable'
}
