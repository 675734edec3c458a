/**
 * Quotation marks around a name: titles of works and programmes, nicknames. Such a stretch is no quote.
 *
 *   on NBC's “Meet the Press”     the book “Gifted Hands”     Marine John “Tig” Tiegen     a show called “The Voice”
 *
 * Told by its form (capitals throughout) and by what stands before or behind it. A slogan that is shouted in capitals
 * stands behind a verb and stays a quote.
 */
import type { Span } from '../../content-schema/span.ts'
import { isLetterAt, isSpaceAt, isUpperAt } from '../text/character-class.ts'
import { lettersEnd } from './letter-runs.ts'
import type { QuotedStretch } from './quotation-marks.ts'

const workNouns: ReadonlySet<string> = new Set(
  `show shows series sitcom drama comedy soap book books memoir autobiography biography novel novels film films movie movies documentary
   song songs single singles hit hits album albums program programme programmes podcast play musical opera poem poems essay column blog
   magazine episode game franchise anthem ballad tune trilogy sequel remake exhibition painting broadcast channel station newsletter
   series classic blockbuster thriller bestseller website app ad advert advertisement advertisements ads commercial commercials star stars
   host hosts co-host co-stars actress`.split(/\s+/),
)
const namingWords: ReadonlySet<string> = new Set(
  'titled entitled named called dubbed nicknamed headlined starred starring hosting hosts hosted edits read watched saw played directed'.split(
    ' ',
  ),
)
const smallWords: ReadonlySet<string> = new Set(
  'a an the of and or in on to for by at with from as vs n de la le is'.split(' '),
)
const placing: ReadonlySet<string> = new Set('on in from for at of'.split(' '))
const mostTitleWords = 9

/** Whether the stretch names something rather than quoting somebody. `previous` is the title that a list goes on from. */
export const isTitle = (text: string, stretch: QuotedStretch, previous: QuotedStretch | null): boolean => {
  const form = formOf(text, stretch)
  if (form === null) return false
  if (isNickname(text, stretch, form)) return true
  const before = wordBefore(text, stretch.open)
  const after = wordAfter(text, stretch.close)
  if (/['’]s$/.test(before))
    return form.capitals === form.words && form.words <= mostTitleWords && form.isTitled
  const lower = before.toLowerCase().replace(/,$/, '')
  if (!form.isTitled) return false
  if (lower === 'as' && /known as\s*$/.test(text.slice(Math.max(0, stretch.open - 12), stretch.open)))
    return true
  if (workNouns.has(lower) || workNouns.has(after.toLowerCase())) return true
  if (namingWords.has(lower)) return lower !== 'called' || form.words > 1
  if (previous !== null && isListed(text, previous.close, stretch.open)) return true
  return placing.has(lower) && form.words > 1
}

interface Form {
  readonly words: number
  /** Words with a capital, and small words between them. */
  readonly capitals: number
  readonly isTitled: boolean
}

/** Null where it is too long to be a title, or where it ends like a sentence that is not one. */
const formOf = (text: string, { start, end }: QuotedStretch): Form | null => {
  let words = 0
  let capitals = 0
  let great = 0
  for (let at = start; at < end; ) {
    while (at < end && isSpaceAt(text, at)) at++
    const from = at
    while (at < end && !isSpaceAt(text, at)) at++
    if (at === from) break
    words++
    if (words > mostTitleWords) return null
    const first = firstLetter(text, from, at)
    const isSmall = first >= 0 && isSmallWord(text, first, at)
    if (first < 0 || isUpperAt(text, first)) {
      capitals++
      if (!isSmall) great++
    } else if (isSmall && words > 1) capitals++
  }
  const last = text.charAt(text.charAt(end - 1) === ',' ? end - 2 : end - 1)
  if (last === '?' || last === '!') return null // shouted, not named
  return { words, capitals, isTitled: capitals === words && great > 0 }
}

/** "the", "of," but not "A.D." */
const isSmallWord = (text: string, first: number, to: number): boolean => {
  const end = lettersEnd(text, first)
  return firstLetter(text, end, to) < 0 && smallWords.has(text.slice(first, end).toLowerCase())
}

const firstLetter = (text: string, from: number, to: number): number => {
  for (let i = from; i < to; i++) if (isLetterAt(text, i)) return i
  return -1
}

/** John “Tig” Tiegen: one or two words between two capitals of one name. */
const isNickname = (text: string, stretch: QuotedStretch, form: Form): boolean => {
  if (form.words > 2 || !form.isTitled || /[,.!?]$/.test(text.slice(stretch.start, stretch.end))) return false
  const before = wordBefore(text, stretch.open)
  return isName(before) && isSpaceAt(text, stretch.close) && isName(wordAfter(text, stretch.close))
}

/** A capital and letters, no stop, no mark. */
const isName = (word: string): boolean =>
  word.length > 1 && isUpperAt(word, 0) && lettersEnd(word, 0) === word.length

const farthestWord = 30

const wordBefore = (text: string, open: number): string => {
  let end = open
  while (end > 0 && isSpaceAt(text, end - 1) && text.charAt(end - 1) !== '\n') end--
  let start = end
  while (start > 0 && end - start < farthestWord && !isSpaceAt(text, start - 1)) start--
  return text.slice(start, end)
}

const wordAfter = (text: string, close: number): string => {
  let start = close
  while (isSpaceAt(text, start) && text.charAt(start) !== '\n' && start < close + 3) start++
  let end = start
  while (end - start < farthestWord && isLetterAt(text, end)) end++
  return text.slice(start, end)
}

/** “Apollo 13,” and “Austin Powers”: nothing but commas and "and" between two of a list. */
const isListed = (text: string, from: number, to: number): boolean =>
  to - from < 10 && /^[\s,]*(?:and|or|&)?[\s,]*$/.test(text.slice(from, to))

/** example: " on Wednesday's " behind "She said it works" and before “The Morning Show” */
const airedOn =
  /\s(?:on|in|during|for)\s(?:\p{Lu}\p{L}+day['’]s\s(?:broadcast|edition|episode|show)\sof\s)?(?:[\p{L}.]+\s){0,3}[\p{L}.]+['’]s\s$/u
const longestAir = 90

/** Where a report ends whose last words only tell on which programme it was made; else `end`. */
export const endBeforeProgramme = (
  text: string,
  { start, end }: Span,
  title: QuotedStretch | undefined,
): number => {
  if (title === undefined || title.close < end) return end
  const from = Math.max(start, title.open - longestAir)
  const hit = airedOn.exec(text.slice(from, title.open))
  return hit === null ? end : from + hit.index
}
