/**
 * What the finding of places asks of tokens again and again, looked up once an article.
 *
 *   "al-Shughur" -> words "al", "-", "Shughur", folded "al", "", "shughur"
 */
import { isDigitAt, isUpperAt } from '../text/character-class.ts'
import { type Reading, tokenText } from '../text/reading.ts'
import { foldName } from './fold-name.ts'

export interface TokenWords {
  readonly count: number
  /** As written. */
  word(i: number): string
  /** Folded; "" for marks. */
  key(i: number): string
  isCapital(i: number): boolean
  /** Two letters or more, none of them small. */
  isAllCapital(i: number): boolean
  isNumber(i: number): boolean
  /** Whether nothing stands between it and the token before. */
  isGlued(i: number): boolean
  /** Number of its sentence, -1 outside. */
  sentence(i: number): number
  start(i: number): number
  end(i: number): number
}

const anySmall = /\p{Ll}/u
const anyLetters = /\p{L}.*\p{L}/u

const isAllCapital = (word: string): boolean => {
  let letters = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    if (code >= 0x80) return !anySmall.test(word) && anyLetters.test(word)
    if (code >= 97 && code <= 122) return false
    if (code >= 65 && code <= 90) letters++
  }
  return letters > 1
}

export const openTokenWords = (reading: Reading): TokenWords => {
  const { tokens, text } = reading
  const words: (string | undefined)[] = []
  const keys: (string | undefined)[] = []
  words.length = tokens.count // room at once: an array that grows is copied again and again
  keys.length = tokens.count
  const sentences = new Int32Array(tokens.count).fill(-1)
  reading.sentences.forEach((sentence, number) => {
    sentences.fill(number, sentence.firstToken, sentence.endToken)
  })
  const word = (i: number): string => {
    if (i < 0 || i >= tokens.count) return ''
    let known = words[i]
    if (known === undefined) {
      known = tokenText(reading, i)
      words[i] = known
    }
    return known
  }
  return {
    count: tokens.count,
    word,
    key: i => {
      if (i < 0 || i >= tokens.count) return ''
      let known = keys[i]
      if (known === undefined) {
        known = foldName(word(i))
        keys[i] = known
      }
      return known
    },
    isCapital: i => i >= 0 && i < tokens.count && isUpperAt(text, tokens.starts[i] ?? 0),
    isAllCapital: i => isAllCapital(word(i)),
    isNumber: i => i >= 0 && i < tokens.count && isDigitAt(text, tokens.starts[i] ?? 0),
    isGlued: i => i > 0 && i < tokens.count && tokens.starts[i] === tokens.ends[i - 1],
    sentence: i => sentences[i] ?? -1,
    start: i => tokens.starts[i] ?? text.length,
    end: i => tokens.ends[i] ?? text.length,
  }
}
