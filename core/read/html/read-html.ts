/**
 * A page or a fragment of HTML to a draft. Of a page, the story is found and the rest left out; of a fragment (a rich
 * text field) everything was written by the author and stays.
 */
import type { Problem } from '../../../content-schema/problem.ts'
import type { Part } from '../build-text.ts'
import { buildText, linesToParts, sameWords, tidy } from '../build-text.ts'
import type { Draft } from '../draft.ts'
import { findHeading, findStory, isWholePage, withoutPageParts } from './find-story.ts'
import type { PageMetadata } from './html-metadata.ts'
import { articleBodyOf, readMetadata } from './html-metadata.ts'
import { htmlToParts } from './html-to-parts.ts'
import { deepestMarkup, type MarkupElement, mostElements, openMarkup } from './markup-tree.ts'

export type DraftResult =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly message: string; readonly code?: Problem['code'] }

export const readHtml = (html: string): DraftResult => {
  const root = openMarkup(html, false)
  if (root === null) return { ok: false, message: tooDeepMessage }
  if (!isWholePage(root)) {
    const parts = htmlToParts(withoutPageParts(root), { dropRelatedLinks: true })
    const heading = tidy(findHeading(root) ?? '')
    return { ok: true, draft: toDraft(heading, parts, {}) }
  }
  const metadata = readMetadata(root)
  const shown = htmlToParts(findStory(root), { dropRelatedLinks: true })
  const parts = shown.length > 0 ? shown : untoldParts(root)
  const heading = tidy(findHeading(root) ?? metadata.headline ?? '')
  if (heading !== '' && !parts.some(part => part.kind !== 'subheading' || !sameWords(part.text, heading)))
    return { ok: false, code: 'missing', message: noStoryMessage }
  return { ok: true, draft: toDraft(heading, parts, metadata) }
}

const noStoryMessage =
  'The page has a headline and no story: its text may be drawn by scripts. Save the page from a browser, or take the text from the CMS.'

const untoldParts = (root: MarkupElement): Part[] => {
  const body = articleBodyOf(root)
  if (body === null) return []
  return /<p[\s>]|<br/i.test(body) ? (readHtmlFragment(body) ?? []) : linesToParts(body)
}

export const tooDeepMessage = `The markup is nested more than ${deepestMarkup} elements deep, or has more than ${mostElements} of them; send the story's part alone.`

const toDraft = (heading: string, parts: readonly Part[], metadata: PageMetadata): Draft => {
  const story = parts.filter(part => !(part.kind === 'subheading' && sameWords(part.text, heading)))
  const standfirst = story.find(part => part.kind === 'standfirst')?.text ?? metadata.standfirst ?? null
  const bylines = namesInBylines(story)
  const headlinePart: Part[] = heading === '' ? [] : [{ kind: 'headline', text: heading }]
  return {
    ...metadata,
    headline: heading,
    standfirst: isLead(standfirst, story) ? null : standfirst,
    bylines: (metadata.bylines?.length ?? 0) > 0 ? (metadata.bylines ?? []) : bylines,
    ...buildText([...headlinePart, ...story]),
  }
}

/** Many pages give their first paragraph again as the description. */
const isLead = (standfirst: string | null, story: readonly Part[]): boolean => {
  if (standfirst === null) return false
  const start = tidy(standfirst)
    .replace(/(?:\.\.\.|…|\[…\])$/, '')
    .slice(0, 80)
  return story.some(part => part.kind === 'paragraph' && part.text.startsWith(start))
}

/** "By Ana Ruiz and Tom Bell, 20 November" -> ["Ana Ruiz", "Tom Bell"] */
const namesInBylines = (story: readonly Part[]): string[] => {
  const line = story.find(part => part.kind === 'byline')?.text.split('\n')[0] ?? ''
  return line
    .replace(/^by:?\s+/i, '')
    .split(/,\s*|\s+(?:and|&)\s+/)
    .filter(name => /^\p{Lu}[^\d|@]{1,60}$/u.test(name) && !/^(?:Updated|Published)\b/.test(name))
}

/** HTML from a rich text field, as parts; null where it is nested too deep. */
export const readHtmlFragment = (html: string): Part[] | null => {
  const root = openMarkup(html, false)
  return root === null ? null : htmlToParts(root, { dropRelatedLinks: false })
}
