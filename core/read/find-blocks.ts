/**
 * What each stretch of a plain text is: headline, standfirst, byline, credit, caption, subheading, list item, note,
 * paragraph, by blocks over the verbatim text.
 *
 *   Floods cut off Riverton                         headline
 *   By Ana Ruiz                                     byline
 *   RIVERTON, Ohio (AP) — Two bridges fell …        paragraph
 *   'Grave concern'                                 subheading
 *
 * A line that tells nothing of itself is told by its place: before the story begins, between paragraphs, at the end.
 */
import type { Block, BlockKind } from '../../content-schema/article.ts'
import { agencyPattern, endsLikeSentence, kindOfLine } from './line-rules.ts'
import { findPlainParagraphs, type PlainParagraph } from './plain-lines.ts'

const longestHeadline = 200
const longestSubheading = 80
const mostSubheadingWords = 12
const fewestStandfirstWords = 5
const longestStandfirst = 400
const mostHeadParagraphs = 12 // beyond that many lines a story has begun

interface Line extends PlainParagraph {
  readonly text: string
  readonly words: number
  readonly isSentence: boolean
  readonly told: BlockKind | null
  /** Short, and without the mark that ends a sentence. */
  readonly isShort: boolean
}

/**
 * Blocks of a plain text, in order.
 * @param title the headline, where the source gives it apart from the text; "" or absent: the text tells.
 */
export const findBlocks = (text: string, title = ''): Block[] => {
  const glued = title === '' ? null : titleAtHead(text, title)
  const from = glued?.end ?? 0
  const lines = findPlainParagraphs(text)
    .filter(line => line.end > from)
    .map(line => toLine(text, { ...line, start: Math.max(line.start, skipBlanks(text, from)) }))
    .filter(line => line.start < line.end)
  const kinds = kindsOfLines(lines, glued !== null)
  const blocks = lines.map(
    (line, i): Block => ({ kind: kinds[i] ?? 'paragraph', start: line.start, end: line.end }),
  )
  return glued ? [{ kind: 'headline', ...glued }, ...blocks] : blocks
}

const skipBlanks = (text: string, from: number): number => {
  let at = from
  while (at < text.length && /\s/.test(text.charAt(at))) at++
  return at
}

/** The title where the text begins with it, with the full stop that some exports put behind it. */
const titleAtHead = (text: string, title: string): { start: number; end: number } | null => {
  const start = skipBlanks(text, 0)
  if (!text.startsWith(title, start)) return null
  let end = start + title.length
  if (text.charAt(end) === '.') end++
  return end >= text.length || /\s/.test(text.charAt(end)) ? { start, end } : null
}

const toLine = (text: string, span: PlainParagraph): Line => {
  const line = text.slice(span.start, span.end)
  const told = kindOfLine(line)
  const isSentence = endsLikeSentence(line)
  const isFalseByline = told?.kind === 'byline' && isSentence
  return {
    ...span,
    text: line,
    words: line.split(/\s+/, 200).length,
    isSentence,
    told: isFalseByline ? null : (told?.kind ?? null),
    isShort: isShortLine(line),
  }
}

const kindsOfLines = (lines: readonly Line[], hasHeadline: boolean): BlockKind[] => {
  const kinds: BlockKind[] = lines.map(line => line.told ?? 'paragraph')
  const body = lines.length === 1 ? 0 : headKinds(lines, kinds, hasHeadline)
  for (let i = body; i < lines.length; i++) {
    const line = lines[i]
    if (!line || line.told !== null) continue
    if (isHyphenItem(line) && (isHyphenItem(lines[i - 1]) || isHyphenItem(lines[i + 1])))
      kinds[i] = 'listItem'
    else if (i === lines.length - 1 && i > body && isSourceLine(line)) kinds[i] = 'credit'
    else if (isCaption(lines, kinds, i)) kinds[i] = 'caption'
    else if (line.isShort)
      kinds[i] = isInRun(lines, i)
        ? 'listItem'
        : i > body && i < lines.length - 1
          ? 'subheading'
          : 'paragraph'
  }
  return kinds
}

