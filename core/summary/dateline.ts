/**
 * Where a sentence begins behind its dateline.
 *
 *   LONDON (Reuters) - The ferry company …     (CNN) -- A judge …     ( CNN ) A fiery sunset …
 *                      ^                                ^                     ^
 * Only at the beginning of a sentence, and only within a few words. Not: "Paris - a city of light" in lower case.
 */
import { isUpperAt } from '../text/character-class.ts'
import type { Reading, Sentence } from '../text/reading.ts'

const longestDateline = 16 // tokens: "WASHINGTON, D.C., March 3 (The Associated Press) —"

const isDash = (text: string): boolean => /^(?:-{1,3}|[–—―])$/.test(text)

/** The first token of the sentence proper. */
export const afterDateline = (reading: Reading, sentence: Sentence): number => {
  const { firstToken, endToken } = sentence
  const last = Math.min(endToken, firstToken + longestDateline)
  const word = (i: number): string => reading.text.slice(reading.tokens.starts[i], reading.tokens.ends[i])
  let i = firstToken
  while (i < last && word(i) !== '(' && !isDash(word(i))) {
    if (!isPlaceLike(reading, i, i === firstToken)) return firstToken
    i++
  }
  if (i >= last) return firstToken
  if (word(i) === '(') {
    const close = closing(reading, i, last)
    if (close < 0) return firstToken
    const after = close + 1 < last && isDash(word(close + 1)) ? close + 2 : close + 1
    const isAgency = i === firstToken ? isAgencyName(reading, i + 1, close) : true
    if (!isAgency || after >= endToken) return firstToken
    return after === close + 1 && i > firstToken ? firstToken : after
  }
  return i > firstToken && i + 1 < endToken && isAllUpper(word(firstToken)) ? i + 1 : firstToken
}

/** In a dateline stand capitalised words, commas, stops and numbers only. */
const isPlaceLike = (reading: Reading, i: number, isFirst: boolean): boolean => {
  const start = reading.tokens.starts[i] ?? 0
  const first = reading.text.charAt(start)
  return isUpperAt(reading.text, start) || (!isFirst && /[,.\d/]/.test(first))
}

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
