/**
 * Whether a sentence can stand in a summary: alone, only behind the sentence before it, or not at all.
 *
 *   He resigned on Monday.                      -> leans: who is he?
 *   This week the ferry sank.                   -> stands: "this week" points at the calendar
 *   "I saw it all.                              -> barred: somebody's words without their speaker
 *   17  4  231  9                               -> barred: a row of a table
 *
 * Not seen: definite nouns that point back ("The plan failed").
 */
import type { Quote } from '../../content-schema/quote.ts'
import { isDigitAt, isLetterAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { type ContentWords, notWord } from './content-words.ts'
import {
  countingFlag,
  flagsAt,
  linkingFlag,
  pointingFlag,
  reportingFlag,
  theFlag,
  timeFlag,
} from './known-words.ts'
import type { StorySentence } from './story-sentences.ts'

export interface Dependence {
  /** Needs the sentence before it. */
  readonly leans: boolean
  /** Somebody's words whose speaker stands elsewhere: may not stand in a summary. */
  readonly isOrphanQuote: boolean
  /** Mostly somebody's words, with the speaker beside them: a summary holds one of these at most. */
  readonly isQuote: boolean
  /** Figures, not prose: may not either. */
  readonly isTableRow: boolean
}

export const findDependence = (
  reading: Reading,
  content: ContentWords,
  story: readonly StorySentence[],
  quotes: readonly Quote[],
): Dependence[] => {
  const orphans = orphanQuotes(story, quotes)
  let inside = false
  return story.map((sentence, k) => {
    if (sentence.opensBlock) inside = false
    const marks = quotationAt(reading, content, sentence, inside)
    inside = marks.isOpen
    return {
      leans: leansBack(content, sentence),
      isOrphanQuote: orphans[k] === 1 || (marks.isQuoted && !marks.hasReport),
      isQuote: marks.isQuoted,
      isTableRow: isTableRow(reading, content, sentence),
    }
  })
}

const leansBack = (content: ContentWords, sentence: StorySentence): boolean => {
  const first = nextWord(content, sentence, sentence.firstToken)
  const opens = flagsAt(content, first) & linkingFlag ? nextWord(content, sentence, first + 1) : first
  const flags = flagsAt(content, opens)
  if (!(flags & (theFlag | pointingFlag))) return false
  const next = flagsAt(content, nextWord(content, sentence, opens + 1))
  return flags & theFlag ? (next & countingFlag) > 0 : !(next & timeFlag)
}

/** The first token of the sentence from here on that is a word; -1 where none is. */
const nextWord = ({ at }: ContentWords, { endToken }: StorySentence, from: number): number => {
  let i = from
  while (i < endToken && at[i] === notWord) i++
  return i < endToken ? i : -1
}

const mostlyQuoted = 0.6

/** 1 for each sentence that is mostly direct words whose speaker stands in another one. */
const orphanQuotes = (story: readonly StorySentence[], quotes: readonly Quote[]): Uint8Array => {
  const orphans = new Uint8Array(story.length)
  let from = 0
  for (const quote of quotes) {
    const first = quote.content[0]
    if (quote.kind === 'indirect' || !first) continue
    while (from < story.length && (story[from]?.end ?? 0) <= first.start) from++
    const mention = quote.speaker?.mention
    if (!mention) continue // nobody found: the marks must tell
    for (const { start, end } of quote.content) {
      for (let k = from; k < story.length && (story[k]?.start ?? 0) < end; k++) {
        const sentence = story[k]
        if (!sentence || sentence.end <= start) continue
        const quoted = Math.min(end, sentence.end) - Math.max(start, sentence.start)
        if (quoted < (sentence.end - sentence.start) * mostlyQuoted) continue
        if (mention.start < sentence.start || mention.end > sentence.end) orphans[k] = 1
      }
    }
  }
  return orphans
}

/** By the marks alone: whether most of the sentence is somebody's words, and whether a verb beside them reports it. */
const quotationAt = (
  reading: Reading,
  content: ContentWords,
  sentence: StorySentence,
  isInside: boolean,
): { isOpen: boolean; isQuoted: boolean; hasReport: boolean } => {
  let isOpen = isInside
  let words = 0
  let quoted = 0
  let hasReport = false
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    const start = reading.tokens.starts[i] ?? 0
    const end = reading.tokens.ends[i] ?? 0
    if (content.at[i] === notWord) {
      isOpen = afterMark(reading.text.charCodeAt(start), end - start, isOpen)
      continue
    }
    words++
    if (isOpen) quoted++
    else if (end - start <= longestReport && flagsAt(content, i) & reportingFlag) hasReport = true
  }
  return { isOpen, isQuoted: quoted > words * mostlyQuoted, hasReport }
}
const longestReport = 10 // "complained"

/** Whether a quotation is open behind a mark. */
const afterMark = (code: number, length: number, isOpen: boolean): boolean => {
  if (code === 34) return !isOpen
  if (code === 0x201c || code === 0xab || (code === 96 && length === 2)) return true
  if (code === 0x201d || code === 0xbb || (code === 39 && length === 2)) return false
  return isOpen
}

const mostNumbersOfProse = 0.4
const fewestWordsOfTable = 3

/** Rows of box scores and price lists: more than two words in five begin with a digit. */
const isTableRow = (reading: Reading, content: ContentWords, sentence: StorySentence): boolean => {
  let words = 0
  let numbers = 0
  for (let i = sentence.firstToken; i < sentence.endToken; i++) {
    if (content.at[i] === notWord) continue
    const start = reading.tokens.starts[i] ?? 0
    words++
    if (isDigitAt(reading.text, start) && !isLetterAt(reading.text, (reading.tokens.ends[i] ?? 0) - 1))
      numbers++
  }
  return words >= fewestWordsOfTable && numbers > words * mostNumbersOfProse
}
