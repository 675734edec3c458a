/**
 * How many words a reader is shown: stretches between blanks that hold a letter or a digit.
 *
 *   "The ferry – 40 years old – sank." -> 6
 *
 * Counted unit by unit where the text is plain, by expressions where it is not.
 */
import { hasLetterOrDigit } from '../text/character-class.ts'
export const shownWords = (text: string): number => {
  let words = 0
  let isWord = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code > 127) {
      if (isGeneralMark(code)) continue
      return wordStretches(text)
    }
    if (code === 32 || (code >= 9 && code <= 13)) isWord = false
    else if (!isWord && isAsciiWord(code)) {
      isWord = true
      words++
    }
  }
  return words
}

/** A dash, a quotation mark or dots: what stands beyond ASCII in most texts is neither blank nor word. */
const isGeneralMark = (code: number): boolean => code >= 0x2010 && code <= 0x2027

const isAsciiWord = (code: number): boolean => {
  const lower = code | 32
  return (lower >= 97 && lower <= 122) || (code >= 48 && code <= 57)
}

/** The same of any script. */
const wordStretches = (text: string): number => {
  let words = 0
  for (const stretch of text.split(/\s+/)) if (hasLetterOrDigit(stretch)) words++
  return words
}
