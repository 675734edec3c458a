/**
 * Which field of a record is what: the headline, the body, who wrote it. By the source's mapping (paths) where it has
 * one, else by the names that content models commonly use.
 *
 *   { title: "Ferry returns", content: {…rich text…}, author: { name: "Ana Ruiz" }, publishedAt: "2026-11-20" }
 */
import type { FieldPaths } from '../../content-schema/source-config.ts'
import type { Part } from './build-text.ts'
import { buildText, sameWords, tidy } from './build-text.ts'
import type { Draft } from './draft.ts'
import { readHtmlFragment } from './html/read-html.ts'
import { languageTag } from './language-tag.ts'
import type { Json } from './read-json.ts'
import { asText, isRecord } from './read-json.ts'
import { readTime } from './read-time.ts'
import { readRichText } from './rich-text/read-rich-text.ts'

type FieldName = keyof FieldPaths

/** Names in order of trust, without case, "-" and "_". Nothing here may be a name that is often something else. */
const usualNames: Readonly<Record<FieldName, readonly string[]>> = {
  headline: ['headline', 'title', 'heading', 'name'],
  standfirst: ['standfirst', 'subtitle', 'dek', 'deck', 'customexcerpt', 'excerpt', 'summary', 'subheading', 'intro', 'teaser', 'description'],
  body: ['body', 'content', 'bodytext', 'articlebody', 'richtext', 'text', 'html', 'article', 'story', 'copy', 'markdown', 'lexical', 'maincontent', 'blocks', 'sections', 'slices', 'layout'],
  bylines: ['byline', 'bylines', 'authors', 'author', 'writers', 'writer', 'by', 'creator'],
  dateline: ['dateline', 'located'],
  credit: ['credit', 'credits', 'creditline', ],
  section: ['section', 'category', 'primarytag', 'desk', 'channel', 'categories'],
  keywords: ['keywords', 'tags', 'topics', 'categories', 'taglist'],
  language: ['language', 'lang', 'locale'],
  publishedAt: ['publishedat', 'firstpublishedat', 'firstpublicationdate', 'publishdate', 'publicationdate', 'datepublished', 'published', 'pubdate', 'dategmt', 'datepublish', 'date', 'datecreated', 'createdat', 'createddate'],
  updatedAt: ['updatedat', 'lastpublicationdate', 'lastmodified', 'modifiedgmt', 'datemodified', 'dateupdated', 'lastmod', 'modified', 'updated', 'lastupdated'],
  embargoedUntil: ['embargoeduntil', 'embargo', 'embargodate', 'embargoed'],
  rights: ['rights', 'copyright', 'copyrightnotice', 'usageterms', 'license', 'licence'],
  url: ['url', 'canonicalurl', 'permalink', 'link', 'weburl', 'fullurl'],
} // biome-ignore format: a list of words reads best filled

export interface FieldsOptions {
  readonly paths?: FieldPaths
  /** Read already, as where a Markdown file's body follows its fields. */
  readonly body?: readonly Part[]
}

export const fieldsToDraft = (record: Json, options: FieldsOptions = {}): Draft => {
  const byName = fieldsByName(record)
  const value = (name: FieldName): unknown => chooseField(byName, record, name, options.paths)
  const body = options.body ?? readRichText(value('body')) ?? []
  const heading = findHeadline(lineOf(value('headline')), body)
  const story = body.filter((part, i) => !(i < 3 && isHeading(part) && sameWords(part.text, heading)))
  const standfirst = notTheLead(lineOf(value('standfirst')), story)
  const language = languageOf(value('language'))
  const parts: Part[] = [
    ...(heading === '' ? [] : [{ kind: 'headline' as const, text: heading }]),
    ...(standfirst === null ? [] : [{ kind: 'standfirst' as const, text: standfirst }]),
    ...story.map(part => (part.kind === 'headline' ? { ...part, kind: 'subheading' as const } : part)),
  ]
  return {
    ...buildText(parts),
    headline: heading,
    standfirst,
    bylines: namesOf(value('bylines')),
    dateline: lineOf(value('dateline')),
    credit: lineOf(value('credit')),
    section: namesOf(value('section'))[0] ?? null,
    keywords: listOf(value('keywords')),
    ...(language === null ? {} : { language }),
    publishedAt: readTime(value('publishedAt')),
    updatedAt: readTime(value('updatedAt')),
    embargoedUntil: readTime(value('embargoedUntil')),
    rights: lineOf(value('rights')),
    url: webUrl(value('url')),
  }
}

/** The value at the source's own path, else under the first usual name that the record has. */
export const fieldOf = (record: Json, name: FieldName, paths?: FieldPaths): unknown =>
  chooseField(fieldsByName(record), record, name, paths)

/** Without case, "-" and "_". */
const fieldsByName = (record: Json): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(record).map(([key, value]) => [key.toLowerCase().replace(/[-_ ]/g, ''), value] as const),
  )

