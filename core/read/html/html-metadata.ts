/**
 * What a page says about itself where readers do not look: JSON-LD (schema.org), Open Graph and article meta tags,
 * <title>, <link rel="canonical">, <time>. JSON-LD comes first, since it is written for this.
 */
import type { Draft } from '../draft.ts'
import { languageTag } from '../language-tag.ts'
import type { Json } from '../read-json.ts'
import { isRecord, readJson } from '../read-json.ts'
import { readTime } from '../read-time.ts'
import type { MarkupElement } from './markup-tree.ts'
import { findElement, findElements, isNamed, openMarkup, textOf } from './markup-tree.ts'
import { pageMedia } from './page-media.ts'

export type PageMetadata = Omit<Draft, 'text' | 'blocks'>

export const readMetadata = (root: MarkupElement): PageMetadata => {
  const meta = metaTags(root)
  const story = storyInJsonLd(root)
  const first = (...names: string[]): string | null => {
    for (const name of names) {
      const found = meta.get(name)?.[0]
      if (found !== undefined && found !== '') return found
    }
    return null
  }
  const headline = text(story.headline) ?? first('og:title', 'twitter:title') ?? titleOf(root)
  const language = pageLanguage(root) ?? text(story.inLanguage)
  const section = text(story.articleSection) ?? first('article:section')
  const url = text(story.url) ?? idOf(story.mainEntityOfPage) ?? canonicalOf(root) ?? first('og:url')
  return {
    ...(headline === null ? {} : { headline }),
    standfirst: text(story.description) ?? first('og:description', 'description'),
    bylines: namesIn(story.author).length > 0 ? namesIn(story.author) : authorsInMeta(meta),
    ...(section === null ? {} : { section }),
    keywords: keywordsOf(story, meta),
    ...(language === null ? {} : { language }),
    publishedAt:
      readTime(story.datePublished) ?? readTime(first('article:published_time', 'date', 'pubdate')),
    updatedAt:
      readTime(story.dateModified) ?? readTime(first('article:modified_time', 'og:updated_time', 'lastmod')),
    rights: text(story.copyrightNotice) ?? first('copyright', 'rights', 'dcterms.rights'),
    url: url !== null && /^https?:\/\/[^\s]+$/.test(url) ? url : null,
    media: pageMedia(story, first),
  }
}

/** The story's text where the page tells it in JSON-LD, as pages do that are drawn by scripts. */
export const articleBodyOf = (root: MarkupElement): string | null => {
  const { articleBody } = storyInJsonLd(root)
  return typeof articleBody === 'string' && articleBody.trim() !== '' ? articleBody : null
}

const metaTags = (root: MarkupElement): Map<string, string[]> => {
  const tags = new Map<string, string[]>()
  for (const element of findElements(root, isNamed('meta'))) {
    const { name, property, itemprop, content } = element.attributes
    const key = (property ?? name ?? itemprop ?? '').toLowerCase()
    if (key === '' || content === undefined) continue
    const values = tags.get(key)
    if (values === undefined) tags.set(key, [content.trim()])
    else values.push(content.trim())
  }
  return tags
}

const storyTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/

/** The first thing in the page's JSON-LD that is an article; {} where there is none. */
const storyInJsonLd = (root: MarkupElement): Json => {
  for (const script of findElements(root, isNamed('script'))) {
    if (!/^application\/ld\+json/i.test(script.attributes.type ?? '')) continue
    const parsed = readJson(unwrapped(textOf(script)))
    if (parsed === undefined) continue
    const found = findStoryIn(parsed, 0)
    if (found !== null) return found
  }
  return {}
}

/** Some templates hide the script from browsers of old: <!-- … -->, //<![CDATA[ … //]]>. */
const unwrapped = (script: string): string =>
  script
    .trim()
    .replace(/^(?:<!--|(?:\/\/|\/\*)?\s?<!\[CDATA\[(?:\s?\*\/)?)/, '')
    .replace(/(?:-->|(?:\/\/|\/\*)?\s?\]\]>(?:\s?\*\/)?)$/, '')
    .trim()

const findStoryIn = (value: unknown, depth: number): Json | null => {
  if (depth > 4) return null
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 100)) {
      const found = findStoryIn(one, depth + 1)
      if (found !== null) return found
    }
    return null
  }
  if (!isRecord(value)) return null
  const types = Array.isArray(value['@type']) ? value['@type'] : [value['@type']]
  if (types.some(type => typeof type === 'string' && storyTypes.test(type))) return value
  return findStoryIn(value['@graph'], depth + 1) ?? findStoryIn(value.mainEntity, depth + 1)
}

/** Decoded: many templates write "Tom &amp;amp; Ana" into JSON, where it is not markup. */
const text = (value: unknown): string | null => {
  const one: unknown = Array.isArray(value) ? value[0] : value
  if (typeof one !== 'string') return null
  const whole = /&(?:\w{2,8}|#\w{1,7});/.test(one) ? textOf(openMarkup(one, false) ?? nothing) : one
  return whole.trim() === '' ? null : whole.trim()
}

const nothing: MarkupElement = { name: '', attributes: {}, children: [] }

const idOf = (value: unknown): string | null => (isRecord(value) ? text(value['@id']) : text(value))

/** "Ana Ruiz", { name: "Ana Ruiz" }, or a list of either. */
const namesIn = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .map(one => (isRecord(one) ? text(one.name) : text(one)))
    .filter(name => name !== null)
    .filter(name => !/^https?:/.test(name))

const authorsInMeta = (meta: Map<string, string[]>): string[] => {
  const given = [...(meta.get('author') ?? []), ...(meta.get('article:author') ?? [])]
  return [...new Set(given.filter(name => name !== '' && !/^https?:/.test(name)))]
}

const keywordsOf = (story: Json, meta: Map<string, string[]>): string[] => {
  const given = story.keywords ?? meta.get('article:tag') ?? meta.get('news_keywords') ?? meta.get('keywords')
  const list: unknown[] =
    Array.isArray(given) && given.length !== 1 ? given : String(text(given) ?? '').split(',')
  return list.map(one => (isRecord(one) ? text(one.name) : text(one))).filter(one => one !== null)
}

/** <title> without the site's name: "Ferry returns | Example News" -> "Ferry returns". */
const titleOf = (root: MarkupElement): string | null => {
  const title = findElement(root, isNamed('title'))
  const whole = title === null ? '' : textOf(title).replace(/\s+/g, ' ').trim()
  const cut = whole.search(/ [|–—·»] [^|–—·»]*$/)
  return whole === '' ? null : cut > 10 ? whole.slice(0, cut) : whole
}

const canonicalOf = (root: MarkupElement): string | null =>
  findElement(root, element => element.name === 'link' && element.attributes.rel === 'canonical')?.attributes
    .href ?? null

/** <html lang="en-GB">; "en_GB" and worse are mended or dropped. */
const pageLanguage = (root: MarkupElement): string | null =>
  languageTag(findElement(root, isNamed('html'))?.attributes.lang ?? '')