/** Marks the lines before the story and answers where the story begins. */
const headKinds = (lines: readonly Line[], kinds: BlockKind[], hasHeadline: boolean): number => {
  const body = bodyStart(lines)
  let headline = hasHeadline ? -1 : chooseHeadline(lines, body)
  if (!hasHeadline && headline < 0) headline = lines.length // none: nothing after it is a standfirst
  if (headline >= 0 && headline < lines.length) kinds[headline] = 'headline'
  let hasStandfirst = false
  for (let i = 0; i < body; i++) {
    const line = lines[i]
    if (!line || i === headline || line.told !== null) continue
    if (i < headline) kinds[i] = headline < lines.length ? 'note' : 'paragraph'
    else if (isCaption(lines, kinds, i)) kinds[i] = 'caption'
    else if (kinds[i - 1] === 'byline' && line.words <= 5) kinds[i] = 'byline'
    else if (!hasStandfirst && line.words >= fewestStandfirstWords && hasProse(line.text)) {
      kinds[i] = 'standfirst'
      hasStandfirst = true
    } else kinds[i] = line.isSentence || line.words >= mostSubheadingWords ? 'paragraph' : 'note'
  }
  return body
}

/** The first line that reads like prose, and is no standfirst before a byline or a credit. */
const bodyStart = (lines: readonly Line[]): number => {
  for (let i = 0; i < Math.min(lines.length, mostHeadParagraphs); i++) {
    const line = lines[i]
    if (!line || line.told !== null) continue
    const isProse = line.isSentence ? line.words >= 4 : line.text.length > longestStandfirst
    if (isProse && !(i > 0 && isStandfirstBefore(lines, i))) return i
  }
  const firstUntold = lines.findIndex((line, i) => i > 0 && line.told === null)
  return firstUntold < 0 ? lines.length : firstUntold
}

/** Some word in lower case, or no lower case at all: "Northgate 2-1 Hallam Rovers" is a score, not a standfirst. */
const hasProse = (line: string): boolean => /(?:^|\s)\p{Ll}{2}/u.test(line) || isInCapitals(line)

/** A sentence between headline and byline, credit or date is the standfirst. */
const isStandfirstBefore = (lines: readonly Line[], i: number): boolean => {
  const next = lines[i + 1]
  const isHead = lines.slice(0, i).some(line => line.told === null)
  return (
    isHead &&
    !!next &&
    (next.told === 'byline' || next.told === 'credit' || (next.told === 'note' && i < 4)) &&
    i + 2 < lines.length
  )
}

const chooseHeadline = (lines: readonly Line[], body: number): number => {
  const untold = lines
    .slice(0, body)
    .flatMap((line, i) => (line.told === null && line.text.length <= longestHeadline ? [i] : []))
  const [first, second] = untold
  if (first === undefined) return -1
  const kicker = lines[first]
  const next = second === undefined ? undefined : lines[second]
  const isKicker =
    kicker &&
    next &&
    kicker.words <= 3 &&
    isInCapitals(kicker.text) &&
    !isInCapitals(next.text) &&
    next.words >= 4 &&
    second === first + 1
  return isKicker && second !== undefined ? second : first
}

const isInCapitals = (line: string): boolean => !/\p{Ll}/u.test(line)

/** A line beside a photo credit that is not a paragraph of the story. */
const isCaption = (lines: readonly Line[], kinds: readonly BlockKind[], i: number): boolean => {
  const line = lines[i]
  if (!line || line.text.length > longestStandfirst) return false
  const isAfter = kinds[i - 1] === 'credit' && !line.isSentence && line.words > 2
  const isBefore = lines[i + 1]?.told === 'credit' && lines[i + 1]?.blankLinesBefore === 0 && i > 0
  return isAfter || isBefore
}

const isShortLine = (line: string): boolean =>
  line.length <= longestSubheading &&
  line.split(/\s+/).length <= mostSubheadingWords &&
  !/[.,;…]["'”’)]*$/.test(line) &&
  !/^(?:Q|A|[“"—–-])[:.]?\s/.test(line) &&
  !/^[“"].*[?!]["”]$/.test(line) &&
  !/^\p{Lu}[^:]{0,40}:\s.*[?!]$/u.test(line) &&
  !/^\p{Ll}/u.test(line)

/** Three short lines on end are a list (results, a table), not three subheadings. */
const isInRun = (lines: readonly Line[], i: number): boolean => {
  let first = i
  let last = i
  const isShort = (at: number): boolean => {
    const line = lines[at]
    return !!line && line.told === null && line.isShort
  }
  while (isShort(first - 1) && i - first < 3) first--
  while (isShort(last + 1) && last - i < 3) last++
  return last - first >= 2
}

/** "- Two hurt": a list where another such line stands beside it, for one alone may be speech after a dash. */
const isHyphenItem = (line: Line | undefined): boolean => !!line && /^[-–]\s\S/.test(line.text)

const isSourceLine = (line: Line): boolean =>
  line.words <= 10 &&
  !line.isSentence &&
  (agencyPattern.test(line.text) || /^[—–-]\s*\p{Lu}/u.test(line.text))
