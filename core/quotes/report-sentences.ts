/**
 * The sentences in which something may be reported: what stands in quotation marks and what stands around it.
 *
 *   “It works. It holds,” said Ana Ruiz. She left.   ->  one with a quote and "said Ana Ruiz .", and one without
 *
 * A quote that could stand alone is whole: it is a hole in the sentence, its words are not read. A fragment ("said it
 * was “odd”") is read with the rest.
 */
import { findDateline } from '../read/dateline.ts'
import { isLetterAt, isSpaceAt, isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { cueVerbOf } from './cue-lexicon.ts'
import type { QuotedStretch } from './quotation-marks.ts'

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
        (following.start < open.close || isCutBeforeCue(reading, open, following))
      if (!isInside || following === undefined) break
      last = following
      i++
    }
    if (first.block !== block || hasLineBreak(text, found[found.length - 1]?.end ?? first.start, first.start))
      line++
    block = first.block
    const range = { first: afterDateline(reading, first), end: last.endToken }
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
      const bounds = { start: first.start, end: last.end }
      const isWhole = standsAlone(reading, stretch, bounds) || goesOn(text, stretch, quotes)
      const isClosing =
        !isWhole && words.length > 0 && hasWords(text, stretch, 3) && isClosedByCue(reading, stretch, bounds)
      if (isClosing) {
        const from =
          reading.tokens.starts[words[quotes.findLast(q => q.isWhole)?.place ?? 0] ?? 0] ?? stretch.start
        words.length = quotes.findLast(q => q.isWhole)?.place ?? 0
        while (quotes.length > 0 && !quotes[quotes.length - 1]?.isWhole) quotes.pop()
        quotes.push({
          stretch: next,
          isWhole: true,
          place: words.length,
          start: from,
          end: stretch.end,
          isLower: false,
        })
        skip(stretch.close)
        continue
      }
      const isLower = !isUpperAt(text, firstLetter(text, stretch.start))
      quotes.push({
        stretch: next,
        isWhole,
        place: words.length,
        start: stretch.start,
        end: stretch.end,
        isLower,
      })
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

const stops = ',.!?…;—-'

/** “We will,” said Ruiz, “rebuild.”: behind a comma, after a whole quote of the same sentence. */
const goesOn = (text: string, stretch: QuotedStretch, before: readonly ReportQuote[]): boolean =>
  before[before.length - 1]?.isWhole === true &&
  /,\s*$/.test(text.slice(Math.max(0, stretch.open - 3), stretch.open))

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
  const endsInStop = stops.includes(text.charAt(lastInside(text, stretch) - 1))
  const startsUpper = isUpperAt(text, firstLetter(text, stretch.start))
  const follows = ',:—–'.includes(text.charAt(before)) || text.startsWith('--', before - 1)
  if (isFirst && hasWords(text, stretch, 4) && isCueBehind(reading, stretch.close, sentence) && startsUpper)
    return true
  if (isFirst) return endsInStop || isLast || ',—–'.includes(text.charAt(after))
  const isClosing = isLast ? endsInStop : '.!?'.includes(text.charAt(after)) && after + 1 >= sentence.end
  if (startsUpper && isClosing && isCueEndingAt(text, before + 1)) return true
  if (follows) return startsUpper ? endsInStop || isLast : endsInStop && hasWords(text, stretch, 5)
  return startsUpper && endsInStop && hasWords(text, stretch, 4)
}

/** Some chanted | “Go! Go!”: a verb that takes a quote right before the mark. */
const isCueEndingAt = (text: string, end: number): boolean => {
  let start = end
  while (start > 0 && isLetterAt(text, start - 1)) start--
  return cueVerbOf(text.slice(start, end).toLowerCase())?.takes.startsWith('q') === true
}

const farthestCue = 9 // "the paper's senior politics editor Ana Ruiz said" behind the mark

/** “…,” said Ruiz: a comma before the closing mark, and a verb of saying close behind it. */
const isClosedByCue = (reading: Reading, stretch: QuotedStretch, sentence: { end: number }): boolean => {
  const { text } = reading
  if (text.charAt(lastInside(text, stretch) - 1) !== ',' && text.charAt(stretch.close) !== ',') return false
  return isCueBehind(reading, stretch.close, sentence)
}

const isCueBehind = (reading: Reading, offset: number, sentence: { end: number }): boolean =>
  isCueFrom(reading, firstTokenFrom(reading, offset), sentence.end)

/** "Ruiz said", "said Ruiz", "the paper's editor Ana Ruiz told": a verb of saying with no other verb before it. */
const isCueFrom = (
  { text, tokens }: Pick<Reading, 'text' | 'tokens'>,
  first: number,
  end: number,
): boolean => {
  for (let token = first; token < Math.min(tokens.count, first + farthestCue); token++) {
    const start = tokens.starts[token] ?? 0
    if (start >= end) return false
    const word = text.slice(start, tokens.ends[token])
    if (word === ',' && token === first) continue
    if (token <= first + 1 && /^(?:and|but|or)$/.test(word)) return false
    const verb = word.endsWith('ing') ? undefined : cueVerbOf(word) // "“…,” adding that": the verb of the words before
    if (verb?.takes.startsWith('q')) return true
    const next = text.slice(tokens.starts[token + 1], tokens.ends[token + 1])
    if (verb?.particles.some(particle => particle.word === next && particle.takes.startsWith('q')))
      return true
    if (!/^['’\p{L}.]+$/u.test(word) || noSpeakerWords.has(word.toLowerCase())) return false
  }
  return false
}

/** Between a quote and its verb these tell that another clause began. */
const noSpeakerWords: ReadonlySet<string> = new Set(
  `is was are were be been will would can could may might must should do does did not that which if when because but or to in on at as
   by with from so than then while where how why what before after until since though although there this these those`.split(
    /\s+/,
  ),
)

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

const firstTokenFrom = (reading: Reading, offset: number): number => {
  const { starts, count } = reading.tokens
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Behind the last character between the marks that is no blank and no inner closing mark: “… ‘no,’ ”. */
const lastInside = (text: string, { start, end }: QuotedStretch): number => {
  let at = end
  while (at > start + 1 && (isSpaceAt(text, at - 1) || '\'’"”'.includes(text.charAt(at - 1)))) at--
  return at
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
