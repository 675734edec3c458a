/**
 * What kind of character stands at a place: one array look-up for the whole basic plane.
 *
 *   classOf(text, i) -> letterClass for "é", digitClass for "7", spaceClass for "\u00a0"
 *
 * Characters beyond the basic plane (emoji, historic scripts) are "other", two units each.
 */
export const letterClass = 1
export const digitClass = 2
export const spaceClass = 3
export const otherClass = 4

const classes = new Uint8Array(65_536) // 0: not looked at yet
const anyLetter = /[\p{L}\p{M}]/u
const anyDigit = /\p{Nd}/u
const anySpace = /[\s\u200b\u2060\ufeff]/u

const classify = (code: number): number => {
  const character = String.fromCharCode(code)
  if (anyLetter.test(character)) return letterClass
  if (anyDigit.test(character)) return digitClass
  return anySpace.test(character) ? spaceClass : otherClass
}

/** The class of one UTF-16 unit; spaceClass beyond the ends of the text. */
export const classOf = (text: string, index: number): number => {
  if (index < 0 || index >= text.length) return spaceClass
  const code = text.charCodeAt(index)
  const known = classes[code] ?? otherClass
  if (known !== 0) return known
  const found = classify(code)
  classes[code] = found
  return found
}

/** The end of the letters and digits from here on; the place itself where none stands. */
export const wordUnitsEnd = (text: string, index: number): number => {
  let end = index
  while (end < text.length) {
    const kind = classes[text.charCodeAt(end)] || classOf(text, end)
    if (kind > digitClass) break
    end++
  }
  return end
}

const cases = new Uint8Array(65_536) // 0: not looked at yet, 1: upper case, 2: anything else
const upperLetter = /[\p{Lu}\p{Lt}]/u

/** Whether an upper-case letter stands there; false beyond the ends. */
export const isUpperAt = (text: string, index: number): boolean => {
  if (index < 0 || index >= text.length) return false
  const code = text.charCodeAt(index)
  if (code < 128) return code >= 65 && code <= 90
  let known = cases[code]
  if (!known) {
    known = upperLetter.test(String.fromCharCode(code)) ? 1 : 2
    cases[code] = known
  }
  return known === 1
}

export const isLetterAt = (text: string, index: number): boolean => classOf(text, index) === letterClass
export const isDigitAt = (text: string, index: number): boolean => classOf(text, index) === digitClass
export const isSpaceAt = (text: string, index: number): boolean => classOf(text, index) === spaceClass
