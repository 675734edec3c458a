/**
 * Words, numbers and marks of a text, as the treebanks cut them.
 *
 *   "Gov. O'Neill didn't say," -> Gov. | O'Neill | did | n't | say | ,
 *
 * Clitics ('s, n't) stand alone, hyphened words are cut at the hyphen ("US-backed" -> US | - | backed), abbreviations
 * keep their stop, addresses and handles stay whole. One pass, linear, no allocation a token.
 */
import {
  numberAbbreviations,
  stateAbbreviations,
  statesThatAreWords,
  titleAbbreviations,
  trailingAbbreviations,
} from './abbreviations.ts'
import {
  classOf,
  digitClass,
  isDigitAt,
  isLetterAt,
  isSpaceAt,
  isUpperAt,
  letterClass,
  spaceClass,
  wordUnitsEnd,
} from './character-class.ts'

/** Token i is text.slice(starts[i], ends[i]). */
export interface Tokens {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
}

const longestAbbreviation = 7 // "Messrs." and its like

/** Cuts text.slice(from, to) into tokens; offsets are into the whole text. */
export const findTokens = (text: string, from = 0, to = text.length): Tokens => {
  const most = to - from
  let starts = new Int32Array(Math.max(16, (most >> 2) + 16))
  let ends = new Int32Array(starts.length)
  let count = 0
  let at = from
  while (at < to) {
    if (classOf(text, at) === spaceClass) {
      at++
      continue
    }
    const end = Math.min(to, tokenEnd(text, at))
    if (count === starts.length) {
      starts = grown(starts)
      ends = grown(ends)
    }
    starts[count] = at
    ends[count] = end
    count++
    at = end
  }
  return { count, starts: starts.subarray(0, count), ends: ends.subarray(0, count) }
}

const grown = (array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019

/** Where the token that begins here ends. Always beyond `at`. */
const tokenEnd = (text: string, at: number): number => {
  const kind = classOf(text, at)
  if (kind === letterClass || kind === digitClass) {
    return addressEnd(text, at) ?? wordEnd(text, at)
  }
  const code = text.charCodeAt(at)
  if ((code === 64 || code === 35) && isLetterAt(text, at + 1)) return handleEnd(text, at + 1) // @name #topic
  if (isApostrophe(code)) return cliticEnd(text, at) ?? repeatEnd(text, at, code)
  if (code === 46 || code === 45 || code === 96) return repeatEnd(text, at, code) // "..." "--" "``"
  if (code >= 0xd800 && code <= 0xdbff) return at + 2
  return at + 1
}

const repeatEnd = (text: string, at: number, code: number): number => {
  let end = at + 1
  while (text.charCodeAt(end) === code) end++
  return end
}

const handleEnd = (text: string, at: number): number => {
  let end = at
  while (isWordUnit(text, end) || text.charCodeAt(end) === 95) end++
  return end
}

const isWordUnit = (text: string, index: number): boolean => {
  const kind = classOf(text, index)
  return kind === letterClass || kind === digitClass
}

const clitics: ReadonlySet<string> = new Set([
  's',
  're',
  've',
  'll',
  'd',
  'm',
  'S',
  'RE',
  'VE',
  'LL',
  'D',
  'M',
])

/** The end of "'s" and its like that begins at the apostrophe, or null. */
const cliticEnd = (text: string, at: number): number | null => {
  let end = at + 1
  while (end < at + 4 && isLetterAt(text, end)) end++
  return !isWordUnit(text, end) && clitics.has(text.slice(at + 1, end)) ? end : null
}

/** "https://…", "www.…": whole, to the next blank, without the mark that ends the sentence. */
const addressEnd = (text: string, at: number): number | null => {
  const code = text.charCodeAt(at) | 32
  if (code !== 104 && code !== 119) return null
  if (!text.startsWith('http://', at) && !text.startsWith('https://', at) && !text.startsWith('www.', at))
    return null
  let end = at
  while (!isSpaceAt(text, end)) end++
  while (end > at + 1 && /[.,;:!?)\]"'”’]/.test(text.charAt(end - 1))) end--
  return end
}

const blank = 32

const wordEnd = (text: string, at: number): number => {
  let end = at
  let dots = 0
  for (;;) {
    end = wordUnitsEnd(text, end)
    const code = text.charCodeAt(end)
    if (code === blank) return end
    if (isApostrophe(code) && isLetterAt(text, end + 1) && end > at) {
      if (isNot(text, at, end)) return end - 1 > at ? end - 1 : end + 2
      if (cliticEnd(text, end) !== null) return end
      end++
      continue
    }
    if (isDigitAt(text, end - 1) && (code === 44 || code === 46 || code === 58) && isDigitAt(text, end + 1)) {
      end++
      continue
    }
    if (code === 46 && joinsLetters(text, at, end)) {
      dots++
      end++
      continue
    }
    if (code === 38 && isUpperAt(text, end - 1) && isUpperAt(text, end + 1)) {
      end++ // "AT&T"
      continue
    }
    break
  }
  return text.charCodeAt(end) === 46 && keepsStop(text, at, end, dots) ? end + 1 : end
}

/** At the apostrophe of "didn't": the clitic begins one letter earlier. */
const isNot = (text: string, at: number, apostrophe: number): boolean =>
  apostrophe > at &&
  (text.charCodeAt(apostrophe - 1) | 32) === 110 &&
  (text.charCodeAt(apostrophe + 1) | 32) === 116 &&
  !isWordUnit(text, apostrophe + 2)

/** "U.S", "a.m", "example.com", but not the glued "end.The". */
const joinsLetters = (text: string, at: number, dot: number): boolean => {
  if (!isLetterAt(text, dot + 1) || !isLetterAt(text, dot - 1)) return false
  const isSingle = dot - at === 1 || text.charCodeAt(dot - 2) === 46
  if (isSingle) return isUpperAt(text, dot - 1) === isUpperAt(text, dot + 1) || !isWordUnit(text, dot + 2)
  return !isUpperAt(text, dot + 1) && !isUpperAt(text, at)
}

/** Whether the stop at `dot` belongs to the word before it. */
const keepsStop = (text: string, at: number, dot: number, dots: number): boolean => {
  const length = dot - at
  if (text.charCodeAt(dot + 1) === 46) return false
  if (dots > 0 && text.charCodeAt(dot - 2) === 46) return true // "U.S."
  if (length === 1) return isUpperAt(text, at) && text.charAt(at) !== 'I' && !isLetterAt(text, at - 1)
  if (length > longestAbbreviation) return false
  const word = text.slice(at, dot)
  if (titleAbbreviations.has(word) || trailingAbbreviations.has(word)) return true
  if (numberAbbreviations.has(word)) return isDigitAt(text, dot + 1) || isDigitAt(text, dot + 2)
  if (!stateAbbreviations.has(word)) return false
  return !statesThatAreWords.has(word) || text.charAt(at - 2) === ',' || text.charAt(dot + 1) === ','
}
