/**
 * Sentences of a block, from its tokens.
 *
 *   He left at 5 p.m. Tuesday. “Why?” she asked. | “Because,” Gov. Lee said.
 *
 * A sentence ends at . ! ? … with the closing marks behind it, where what follows can begin one. Sentences inside a
 * quotation are cut too. A text without capitals (some collections are lower-cased) is cut at its stops alone.
 * Not done: a full stop that was forgotten.
 */
import { titleAbbreviations, trailingAbbreviations } from './abbreviations.ts'
import { isDigitAt, isSpaceAt, isUpperAt } from './character-class.ts'
import type { Tokens } from './tokens.ts'

const closers = '"”’\')]}»›'
const openers = '"“‘\'([{«‹„‚—–-•*¿¡#@$€£`'

/** Words that begin sentences and hardly ever a name: after "U.S." or "Inc." they tell that a sentence ended. */
const starters: ReadonlySet<string> = new Set(
  `The A An In On At It He She They We I You His Her Its Their Our My This That These Those There But And Or So If When While As
   After Before Since For From With By To Of No Not What Who How Why Where However Meanwhile Also Both Some Many Most Such
   According Although Though Because Until Under Over During Despite Last Then Now Once One Two Three`.split(
    /\s+/,
  ),
)
const speechCues: ReadonlySet<string> = new Set(
  'said says asked asks told tells wrote writes added adds replied replies tweeted shouted yelled cried answered explained'.split(
    ' ',
  ),
)

/** Calls back with [first, end) token indexes of every sentence among the tokens [first, end). */
export const cutSentences = (
  text: string,
  tokens: Tokens,
  first: number,
  end: number,
  found: (first: number, end: number) => void,
  hasCase = true,
): void => {
  const begins = hasCase ? beginsSentence : beginsCaseless
  let begin = first
  let i = first
  while (i < end) {
    if (!endsHere(text, tokens, i)) {
      i++
      continue
    }
    let next = i + 1
    while (next < end && isCloserAfter(text, tokens, next)) next++
    if (next >= end || begins(text, tokens, i, next, end)) {
      found(begin, next)
      begin = next
    }
    i = next
  }
  if (begin < end) found(begin, end)
}

const lastCode = (text: string, tokens: Tokens, i: number): number =>
  text.charCodeAt((tokens.ends[i] ?? 0) - 1)

const endsHere = (text: string, tokens: Tokens, i: number): boolean => {
  const code = lastCode(text, tokens, i)
  return code === 46 || code === 33 || code === 63 || code === 0x2026
}

/** A mark that closes: it touches the token before it, or stands between blanks in text that is already cut. */
const isCloserAfter = (text: string, tokens: Tokens, i: number): boolean => {
  const start = tokens.starts[i] ?? 0
  const end = tokens.ends[i] ?? 0
  if (end - start > 2 || !closers.includes(text.charAt(start))) {
    return end - start === 1 && '.!?'.includes(text.charAt(start))
  }
  if (start === (tokens.ends[i - 1] ?? 0)) return true
  return isSpaceAt(text, end)
}

/** Whether a sentence may begin at token `next`, after one that ended at token `stop`. */
const beginsSentence = (text: string, tokens: Tokens, stop: number, next: number, end: number): boolean => {
  const start = tokens.starts[next] ?? 0
  const hasBlank = start > (tokens.ends[next - 1] ?? 0)
  const first = text.charAt(start)
  if (!isUpperAt(text, start) && !isDigitAt(text, start) && !openers.includes(first))
    return isUncased(text, start)
  if (!hasBlank && next === stop + 1)
    return isUpperAt(text, start) && lastCode(text, tokens, stop) !== 46 ? true : gluedSentence(text, start)
  const stopLength = (tokens.ends[stop] ?? 0) - (tokens.starts[stop] ?? 0)
  const isAbbreviation =
    stopLength > 1 && lastCode(text, tokens, stop) === 46 && text.charCodeAt(tokens.starts[stop] ?? 0) !== 46
  if (isAbbreviation) return afterAbbreviation(text, tokens, stop, next)
  if (next > stop + 1 && lastCode(text, tokens, stop) !== 46 && isFollowedByCue(text, tokens, next, end))
    return false
  return true
}

/** Where no capital tells: after any stop but those of abbreviations, initials and omissions. "mr. lee", "well ... no" */
const beginsCaseless = (text: string, tokens: Tokens, stop: number, next: number, end: number): boolean => {
  const stopStart = tokens.starts[stop] ?? 0
  const isMark = (tokens.ends[stop] ?? 0) - stopStart === 1
  if ((tokens.starts[next] ?? 0) === (tokens.ends[next - 1] ?? 0)) return false // glued: "yahoo!'s"
  if (lastCode(text, tokens, stop) !== 46)
    return isMark && !(next > stop + 1 && isFollowedByCue(text, tokens, next, end))
  if (!isMark) {
    if (text.charCodeAt(stopStart) === 46) return false // "..."
    return starters.has(capitalised(text.slice(tokens.starts[next], tokens.ends[next])))
  }
  if (stop === 0 || (tokens.ends[stop - 1] ?? 0) !== stopStart) return true
  const before = text.slice(tokens.starts[stop - 1], stopStart)
  if (before.length === 1) return isDigitAt(text, stopStart - 1)
  const word = capitalised(before)
  return !titleAbbreviations.has(word) && !trailingAbbreviations.has(word)
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** Scripts without case begin sentences with any letter. */
const isUncased = (text: string, start: number): boolean => {
  const character = text.charAt(start)
  return character.toLowerCase() === character.toUpperCase() && /\p{Lo}/u.test(character)
}

const gluedSentence = (text: string, start: number): boolean =>
  isUpperAt(text, start) && !isUpperAt(text, start + 1)

const afterAbbreviation = (text: string, tokens: Tokens, stop: number, next: number): boolean => {
  const word = text.slice(tokens.starts[stop], (tokens.ends[stop] ?? 0) - 1)
  const isInitial = word.length === 1
  if (isInitial || titleAbbreviations.has(word)) return false
  const following = text.slice(tokens.starts[next], tokens.ends[next])
  if (next > stop + 1) return true // a closing mark stood between
  return starters.has(following) || '"“‘'.includes(following.charAt(0))
}

const farthestCue = 5 // "Secretary of State John Kerry said" begins within this many words

/** “Really?” Ana Ruiz asked: the report goes on. */
const isFollowedByCue = (text: string, tokens: Tokens, next: number, end: number): boolean => {
  for (let i = next; i < Math.min(end, next + farthestCue); i++) {
    const word = text.slice(tokens.starts[i], tokens.ends[i])
    if (speechCues.has(word)) return true
    if (i === next && starters.has(word) && !pronouns.has(word)) return false
    if (!/^[\p{L}]/u.test(word)) return false
  }
  return false
}
const pronouns: ReadonlySet<string> = new Set(['He', 'She', 'They', 'It', 'I', 'We', 'One'])
