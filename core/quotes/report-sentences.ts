/**
 * The sentences in which something may be reported: what stands in quotation marks and what stands around it.
 *
 *   “It works. It holds,” said Ana Ruiz. She left.   ->  one with a quote and "said Ana Ruiz .", and one without
 *
 * A quote that could stand alone is whole: it is a hole in the sentence, its words are not read. A fragment ("said it
 * was “odd”") is read with the rest.
 */
import { isLetterAt, isSpaceAt, isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import type { QuotedStretch } from './quotation-marks.ts'

export interface ReportQuote {
  /** Which of the article's stretches. */
  readonly stretch: number
  readonly isWhole: boolean
  /** Its place: how many of the sentence's words stand before it. */
  readonly place: number
}

export interface ReportSentence {
  readonly start: number
  readonly end: number
  readonly block: number
  /** Number of the line in the text: quotes of one paragraph share it. */
  readonly line: number
  /** Tokens around the whole quotes and in the fragments, without the marks. */
  readonly words: readonly number[]
  readonly quotes: readonly ReportQuote[]
}

export const findReportSentences = (
  reading: Reading,
  stretches: readonly QuotedStretch[],
): readonly ReportSentence[] => {
  const found: ReportSentence[] = []
  const { sentences, tokens, text } = reading
  let next = 0
  let line = 0
  let block = -1
  for (let i = 0; i < sentences.length; i++) {
    const first = sentences[i]
    if (first === undefined) break
    let last = first
    let reach = next
    for (;;) {
      while (reach < stretches.length && (stretches[reach]?.open ?? 0) < last.end) reach++
      const open = stretches[reach - 1]
      const following = sentences[i + 1]
      const isInside =
        open !== undefined &&
        open.open >= first.start &&
        following !== undefined &&
        following.start < open.close
      if (!isInside || following === undefined) break
      last = following
      i++
    }
    if (first.block !== block || hasLineBreak(text, found[found.length - 1]?.end ?? first.start, first.start))
      line++
    block = first.block
    const range = { first: first.firstToken, end: last.endToken }
    const quotes: ReportQuote[] = []
    const words: number[] = []
    let token = range.first
    const take = (until: number): void => {
      for (; token < range.end && (tokens.starts[token] ?? 0) < until; token++) words.push(token)
    }
    const skip = (until: number): void => {
      while (token < range.end && (tokens.starts[token] ?? 0) < until) token++
    }
    for (; next < reach; next++) {
      const stretch = stretches[next]
      if (stretch === undefined || stretch.open < first.start) continue
      take(stretch.open)
      skip(stretch.start)
      const isWhole = standsAlone(reading, stretch, { start: first.start, end: last.end })
      quotes.push({ stretch: next, isWhole, place: words.length })
      if (isWhole) skip(stretch.close)
      else {
        take(stretch.end)
        skip(stretch.close)
      }
    }
    take(last.end)
    found.push({ start: first.start, end: last.end, block, line, words, quotes })
  }
  return found
}

const hasLineBreak = (text: string, from: number, to: number): boolean => text.slice(from, to).includes('\n')

const stops = ',.!?…;—-'

/** Whether the words between the marks are a sentence of their own rather than part of the one around them. */
const standsAlone = (
  reading: Reading,
  stretch: QuotedStretch,
  sentence: { start: number; end: number },
): boolean => {
  const { text } = reading
  if (!stretch.isClosed || stretch.continues) return true
  if (hasSentenceInside(text, stretch)) return true
  let before = stretch.open - 1
  while (before >= sentence.start && isSpaceAt(text, before)) before--
  const isFirst = before < sentence.start
  let after = stretch.close
  while (after < sentence.end && isSpaceAt(text, after)) after++
  const isLast = after >= sentence.end
  const endsInStop = stops.includes(text.charAt(stretch.end - 1))
  const startsUpper = isUpperAt(text, firstLetter(text, stretch.start))
  const follows = ',:—–'.includes(text.charAt(before)) || text.startsWith('--', before - 1)
  if (isFirst) return endsInStop || isLast || ',—–'.includes(text.charAt(after))
  if (follows) return startsUpper ? endsInStop || isLast : endsInStop && hasWords(text, stretch, 5)
  return startsUpper && endsInStop && hasWords(text, stretch, 4)
}

const firstLetter = (text: string, from: number): number => {
  let at = from
  while (at < from + 5 && !isLetterAt(text, at)) at++
  return at
}

/** example: "we go. They stay" has one inside, "in the U.S. today" has none */
const sentenceInside = /[.!?]["'”’)\]]*\s+["'“‘([]*\p{Lu}\p{L}* \p{L}/u
const hasSentenceInside = (text: string, stretch: QuotedStretch): boolean =>
  stretch.end - stretch.start > 60 && sentenceInside.test(text.slice(stretch.start + 10, stretch.end))

const hasWords = (text: string, stretch: QuotedStretch, least: number): boolean => {
  let words = 1
  for (let i = stretch.start; i < stretch.end && words < least; i++) if (isSpaceAt(text, i)) words++
  return words >= least
}
