/**
 * Lines that stand in an article and tell nothing of the story: "Read more", "Reporting by", "Photo by".
 *
 *   CNN's Ana Ruiz contributed to this report.        -> boilerplate
 *   The mayor contributed to the fund.                 -> not
 */
import { isLetterAt, isSpaceAt } from '../text/character-class.ts'
import type { Reading, Sentence } from '../text/reading.ts'

/**
 * How such a line begins, by its first word: an expression of all takes milliseconds to be built. All anchored at the
 * beginning, so linear.
 */
const openings: ReadonlyMap<string, RegExp> = new Map(
  (
    [
      ['read', /^read (?:more|also|the full|our)/i],
      ['related', /^related(?: stor(?:y|ies)| articles?| coverage)?\b[:\s]/i],
      ['see', /^see also\b/i],
      ['click', /^click here/i],
      ['scroll', /^scroll down/i],
      ['watch', /^watch(?: the| more| this| live| video)?:/i],
      [
        'additional further reporting editing writing compiled graphic graphics',
        /^(?:additional |further )?(?:reporting|editing|writing|compiled|graphics?) (?:and (?:editing|writing|reporting) )?by\b/i,
      ],
      [
        'file photo photos photograph photographs image picture video illustration caption',
        /^(?:file )?(?:photo(?:graph)?s?|image|picture|video|illustration|caption)(?: (?:by|credit|courtesy|copyright))?\s?[:/(]|^(?:photo(?:graph)?s?|image|picture|illustration) (?:by|credit|courtesy)\b/i,
      ],
      ['copyright', /^copyright\b/i],
      ['', /^©/],
      ['all', /^all rights reserved/i],
      ['this', /^this (?:(?:story|article|report|post) (?:was|has been|is|originally)\b|material may not)/i],
      ['sign', /^sign up (?:for|to)\b/i],
      ['subscribe', /^subscribe\b/i],
      ['follow', /^follow (?:us|him|her|@|the)\b[^.]{0,60}\b(?:twitter|facebook|instagram|x)\b/i],
      ['like', /^like us on\b/i],
      ['editor editors', /^editor['’]?\s?s['’]? note\b/i],
      ['correction update', /^(?:correction|update)\b\s?[:—-]/i],
      ['share', /^share this\b/i],
      ['advertisement', /^advertisement\b/i],
      ['more', /^more (?:from|on|about)\b[^.]{0,60}:/i],
      ['for', /^for (?:more|the latest)\b[^.]{0,80}\b(?:visit|click|go to|follow|see)\b/i],
      ['get', /^get the latest\b/i],
      ['you', /^you can (?:follow|read|watch)\b/i],
      ['have', /^have (?:a|you got a) (?:tip|story)\b/i],
      ['e email', /^e-?mail (?:to a friend|us)\b/i],
      ['the', /^the (?:(?:opinions|views) expressed\b|(?:associated press|ap)(?: \w+){0,4} contributed)/i],
      ['opinions views', /^(?:opinions|views) expressed\b/i],
      ['story', /^story highlights\b/i],
      ['most', /^most (?:read|popular)\b\s?[:.]/i],
      ['contact', /^contact the (?:author|writer|reporter)/i],
      ['do', /^do you have/i],
    ] as const
  ).flatMap(([words, opening]) => words.split(' ').map(word => [word, opening] as const)),
)

/** The letters a to z at the beginning, small: "Editor's note" -> "editor". */
const firstLetters = (text: string): string => {
  let end = 0
  while (end < longestOpening && isLetterOfAscii(text.charCodeAt(end))) end++
  return text.slice(0, end).toLowerCase()
}
const longestOpening = 16 // units of a first word: "advertisement" has 13

const isLetterOfAscii = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122

/** What stands above a story that was taken off a page as plain text, each with a full stop of its own. */
const headMark =
  /^(?:by|\|?\s?(?:last |first )?(?:published|updated|created|posted|modified)(?: at\b.{0,40})?|share|comments?|\d{1,2}:\d{2}\s?(?:[ap]\.?m\.?)?,?\s?[a-z]{2,4}\s?,.{0,30}\d{4})\s?[:.|\s]{0,8}$/i
/** "By Ana Ruiz and Tom Hale for the Leith Bulletin ." */
const headByline = /^By\s(?:(?:\p{Lu}[\p{L}.'’-]*|and|for|of|the|in|,)\s?){2,10}\.?$/u
const mostHeadSentences = 15
const longestHead = 60 // characters: "By . Ana Ruiz and Tom Hale for the Leith Bulletin ."

/**
 * How many sentences at the head of the text are no story: "By . Ana Ruiz . PUBLISHED : . 10:45 EST , 12 March 2031 ."
 * 0 where no mark of them is there.
 */
export const countHeadSentences = (reading: Reading): number => {
  let count = 0
  for (let i = 0; i < Math.min(mostHeadSentences, reading.sentences.length); i++) {
    const sentence = reading.sentences[i]
    if (!sentence || sentence.end - sentence.start > longestHead) break
    const text = reading.text.slice(sentence.start, sentence.end)
    // Asked by its first letters: an expression of letters in any script takes milliseconds to be built.
    if (text.startsWith('By') && headByline.test(text)) count = i + 1
    else if (headMark.test(text)) count = i + (/^by\b/i.test(text) ? 2 : 1) // after "By ." comes a name
  }
  return count
}

const mostStopsApart = 0.2

/**
 * Which sentences are headlines of other stories, put between the sentences of this one with a stop of their own: in a
 * text whose stops touch the word before, theirs stands apart. "Ferries: what you need to know ."
 */
export const findStrayHeadlines = (reading: Reading): ReadonlySet<number> => {
  const found = new Set<number>()
  reading.sentences.forEach(({ start, end }, i) => {
    const isApart =
      end - start > 2 && reading.text.charAt(end - 1) === '.' && isSpaceAt(reading.text, end - 2)
    if (isApart) found.add(i)
  })
  return found.size <= reading.sentences.length * mostStopsApart ? found : new Set()
}

/** How such a line ends: "contributed to this report." */
const endings =
  /\b(?:contributed to (?:this|the) (?:report|story|article)|contributed reporting|all rights reserved|may not be (?:published|reproduced|republished)[^.]{0,60})\s?\.?\s*$/i

const longestEnding = 100 // units: "may not be republished" and what may follow it has 84 at most

const longestBoilerplate = 400 // a longer sentence tells something
const leadingMarks = /^[\s"'“‘>•*–—-]{1,8}/

export const isBoilerplate = (reading: Reading, sentence: Sentence): boolean => {
  if (sentence.end - sentence.start > longestBoilerplate) return false
  const text = reading.text.slice(sentence.start, sentence.end)
  const opening = isLetterAt(text, 0) ? text : text.replace(leadingMarks, '')
  return openings.get(firstLetters(opening))?.test(opening) || endings.test(text.slice(-longestEnding))
}
