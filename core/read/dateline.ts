/**
 * The dateline at the head of the story's first paragraph.
 *
 *   IDLIB, Syria (Reuters) — Rebels said on Monday …
 *   ^^^^^^^^^^^^^^^^^^^^^^
 *
 * Not read: a place that stands on a line of its own.
 */
import type { Span } from '../../content-schema/span.ts'

const longestDateline = 120
const dash = String.raw`(?:\s*[—–]\s*|\s+--?\s+|\s*--\s*|:\s+)`
const month = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?`
const place = String.raw`\p{Lu}[\p{Lu}\p{M}.'’-]+(?:[ ][\p{Lu}\p{M}.'’-]+){0,4}`
const region = String.raw`(?:,\s*\p{Lu}[\p{L}.'’-]*(?:[ ]\p{Lu}[\p{L}.'’-]*){0,3}){0,2}`
const date = String.raw`(?:,?\s+(?:${month}\s+\d{1,2}|\d{1,2}\s+${month})(?:,?\s+\d{4})?)?`
// Counted in a look ahead: sixty copies of a class of letters would take longer to build than all the rest.
const agency = String.raw`(?:,?\s*\((?=[^)]{2,60}\))[\p{L}\p{N} .,/&'’-]+\)|,\s*(?:AP|AFP|Reuters))?`

/** Capitals, then a dash: "BEIRUT —", "MOBILE, Ala. (AP) —", "LONDON, March 3 (Reuters) -". */
const inCapitals = new RegExp(`^(${place}(?:/${place})?${region}${date}${agency})${dash}`, 'u')
/** Any case where an agency tells that it is one: "Washington (CNN) —". */
const withAgency =
  /^(\p{Lu}[\p{L}.'’-]*(?:[ ]\p{Lu}[\p{L}.'’-]*){0,3}(?:,\s*\p{Lu}[\p{L}.'’-]*(?:[ ]\p{Lu}[\p{L}.'’-]*){0,3}){0,2}(?:,\s*[\p{L}]+\.?\s+\d{1,2})?\s*\((?:AP|AFP|CNN|Reuters|REUTERS|UPI|dpa|PTI|ANI|IANS|TASS|Xinhua|[A-Z]\p{L}+ (?:News|Times|Post|Press)[\p{L} ]{0,30})[^)]{0,30}\))(?:\s*[—–]\s*|\s+--?\s+|\s*--\s*|\s+)/u

const anyDash = /[—–:-]/
/** The two expressions above take milliseconds to build, so most paragraphs do not ask for them: "The mayor …" is none. */
const mayBeCapitals = (head: string): boolean => anyDash.test(head) && !/^.[\sa-z\d]/su.test(head)

/** The dateline of a paragraph, without its dash: a span into text, or null. */
export const findDateline = (text: string, paragraph: Span): Span | null => {
  const head = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + longestDateline))
  if (!anyDash.test(head) && !head.includes('(')) return null
  const found =
    (mayBeCapitals(head) ? inCapitals.exec(head)?.[1] : undefined) ??
    (head.includes('(') ? withAgency.exec(head)?.[1] : undefined)
  if (found === undefined || !isPlausible(found, text.slice(paragraph.start, paragraph.end))) return null
  return { start: paragraph.start, end: paragraph.start + found.length }
}

/** In a text of capitals, or before a colon ("UPDATE: …", "SMITH: No."), capitals tell nothing. */
const isPlausible = (dateline: string, paragraph: string): boolean => {
  if (
    /^(?:UPDATE|BREAKING|URGENT|WATCH|READ|RELATED|NOTE|CORRECTION|EXCLUSIVE|ANALYSIS|OPINION|Q|A)\b/.test(
      dateline,
    )
  )
    return false
  const rest = paragraph.slice(dateline.length, dateline.length + 200)
  if (/^\s*:/.test(rest) && !dateline.includes('(')) return false
  return rest.length < 20 || /\p{Ll}/u.test(rest) || /[,(]/.test(dateline)
}
