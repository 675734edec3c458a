/**
 * Whether a quote is whole, a hole in its sentence, or a fragment that is read with the words around it; and whether a
 * verb of saying closes it.
 *
 *   “It works,” said Ruiz.      whole        Ruiz said it was “odd” to her.      a fragment
 *   Ruiz “is safe,” said Lee.   closed: all from the sentence's begin is what Lee said
 */
import { isLetterAt, isSpaceAt, isUpperAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { cueVerbOf } from './cue-lexicon.ts'
import type { QuotedStretch } from './quotation-marks.ts'

/** Where a sentence lies in the text. */
interface Bounds {
  readonly start: number
  readonly end: number
}

const stops = ',.!?…;—-'

/** Whether the words between the marks are a sentence of their own rather than part of the one around them. */
export const standsAlone = (reading: Reading, stretch: QuotedStretch, sentence: Bounds): boolean => {
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
export const isClosedByCue = (
  reading: Reading,
  stretch: QuotedStretch,
  sentence: { end: number },
): boolean => {
  const { text } = reading
  return endsInComma(text, stretch) && isCueBehind(reading, stretch.close, sentence)
}

export const endsInComma = (text: string, stretch: QuotedStretch): boolean =>
  text.charAt(lastInside(text, stretch) - 1) === ',' || text.charAt(stretch.close) === ','

const isCueBehind = (reading: Reading, offset: number, sentence: { end: number }): boolean =>
  isCueFrom(reading, firstTokenFrom(reading, offset), sentence.end)

/** "Ruiz said", "said Ruiz", "the paper's editor Ana Ruiz told": a verb of saying with no other verb before it. */
export const isCueFrom = (
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
    if (!isNameLike(word) || noSpeakerWords.has(word.toLowerCase())) return false
  }
  return false
}

/** "Ruiz", "O'Neill", "Sen."; not "13", not a mark */
const isNameLike = (word: string): boolean => {
  for (let i = 0; i < word.length; i++)
    if (!isLetterAt(word, i) && !"'’.".includes(word.charAt(i))) return false
  return true
}

/** Between a quote and its verb these tell that another clause began. */
const noSpeakerWords: ReadonlySet<string> = new Set(
  `is was are were be been will would can could may might must should do does did not that which if when because but or to in on at as
   by with from so than then while where how why what before after until since though although there this these those`.split(
    /\s+/,
  ),
)

export const firstTokenFrom = (reading: Reading, offset: number): number => {
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
export const lastInside = (text: string, { start, end }: QuotedStretch): number => {
  let at = end
  while (at > start + 1 && (isSpaceAt(text, at - 1) || '\'’"”'.includes(text.charAt(at - 1)))) at--
  return at
}

export const firstLetter = (text: string, from: number): number => {
  let at = from
  while (at < from + 5 && !isLetterAt(text, at)) at++
  return at
}

/** example: "we go. They stay" has one inside, "in the U.S. today" has none */
const sentenceInside = /[.!?]["'”’)\]]*\s+["'“‘([]*\p{Lu}\p{L}* \p{L}/u
const hasSentenceInside = (text: string, stretch: QuotedStretch): boolean =>
  stretch.end - stretch.start > 60 &&
  hasStop(text, stretch.start + 10, stretch.end - shortestSentence) &&
  sentenceInside.test(text.slice(stretch.start + 10, stretch.end))

const shortestSentence = 4 // units behind a stop: " I a"

const hasStop = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === 46 || code === 33 || code === 63) return true
  }
  return false
}

export const hasWords = (text: string, stretch: QuotedStretch, least: number): boolean => {
  let words = 1
  for (let i = stretch.start; i < stretch.end && words < least; i++) if (isSpaceAt(text, i)) words++
  return words >= least
}
