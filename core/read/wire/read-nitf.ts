/**
 * NITF (IPTC's News Industry Text Format) to a draft.
 */
import type { Part, PartWriter } from '../build-text.ts'
import { buildText, openParts, tidy } from '../build-text.ts'
import type { Draft } from '../draft.ts'
import type { MarkupElement } from '../html/markup-tree.ts'
import { elementsOf, findElement, findElements, isLocal, textOf } from '../html/markup-tree.ts'
import { readTime } from '../read-time.ts'

export const readNitf = (nitf: MarkupElement): Draft => {
  const find = (...names: string[]): MarkupElement | null => findElement(nitf, isLocal(...names))
  const line = (...names: string[]): string | null => lineOf(find(...names))
  const headline = lineIn(find('hedline'), 'hl1') ?? line('title') ?? ''
  const standfirst = lineIn(find('hedline'), 'hl2') ?? line('abstract')
  const byline = line('byline')
  const dateline = line('dateline')
  const story = nitfBody(find('body.content') ?? find('body') ?? nitf, dateline)
  const id = find('doc-id')?.attributes['id-string']
  const language = nitf.attributes['xml:lang'] ?? find('body')?.attributes['xml:lang']
  return {
    ...buildText(
      story.length === 0
        ? []
        : [...headParts(headline, standfirst, byline), ...story, ...endParts(line('tagline'))],
    ),
    headline,
    standfirst,
    bylines: namesInByline(byline),
    dateline,
    credit: line('distributor') ?? line('provider'),
    section:
      find('fixture', 'tobject.subject')?.attributes['fix-id'] ??
      find('tobject.subject')?.attributes['tobject.subject.type'] ??
      null,
    keywords: findElements(nitf, isLocal('keyword'))
      .map(keyword => keyword.attributes.key ?? '')
      .filter(key => key !== ''),
    ...(language === undefined ? {} : { language }),
    publishedAt:
      readTime(find('date.release')?.attributes.norm) ??
      readTime(find('date.issue')?.attributes.norm) ??
      readTime(find('story.date')?.attributes.norm),
    updatedAt: readTime(find('date.issue')?.attributes.norm),
    embargoedUntil: null,
    rights: rightsOf(find('doc.copyright')) ?? line('rights'),
    ...(id === undefined ? {} : { sourceId: id }),
    status: statusOf(
      find('docdata')?.attributes['management-status'] ??
        find('du-key', 'ed-msg')?.attributes['management-status'],
    ),
  }
}

export const headParts = (headline: string, standfirst: string | null, byline: string | null): Part[] => [
  { kind: 'headline', text: headline },
  { kind: 'standfirst', text: standfirst ?? '' },
  { kind: 'byline', text: byline ?? '' },
]

const endParts = (tagline: string | null): Part[] => [{ kind: 'note', text: tagline ?? '' }]

/** A dateline that stands apart is printed before the first paragraph, so it is put there. */
export const nitfBody = (body: MarkupElement, dateline: string | null = null): Part[] => {
  const writer = openParts()
  walk(body, writer)
  const [first, ...rest] = writer.parts
  if (first === undefined || dateline === null || first.text.startsWith(dateline)) return writer.parts
  return [{ ...first, text: `${dateline.replace(/[\s—–-]+$/, '')} — ${first.text}` }, ...rest]
}

const walk = (element: MarkupElement, writer: PartWriter): void => {
  for (const child of elementsOf(element)) {
    const name = child.name.slice(child.name.indexOf(':') + 1)
    if (name === 'p') writer.add('paragraph', textOf(child))
    else if (/^hl[2-9]?$/.test(name)) writer.add('subheading', textOf(child))
    else if (name === 'li' || name === 'dt' || name === 'dd') writer.add('listItem', textOf(child))
    else if (name === 'bq' || name === 'blockquote') writeQuotation(child, writer)
    else if (name === 'media-caption') writer.add('caption', textOf(child))
    else if (name === 'media-producer') writer.add('credit', textOf(child))
    else if (name === 'tr') writer.add('note', elementsOf(child).map(textOf).join(' | '))
    else if (name === 'note' || name === 'pre') writer.add('note', textOf(child))
    else if (!silent.has(name)) walk(child, writer)
  }
}

const silent = new Set([
  'media-reference',
  'media-metadata',
  'media-object',
  'hedline',
  'byline',
  'dateline',
  'distributor',
  'abstract',
  'copyrite',
  'body.head',
  'body.end',
])

const writeQuotation = (element: MarkupElement, writer: PartWriter): void => {
  const lines = findElements(element, isLocal('p', 'credit'))
  if (lines.length === 0) writer.add('blockquote', textOf(element))
  for (const line of lines) writer.add('blockquote', textOf(line))
}

export const lineOf = (element: MarkupElement | null): string | null =>
  element === null ? null : tidy(textOf(element)).replace(/\n/g, ' ') || null

const lineIn = (element: MarkupElement | null, name: string): string | null =>
  element === null ? null : lineOf(findElement(element, isLocal(name)))

export const namesInByline = (byline: string | null): string[] =>
  (byline ?? '')
    .replace(/^by:?\s+/i, '')
    .split(/,\s*|\s+(?:and|&)\s+/)
    .map(name => name.trim())
    .filter(name => /^\p{Lu}[^\d@]{1,80}$/u.test(name))

const rightsOf = (copyright: MarkupElement | null): string | null => {
  if (copyright === null) return null
  const { year = '', holder = '' } = {
    year: copyright.attributes.year,
    holder: copyright.attributes.holder,
  }
  return `© ${year} ${holder}`.trim() === '©' ? null : `© ${year} ${holder}`.replace(/\s+/g, ' ').trim()
}

const statusOf = (management: string | undefined): 'usable' | 'withheld' | 'canceled' => {
  if (management === 'canceled' || management === 'cancelled') return 'canceled'
  return management === 'withheld' || management === 'embargoed' ? 'withheld' : 'usable'
}
