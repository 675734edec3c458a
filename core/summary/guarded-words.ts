/**
 * Words that turn a sentence round, and so may never be lost with a part that is left out: "not", "denied",
 * "allegedly", "if", and whoever says it.
 *
 *   The mayor resigned, prosecutors said.     "said" guards the clause: it is not cut
 */
import { reportingWords } from './function-words.ts'

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

const turning = words(
  `not n't n’t cannot never no none nobody nothing nor neither without hardly scarcely barely rarely fails failed fail refuses refused
   refuse deny denies denied denying denial rejects rejected reject disputes disputed dispute contradicts contradicted false falsely wrongly
   untrue fake hoax
   alleged allegedly alleges allege alleging allegation allegations reported reportedly apparently purportedly supposedly suspected
   suspect suspects accused accuses accuse charged believed thought feared possibly perhaps maybe likely unlikely may might could would should
   if unless whether provided except only until otherwise
   but although though despite however yet while whereas instead rather unlike contrary even
   claim claims claimed claiming suggests suggested according per quoted citing cited`,
)

export const isGuarded = (word: string): boolean => {
  const lower = word.toLowerCase()
  return turning.has(lower) || reportingWords.has(lower)
}

/** "didn't" holds "n't". */
const isLost = (word: string): boolean => isGuarded(word) || /n[’']t$/i.test(word)

/** The month beside its day: "LONDON, May 3 (AP)", "6 May"; not the verb: "they may 3 times", "Rain may fall". */
const monthOfMay = /\bM(?:ay|AY) (?=\d)|(?<=\d )M(?:ay|AY)\b/g

/** The first word of a stretch with which something would be lost; null where it may be left out. */
export const guardedWordIn = (stretch: string): string | null =>
  stretch
    .replace(monthOfMay, '')
    .match(/[\p{L}’']+/gu)
    ?.find(isLost) ?? null
