/**
 * Where a sentence begins behind its dateline.
 *
 *   LONDON (Reuters) - The ferry company …     (CNN) -- A judge …     ( CNN ) A fiery sunset …
 *                      ^                                ^                     ^
 * Only at the beginning of a sentence, and only within a few words. Not: "Paris - a city of light" in lower case.
 */
import { isUpperAt } from '../text/character-class.ts'
import { type Reading, type Sentence, tokenText } from '../text/reading.ts'

const longestDateline = 16 // tokens: "WASHINGTON, D.C., March 3 (The Associated Press) —"

const openBracket = 40

/** "-", "--", "---", "–", "—", "―" */
const isDash = (reading: Reading, i: number): boolean => {
  const start = reading.tokens.starts[i] ?? 0
  const length = (reading.tokens.ends[i] ?? 0) - start
  const code = reading.text.charCodeAt(start)
  if (code !== 45) return length === 1 && code >= 0x2013 && code <= 0x2015
  return length <= 3 && '---'.startsWith(reading.text.slice(start, start + length))
}

const isBracket = ({ text, tokens }: Reading, i: number): boolean =>
  text.charCodeAt(tokens.starts[i] ?? 0) === openBracket && tokens.ends[i] === (tokens.starts[i] ?? 0) + 1

/** The first token of the sentence proper. */
export const afterDateline = (reading: Reading, sentence: Sentence): number => {
  const { firstToken, endToken } = sentence
  const last = Math.min(endToken, firstToken + longestDateline)
  let i = firstToken
  while (i < last && !isBracket(reading, i) && !isDash(reading, i)) {
    if (!isPlaceLike(reading, i, i === firstToken)) return firstToken
    i++
  }
  if (i >= last) return firstToken
  if (isBracket(reading, i)) {
    const close = closing(reading, i, last)
    if (close < 0) return firstToken
    const after = close + 1 < last && isDash(reading, close + 1) ? close + 2 : close + 1
    const isAgency = i === firstToken ? isAgencyName(reading, i + 1, close) : true
    if (!isAgency || after >= endToken) return firstToken
    return after === close + 1 && i > firstToken ? firstToken : after
  }
  return i > firstToken && i + 1 < endToken && isAllUpper(tokenText(reading, firstToken)) ? i + 1 : firstToken
}

/** In a dateline stand capitalised words, commas, stops and numbers only. */
const isPlaceLike = (reading: Reading, i: number, isFirst: boolean): boolean => {
  const start = reading.tokens.starts[i] ?? 0
  return isUpperAt(reading.text, start) || (!isFirst && isMarkOrDigit(reading.text.charCodeAt(start)))
}

/** , . / 0 to 9 */
const isMarkOrDigit = (code: number): boolean => code === 44 || (code >= 46 && code <= 57)

const closing = (reading: Reading, open: number, last: number): number => {
  for (let i = open + 1; i < last && i <= open + 6; i++) {
    if (reading.text.charAt(reading.tokens.starts[i] ?? 0) === ')') return i
  }
  return -1
}

const agencies: ReadonlySet<string> = new Set(
  'cnn reuters ap afp upi bbc cbs nbc abc fox npr dpa xinhua ians pti ansa efe tass bloomberg cnet wired mashable variety billboard people'.split(
    ' ',
  ),
)
const isAgencyName = (reading: Reading, first: number, end: number): boolean => {
  for (let i = first; i < end; i++) {
    if (agencies.has(reading.text.slice(reading.tokens.starts[i], reading.tokens.ends[i]).toLowerCase()))
      return true
  }
  return false
}

const isAllUpper = (word: string): boolean =>
  word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase()
