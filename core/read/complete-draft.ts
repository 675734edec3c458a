/**
 * What every format leaves to do: the dateline in the first paragraph, the embargo of what is published in the future,
 * and fields of a length that can be stored.
 */
import {
  longestLine,
  longestParagraph,
  longestUrl,
  mostBylines,
  mostKeywords,
} from '../../content-schema/bounds.ts'
import { findDateline } from './dateline.ts'
import type { Draft } from './draft.ts'

/** `receivedAt`: what "the future" is measured from. ISO 8601. */
export const completeDraft = (draft: Draft, receivedAt: string): Draft => ({
  ...draft,
  // As printed, where it is printed: a field often holds only the town.
  dateline: short(datelineOf(draft) ?? draft.dateline, longestLine),
  ...(draft.bylines === undefined ? {} : { bylines: linesOf(draft.bylines, mostBylines) }),
  ...(draft.keywords === undefined ? {} : { keywords: linesOf(draft.keywords, mostKeywords) }),
  standfirst: short(draft.standfirst, longestParagraph),
  credit: short(draft.credit, longestParagraph),
  rights: short(draft.rights, longestParagraph),
  section: short(draft.section, longestLine),
  url: short(draft.url, longestUrl),
  embargoedUntil: embargoOf(draft, receivedAt),
})

const datelineOf = (draft: Draft): string | null => {
  const lead = draft.blocks.find(block => block.kind === 'paragraph')
  const found = lead === undefined ? null : findDateline(draft.text, lead)
  return found === null ? null : draft.text.slice(found.start, found.end)
}

/** A "keyword" of a page's length is a field gone wrong; it says nothing, so it is left out, not cut. */
const linesOf = (lines: readonly string[], most: number): string[] =>
  [...new Set(lines.filter(line => line.length <= longestLine))].slice(0, most)

const short = (text: string | null | undefined, longest: number): string | null =>
  text === undefined || text === null || text.length > longest ? null : text

/** What is to be published in the future may not be seen before. */
const embargoOf = (draft: Draft, receivedAt: string): string | null => {
  const embargo = draft.embargoedUntil ?? null
  const published = draft.publishedAt ?? null
  if (published === null || Date.parse(published) <= Date.parse(receivedAt)) return embargo
  return embargo !== null && Date.parse(embargo) > Date.parse(published) ? embargo : published
}