const chooseField = (
  byName: ReadonlyMap<string, unknown>,
  record: Json,
  name: FieldName,
  paths: FieldPaths = {},
): unknown => {
  const path = paths[name]
  if (path !== undefined) return valueAt(record, path)
  for (const usual of usualNames[name]) {
    const found = byName.get(usual)
    if (found !== undefined && found !== null && found !== '') return found
  }
  return undefined
}

/** "seo.title", "authors.0.name", or several of them of which the first with a value counts. */
export const valueAt = (record: unknown, path: string | readonly string[]): unknown => {
  for (const one of typeof path === 'string' ? [path] : path) {
    let value: unknown = record
    for (const step of one.split('.')) {
      if (Array.isArray(value) && /^\d{1,4}$/.test(step)) value = value[Number(step)]
      else value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined
    }
    if (value !== undefined && value !== null && value !== '') return value
  }
  return undefined
}

const isHeading = (part: Part): boolean => part.kind === 'headline' || part.kind === 'subheading'

/** The field's, else what the body itself begins with as its heading. */
const findHeadline = (given: string | null, body: readonly Part[]): string =>
  given ?? (body[0]?.kind === 'headline' ? body[0].text : '')

/** CMSs fill an empty excerpt with the first words of the body. */
const notTheLead = (standfirst: string | null, story: readonly Part[]): string | null => {
  if (standfirst === null) return null
  if (/\[(?:…|\.\.\.)\]$/.test(standfirst)) return null
  const start = standfirst.replace(/\s*(?:\.\.\.|…|\[(?:\.\.\.|…)\])$/, '').slice(0, 120)
  return story.some(part => part.text.startsWith(start)) ? null : standfirst
}

/** A value as one line: text, HTML, { rendered }, { value } or rich text. */
export const lineOf = (value: unknown): string | null => {
  const text = asText(value)
  if (text !== null) {
    if (!/[<&]/.test(text)) return tidy(text).replace(/\n/g, ' ')
    const parts = readHtmlFragment(text) ?? []
    return parts.map(part => part.text.replace(/\n/g, ' ')).join(' ') || null
  }
  if (isRecord(value) && 'rendered' in value) return lineOf(asText(value.rendered))
  if (isRecord(value) && 'value' in value) return lineOf(asText(value.value))
  if (isRecord(value) && typeof value.name === 'string') return lineOf(value.name)
  return (readRichText(value) ?? []).map(part => part.text.replace(/\n/g, ' ')).join(' ') || null
}

const longestNames = 5_000

/** Names of people or things: "Ana Ruiz and Tom Bell", { name }, a list of either; an id alone is no name. */
const namesOf = (value: unknown, depth = 0): string[] => {
  if (depth > 3) return []
  if (Array.isArray(value)) return value.slice(0, 100).flatMap(one => namesOf(one, depth + 1))
  if (typeof value === 'string') {
    // A page of text is no list of names; and blanks are made single before they are cut at.
    if (value.length > longestNames) return []
    return tidy(value)
      .replace(/\n/g, ' ')
      .replace(/^by:? /i, '')
      .split(/ ?[,;] ?| (?:and|&) /)
      .filter(name => /\p{L}/u.test(name) && !isId(name))
  }
  if (!isRecord(value)) return []
  const whole = ['name', 'fullName', 'full_name', 'displayName', 'display_name', 'title', 'label']
    .map(key => asText(value[key]))
    .find(name => name !== null)
  if (whole !== undefined && whole !== null) return [tidy(whole).replace(/\n/g, ' ')]
  const split = [value.firstName ?? value.first_name, value.lastName ?? value.last_name]
  const joined = split
    .map(asText)
    .filter(name => name !== null)
    .join(' ')
  if (joined !== '') return [joined]
  return ['attributes', 'fields', 'data', 'value', 'node'].flatMap(key => namesOf(value[key], depth + 1))
}

/** "d290f1ee-6c54-4b01-90e6-d701748f0851", "6f2a…": what a reference looks like where it is not followed. */
const isId = (text: string): boolean =>
  /^(?=.*\d)[0-9a-f-]{16,}$/i.test(text) || /^[\w-]*\d[\w-]{15,}$/.test(text)

/** Keywords are not cut at "and": "Arts and crafts" is one. */
const listOf = (value: unknown): string[] => {
  const list = typeof value === 'string' ? value.split(/[,;]/) : Array.isArray(value) ? value : []
  return list
    .flatMap(one => (typeof one === 'string' ? [tidy(one).replace(/\n/g, ' ')] : namesOf(one)))
    .filter(word => word !== '' && !isId(word))
}

const languageOf = (value: unknown): string | null => {
  const told = isRecord(value) ? (value.code ?? value.codename) : value
  return languageTag(asText(told) ?? '')
}

const webUrl = (value: unknown): string | null => {
  const text = asText(value)
  return text !== null && /^https?:\/\/[^\s]+$/.test(text) ? text : null
}
