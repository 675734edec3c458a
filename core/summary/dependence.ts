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
import { linkingWords, pointingWords, reportingWords, timeNouns } from './function-words.ts'
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
      leans: leansBack(reading, content, sentence),
      isOrphanQuote: orphans[k] === 1 || (marks.isQuoted && !marks.hasReport),
      isQuote: marks.isQuoted,
      isTableRow: isTableRow(reading, content, sentence),
    }
  })
}

/** Words of the sentence from a token on, lower-cased, marks left out; at most `most`. */
const firstWords = (
  reading: Reading,
  content: ContentWords,
  sentence: StorySentence,
  most: number,
): string[] => {
  const words: string[] = []
  for (let i = sentence.firstToken; i < sentence.endToken && words.length < most; i++) {
    if (content.at[i] === notWord) continue
    words.push(reading.text.slice(reading.tokens.starts[i], reading.tokens.ends[i]).toLowerCase())
  }
  return words
}

const leansBack = (reading: Reading, content: ContentWords, sentence: StorySentence): boolean => {
  const words = firstWords(reading, content, sentence, 4)
  const at = linkingWords.has(words[0] ?? '') ? 1 : 0
  if (words[at] === 'the') return countingBack.has(words[at + 1] ?? '')
  if (!pointingWords.has(words[at] ?? '')) return false
  return !timeNouns.has(words[at + 1] ?? '')
}

const mostlyQuoted = 0.6

/** "The second …": of what, the sentence before tells. */
const countingBack: ReadonlySet<string> = new Set(
  'second third fourth latter former other others same'.split(' '),
)

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
    else if (end - start <= longestReport && reportingWords.has(reading.text.slice(start, end).toLowerCase()))
      hasReport = true
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
