/**
 * The sentences in which something may be reported: what stands in quotation marks and what stands around it.
 *
 *   “It works. It holds,” said Ana Ruiz. She left.   ->  one with a quote and "said Ana Ruiz .", and one without
 *
 * A quote that could stand alone is whole: it is a hole in the sentence, its words are not read. A fragment ("said it
 * was “odd”") is read with the rest.
 */
import { findDateline } from '../read/dateline.ts'
import { isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { isReportVerb } from './cue-lexicon.ts'
import type { QuotedStretch } from './quotation-marks.ts'
import {
  endsInComma,
  firstLetter,
  firstTokenFrom,
  hasWords,
  isClosedByCue,
  isCueFrom,
  lastInside,
  standsAlone,
} from './stands-alone.ts'

export interface ReportQuote {
  /** Which of the article's stretches. */
  readonly stretch: number
  readonly isWhole: boolean
  /** Its place: how many of the sentence's words stand before it. */
  readonly place: number
  /** What was said: between the marks, or from the sentence's begin where a cue closes it ("Ruiz “is safe,” said Lee"). */
  readonly start: number
  readonly end: number
  /** Its first letter is a small one. */
  readonly isLower: boolean
  /** A comma before or behind the closing mark: the sentence goes on. */
  readonly endsInComma: boolean
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

type Sentence = Reading['sentences'][number]

export const findReportSentences = (
  reading: Reading,
  stretches: readonly QuotedStretch[],
): readonly ReportSentence[] => {
  const found: ReportSentence[] = []
  const { sentences, text } = reading
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
      const following = sentences[i + 1]
      const open = stretches[reach - 1]
      if (following === undefined || open === undefined || open.open < first.start) break
      if (following.start >= open.close && !isCutBeforeCue(reading, open, following)) break
      last = following
      i++
    }
    if (first.block !== block || hasLineBreak(text, found[found.length - 1]?.end ?? first.start, first.start))
      line++
    block = first.block
    found.push({ block, line, ...readSentence(reading, { first, last }, stretches, { next, reach }) })
    next = reach
  }
  return found
}

/** The words and quotes of the sentences from `first` to `last`, in which the stretches [next, reach) open. */
const readSentence = (
  reading: Reading,
  { first, last }: { first: Sentence; last: Sentence },
  stretches: readonly QuotedStretch[],
  { next, reach }: { next: number; reach: number },
): Omit<ReportSentence, 'block' | 'line'> => {
  const { tokens, text } = reading
  const bounds = { start: first.start, end: last.end }
  const quotes: ReportQuote[] = []
  const words: number[] = []
  let token = afterDateline(reading, first)
  const isBefore = (until: number): boolean => token < last.endToken && (tokens.starts[token] ?? 0) < until
  const take = (until: number): void => {
    for (; isBefore(until); token++) words.push(token)
  }
  const skip = (until: number): void => {
    while (isBefore(until)) token++
  }
  for (let index = next; index < reach; index++) {
    const stretch = stretches[index]
    if (stretch === undefined || stretch.open < first.start) continue
    take(stretch.open)
    skip(stretch.start)
    let isWhole = standsAlone(reading, stretch, bounds) || goesOn(text, stretch, quotes)
    let start = stretch.start
    if (!isWhole && isClosed(reading, stretch, bounds, words)) {
      const place = quotes.findLast(quote => quote.isWhole)?.place ?? 0
      start = tokens.starts[words[place] ?? 0] ?? start
      words.length = place
      while (quotes.length > 0 && !quotes[quotes.length - 1]?.isWhole) quotes.pop()
      isWhole = true
    }
    const isLower = start === stretch.start && !isUpperAt(text, firstLetter(text, start))
    quotes.push({
      stretch: index,
      isWhole,
      place: words.length,
      start,
      end: stretch.end,
      isLower,
      endsInComma: endsInComma(text, stretch),
    })
    if (!isWhole) take(stretch.end)
    skip(stretch.close)
  }
  take(last.end)
  return { ...bounds, words, quotes }
}

/** Whether the words before a fragment are part of what a cue behind it closes: "Ruiz “is safe,” said Lee". */
const isClosed = (
  reading: Reading,
  stretch: QuotedStretch,
  bounds: { start: number; end: number },
  words: readonly number[],
): boolean =>
  words.length > 0 &&
  hasWords(reading.text, stretch, 3) &&
  isClosedByCue(reading, stretch, bounds) &&
  !opensWithReport(reading, words)

const opening: ReadonlySet<string> = new Set(
  'after when while although though as because since once if before'.split(' '),
)

/** "After Ruiz said that it was “safe,” Lee said": a clause that only leads in reports on its own. */
const opensWithReport = (reading: Reading, words: readonly number[]): boolean =>
  opening.has(wordOf(reading, words[0] ?? 0).toLowerCase()) &&
  words.some(token => isReportVerb(wordOf(reading, token).toLowerCase()))

/** “Really?” | Ana Ruiz repeated. The sentence goes on where a verb of saying stands close behind the mark. */
const isCutBeforeCue = (
  { text, tokens }: Reading,
  stretch: QuotedStretch,
  following: { start: number; end: number; firstToken: number; endToken: number },
): boolean => {
  if (stretch.close > following.start || !'!?,…—'.includes(text.charAt(lastInside(text, stretch) - 1)))
    return false
  if (
    text.slice(stretch.close, following.start).trim() !== '' ||
    text.slice(stretch.close, following.start).includes('\n')
  )
    return false
  const first = text.slice(tokens.starts[following.firstToken], tokens.ends[following.firstToken])
  if (
    /^(?:He|She|They|We|I|But|And|So|Then|When|If|As|In|On|At|After|Before|While|Asked|The|That|This|It)$/.test(
      first,
    )
  )
    return false
  return isCueFrom({ text, tokens }, following.firstToken, following.end) && isUpperAt(text, following.start)
}

const hasLineBreak = (text: string, from: number, to: number): boolean => text.slice(from, to).includes('\n')

/** “We will,” said Ruiz, “rebuild.”: behind a comma, after a whole quote of the same sentence. */
const goesOn = (text: string, stretch: QuotedStretch, before: readonly ReportQuote[]): boolean =>
  before[before.length - 1]?.isWhole === true &&
  /,\s*$/.test(text.slice(Math.max(0, stretch.open - 3), stretch.open))

/** "RIVERTON, Ohio (AP) — “We …": where a story was written is no part of its first sentence. */
const afterDateline = (reading: Reading, sentence: Reading['sentences'][number]): number => {
  const block = reading.blocks[sentence.block]
  if (block === undefined || sentence.start !== block.start || block.kind !== 'paragraph')
    return sentence.firstToken
  const dateline = findDateline(reading.text, block)
  if (dateline === null) return sentence.firstToken
  let first = firstTokenFrom(reading, dateline.end)
  while (first < sentence.endToken && /^[—–:-]+$/.test(wordOf(reading, first))) first++
  return first < sentence.endToken ? first : sentence.firstToken
}

const wordOf = ({ text, tokens }: Reading, token: number): string =>
  text.slice(tokens.starts[token], tokens.ends[token])
