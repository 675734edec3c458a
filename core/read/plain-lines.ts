/**
 * The paragraphs of a plain text: a line each, or several lines where the text was wrapped to a width.
 *
 *   "WASHINGTON (AP) - The\nsenator said no.\n\nHe left." -> two paragraphs, the first of two lines
 */
import type { Span } from '../../content-schema/span.ts'
import { kindOfLine } from './line-rules.ts'

/** A paragraph or a line that stands alone; `follows` counts the blank lines before it. */
export interface PlainParagraph extends Span {
  readonly blankLinesBefore: number
}

interface Line extends Span {
  readonly blankLinesBefore: number
  readonly indent: number
}

const widestWrap = 100 // wire copy is set to 60 to 80 columns, mail to 72; longer lines were not wrapped
const narrowestWrap = 35

export const findPlainParagraphs = (text: string): PlainParagraph[] => {
  const lines = findLines(text)
  return isWrapped(text, lines) ? joinWrapped(text, lines) : lines
}

const findLines = (text: string): Line[] => {
  const lines: Line[] = []
  let blank = 0
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at)
    const stop = newline < 0 ? text.length : newline
    const span = trimmed(text, at, stop)
    if (span === null || isRule(text, span)) blank++
    else {
      lines.push({ ...span, blankLinesBefore: blank, indent: span.start - at })
      blank = 0
    }
    at = stop + 1
  }
  return lines
}

/** The stretch without blanks at its ends, or null where it has none but blanks. */
const trimmed = (text: string, from: number, to: number): Span | null => {
  let start = from
  let end = to
  while (start < end && /\s/.test(text.charAt(start))) start++
  while (end > start && /\s/.test(text.charAt(end - 1))) end--
  return start < end ? { start, end } : null
}

/** "___", "* * *": parts what stands above from what stands below. */
const isRule = (text: string, span: Span): boolean =>
  span.end - span.start < 80 && !/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))

/** Whether lines break in the middle of sentences: most lines with a neighbour below end without a closing mark. */
const isWrapped = (text: string, lines: readonly Line[]): boolean => {
  let inner = 0
  let broken = 0
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if (!next || next.blankLinesBefore > 0 || next.indent > line.indent) continue
    const width = line.end - line.start
    if (width > widestWrap) return false
    inner++
    if (width >= narrowestWrap && !/[.!?:;"”’)]/.test(text.charAt(line.end - 1))) broken++
  }
  return inner >= 3 && broken / inner >= 0.5
}

const joinWrapped = (text: string, lines: readonly Line[]): PlainParagraph[] => {
  const paragraphs: PlainParagraph[] = []
  let previous: Line | null = null
  for (const line of lines) {
    const last = paragraphs[paragraphs.length - 1]
    if (last && previous && continues(text, previous, line)) {
      paragraphs[paragraphs.length - 1] = { ...last, end: line.end }
    } else {
      paragraphs.push({ start: line.start, end: line.end, blankLinesBefore: line.blankLinesBefore })
    }
    previous = line
  }
  return paragraphs
}

/** A wrapped line goes on below, unless a blank line, an indent, a bullet or a short finished line parts them. */
const continues = (text: string, line: Line, next: Line): boolean => {
  if (next.blankLinesBefore > 0 || next.indent > line.indent + 1) return false
  if (/^[•*·▪‣◦-]\s/.test(text.slice(next.start, next.start + 2))) return false
  if (kindOfLine(text.slice(line.start, line.end)) !== null && isComplete(text, line)) return false
  return line.end - line.start >= narrowestWrap
}

/** A byline or a note that fills less than the width, or ends like a sentence, is whole. */
const isComplete = (text: string, line: Line): boolean =>
  line.end - line.start < 60 || /[.)]$/.test(text.slice(line.start, line.end))
