/**
 * Runs of letters of any script, found without an expression: V8 writes `\p{L}` out as hundreds of ranges wherever it
 * first meets one, and an article would wait for a dozen of these.
 *
 *   lettersEnd("Ruiz’s", 0) -> 4      lettersStart("by Ruiz", 7) -> 3
 */
import { isLetterAt, isUpperAt } from '../text/character-class.ts'

/** Behind the last letter of the run that begins at `from`; `from` where none stands. */
export const lettersEnd = (text: string, from: number): number => {
  let end = from
  while (end < text.length && isLetterAt(text, end)) end++
  return end
}

/** Where the run of letters before `end` begins, not before `from`. */
export const lettersStart = (text: string, end: number, from = 0): number => {
  let start = end
  while (start > from && isLetterAt(text, start - 1)) start--
  return start
}

/** Whether a letter stands there that has a capital and is none. */
export const isLowerAt = (text: string, index: number): boolean => {
  const code = text.charCodeAt(index)
  if (code < 128) return code >= 97 && code <= 122
  if (!isLetterAt(text, index) || isUpperAt(text, index)) return false
  const character = text.charAt(index)
  return character.toUpperCase() !== character
}
