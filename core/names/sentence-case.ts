/**
 * How a sentence is cased: as prose, in capitals, as a headline in title case, or without capitals at all.
 *
 *   "PRIME MINISTER RESIGNS" -> capitals; "Prime Minister Resigns After Vote" -> titles
 *
 * Where case says nothing about names, the features must not read it as if it did.
 */
import { isLetterAt, isUpperAt } from '../text/character-class.ts'
import type { Tokens } from '../text/tokens.ts'

export const proseCase = 0
export const capitalsCase = 1
export const titleCase = 2
export const smallCase = 3
export type SentenceCase = 0 | 1 | 2 | 3

const fewestWords = 3 // "BBC News" is a name, not a headline
const fewestTitleWords = 4

export const sentenceCase = (text: string, tokens: Tokens, first: number, end: number): SentenceCase => {
  let words = 0
  let longWords = 0
  let upper = 0
  let capitals = 0
  let smallLong = 0
  for (let i = first; i < end; i++) {
    const start = tokens.starts[i] ?? 0
    const stop = tokens.ends[i] ?? 0
    if (!isLetterAt(text, start) || stop - start < 2) continue
    words++
    const isLong = stop - start > 3
    if (isLong) longWords++
    if (!isUpperAt(text, start)) {
      if (isLong) smallLong++
      continue
    }
    upper++
    if (isUpperAt(text, start + 1) && isUpperAt(text, stop - 1)) capitals++
  }
  if (words >= fewestWords && capitals >= words * 0.7) return capitalsCase
  if (words >= fewestTitleWords && longWords >= 3 && upper >= words * 0.6 && smallLong <= longWords * 0.1) {
    return titleCase
  }
  return upper === 0 && words >= fewestWords ? smallCase : proseCase
}
