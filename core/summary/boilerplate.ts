/**
 * Lines that stand in an article and tell nothing of the story: "Read more", "Reporting by", "Photo by".
 *
 *   CNN's Ana Ruiz contributed to this report.        -> boilerplate
 *   The mayor contributed to the fund.                 -> not
 */
import type { Reading, Sentence } from '../text/reading.ts'

/** How such a line begins. All anchored at the beginning, so linear. */
const openings =
  /^(?:read (?:more|also|the full|our)|related(?: stor(?:y|ies)| articles?| coverage)?\b[:\s]|see also\b|click here|scroll down|watch(?: the| more| this| live| video)?:|(?:additional |further )?(?:reporting|editing|writing|compiled|graphics?) (?:and (?:editing|writing|reporting) )?by\b|(?:file )?(?:photo(?:graph)?s?|image|picture|video|illustration|caption)(?: (?:by|credit|courtesy|copyright))?\s?[:/(]|(?:photo(?:graph)?s?|image|picture|illustration) (?:by|credit|courtesy)\b|copyright\b|©|all rights reserved|this (?:story|article|report|post) (?:was|has been|is|originally)\b|this material may not|sign up (?:for|to)\b|subscribe\b|follow (?:us|him|her|@|the)\b[^.]{0,60}\b(?:twitter|facebook|instagram|x)\b|like us on\b|editor['’]?\s?s['’]? note\b|correction\b\s?[:—-]|update\b\s?[:—-]|share this\b|advertisement\b|more (?:from|on|about)\b[^.]{0,60}:|for (?:more|the latest)\b[^.]{0,80}\b(?:visit|click|go to|follow|see)\b|get the latest\b|you can (?:follow|read|watch)\b|have (?:a|you got a) (?:tip|story)\b|e-?mail us\b|contact the (?:author|writer|reporter)|the (?:associated press|ap)(?: \w+){0,4} contributed|do you have)/i

/** How such a line ends: "contributed to this report." The last few words are looked at only. */
const endings =
  /\b(?:contributed to (?:this|the) (?:report|story|article)|contributed reporting|all rights reserved|may not be (?:published|reproduced|republished)[^.]{0,60})\s?\.?\s*$/i

const longestBoilerplate = 400 // a longer sentence tells something

export const isBoilerplate = (reading: Reading, sentence: Sentence): boolean => {
  if (sentence.end - sentence.start > longestBoilerplate) return false
  const text = reading.text.slice(sentence.start, sentence.end)
  return openings.test(text.replace(/^[\s"'“‘>•*–—-]{1,8}/, '')) || endings.test(text)
}
