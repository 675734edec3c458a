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

/**
 * Most characters by their ranges: an expression of letters of any script takes tenths of a millisecond to be built,
 * which counts where one article is read and no other.
 */
const classifyPlain = (code: number): number => {
  if (code < 0x80) {
    const lower = code | 32
    if (lower >= 97 && lower <= 122) return letterClass
    if (code >= 48 && code <= 57) return digitClass
    return code === 32 || (code >= 9 && code <= 13) ? spaceClass : otherClass
  }
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 || code === 0xf7 ? otherClass : letterClass
  if (code === 0xa0) return spaceClass
  return code >= 0x2010 && code <= 0x2027 ? otherClass : 0 // dashes, quotation marks, dots
}

const classify = (code: number): number => {
  const plain = classifyPlain(code)
  if (plain !== 0) return plain
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
    known = classOf(text, index) === letterClass && isUpperLetter(code) ? 1 : 2
    cases[code] = known
  }
  return known === 1
}

const isUpperLetter = (code: number): boolean =>
  code >= 0xc0 && code <= 0xff ? code <= 0xde : upperLetter.test(String.fromCharCode(code))

const letterOrDigit = /[\p{L}\p{N}]/u

/** Whether a letter or a digit of any script stands somewhere in a text; a mark above a letter is none. */
export const hasLetterOrDigit = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x80 && (code < 0xc0 || code > 0x24f) && (code < 0x2010 || code > 0x2027))
      return letterOrDigit.test(text)
    const kind = classifyPlain(code)
    if (kind === letterClass || kind === digitClass) return true
  }
  return false
}

/** Whether every unit is of ASCII: then letters are a to z. */
export const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x80) return false
  return true
}

export const isLetterAt = (text: string, index: number): boolean => classOf(text, index) === letterClass
export const isDigitAt = (text: string, index: number): boolean => classOf(text, index) === digitClass
export const isSpaceAt = (text: string, index: number): boolean => classOf(text, index) === spaceClass
