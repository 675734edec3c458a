/**
 * What a line of a plain text is, where the line itself tells: byline, credit, caption, note, list item.
 *
 * Each pattern is linear: anchored, without nested repetition.
 */
import type { BlockKind } from '../../content-schema/article.ts'
import { listMarker } from '../text/list-marker.ts'

interface LineRule {
  readonly name: string
  readonly kind: BlockKind
  /** One that matches, one that must not. */
  readonly examples: readonly [string, string]
  readonly pattern: RegExp
  /** Longest line in characters that it may speak of. */
  readonly longest: number
}

export const lineRules: readonly LineRule[] = [
  {
    name: 'caption',
    kind: 'caption',
    examples: ['FILE PHOTO: A man walks in Homs.', 'File the papers by noon.'],
    pattern:
      /^(?:FILE PHOTO\b|FILE\s*[-–—]|Caption\s*:|Pictured\s*:|In this (?:[A-Z][a-z]+\.? \d|undated|file|image|photo)|\[?Image caption)/,
    longest: 600,
  },
  {
    name: 'photo-credit',
    kind: 'credit',
    examples: ['Photo by: Reuters', 'Photo albums were found in the attic.'],
    pattern:
      /^[[(]?(?:(?:file )?(?:photo(?:graph)?s?|pictures?|images?|videos?|illustration|graphic|credit|photo credit|image credit|picture credit)(?: by\b| credit\b| courtesy\b|\s*[:©/])|courtesy of\b|©|AP Photo\b|AP\/|REUTERS\/|AFP\/|Getty Images\b|EPA\/|(?:via|Photo) Getty\b)/i,
    longest: 160,
  },
  {
    name: 'byline',
    kind: 'byline',
    examples: ['By JANE DOE and John Roe, Staff Writers', 'By Monday the flood was over.'],
    pattern:
      /^(?:By|BY|Words by|Story by|Written by|From)\s*:?\s+(?:the\s+)?\p{Lu}[\p{L}.'’-]*(?:\s+(?:de|van|von|der|den|bin|al|el|la|and|&|of|in|for|\p{Lu}[\p{L}.'’-]*)|\s*[,|/]\s*\p{L}[\p{L}.'’-]*|\s+@\w+){0,15}\s*$/u,
    longest: 160,
  },
  {
    name: 'reporting-line',
    kind: 'note',
    examples: ['(Reporting by A. Lee; Editing by B. Roe)', 'Reporting by night is hard.'],
    pattern:
      /^[([]?(?:Additional |Additional writing |Writing and )?(?:Reporting|Writing|Editing|Compiled|Edited)(?: and (?:writing|editing|additional reporting))? by \p{Lu}/u,
    longest: 500,
  },
  {
    name: 'contribution',
    kind: 'note',
    examples: [
      'Associated Press writer A. Lee in Cairo contributed to this report.',
      'She contributed to this report card.',
    ],
    pattern: /contributed to this (?:report|story|article)\.?\)?$/,
    longest: 500,
  },
  {
    name: 'source-line',
    kind: 'credit',
    examples: ['Source: Reuters', 'Source of the river'],
    pattern: /^(?:Sources?|SOURCES?)\s*:\s*\S/,
    longest: 200,
  },
  {
    name: 'release-note',
    kind: 'note',
    examples: ['FOR IMMEDIATE RELEASE', 'For immediate relief'],
    pattern:
      /^(?:FOR IMMEDIATE RELEASE|For immediate release|PRESS RELEASE\b|NEWS RELEASE\b|MEDIA RELEASE\b|EMBARGOED\b|Embargoed until|NOT FOR PUBLICATION|(?:Media |Press )?Contacts?\s*:|MEDIA CONTACTS?\b|CONTACTS?\s*:|Notes? to editors\b|NOTES? TO EDITORS\b|###$|# # #$|-\s?30\s?-$|ENDS?$|-ends-$|- ends -$)/,
    longest: 300,
  },
  {
    name: 'slug-line',
    kind: 'note',
    examples: ['BC-SYRIA-STRIKES/UPDATE 2', 'AP-style copy'],
    pattern:
      /^(?:(?:BC|AM|PM|AP|URGENT)[-–][A-Z0-9][\w/,' ()-]*|URGENT|BREAKING|ALERT|\(UPDATE[SD]? ?\d*[^)]*\)|Eds?:.*)$/,
    longest: 200,
  },
  {
    name: 'time-mark',
    kind: 'subheading',
    examples: ['18:40', '18:40 The rain has stopped.'],
    pattern: /^\d{1,2}[:.]\d\d\s*(?:am|pm|a\.m\.|p\.m\.|[A-Z]{2,4})?$/i,
    longest: 20,
  },
  {
    name: 'date-note',
    kind: 'note',
    examples: ['Published: 3 March 2031, 10:00 GMT', 'March 3 was cold.'],
    pattern:
      /^(?!.{0,100}\b(?:it|he|she|they|we|is|was|were|has|had)\b)(?:(?:First )?(?:published|updated|posted|last updated|last modified|created)\b\s*(?:on|at|:)?\s*(?:[A-Z][a-z]+day,?\s+)?(?:\d|[A-Z][a-z]{2,8}\.? \d)[\w\s:.,+()/-]{0,50}|(?:[A-Z][a-z]+day,?\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)\s+\d{1,4}(?:st|nd|rd|th)?(?:,?\s+\d{4})?(?:[\s,|·-]{1,3}(?:at\s+)?\d{1,2}[:.]\d\d[\w\s.+()-]{0,20})?\.?|\d{4}-\d\d-\d\d[\dT:Z .+-]{0,25})$/i,
    longest: 120,
  },
  {
    name: 'boilerplate',
    kind: 'note',
    examples: ['READ MORE: Floods in the north', 'Read more books, she said.'],
    pattern:
      /^(?:(?:READ MORE|Read more|RELATED|Related|SEE ALSO|See also|WATCH|Watch|MORE|LISTEN|Also read|Read also|ALSO READ|Don't miss)\s*[:|»>]|Related (?:articles?|stories|content)\b|Read more$|Click here\b|Sign up (?:for|to)\b|Subscribe (?:to|now|here)\b|Follow (?:(?:us|him|her|them) (?:on|at)\b|@\w)|Follow us\b|Share this\b|(?:Advertisement|ADVERTISEMENT)(?:$|\s*[-–—:|]| [A-Z])|Story continues below\b|Continue reading\b|All rights reserved\b|Copyright(?:$| by\b|:|\s*(?:©|\([cC]\)|\d)| [A-Z][^.]{0,80}$|\b.{0,200} [Aa]ll rights reserved)|©|This (?:story|article) (?:has been|was) (?:updated|corrected|amended|first published|originally published)\b)/,
    longest: 300,
  },
  {
    name: 'feed-footer',
    kind: 'note',
    examples: [
      'The post Ferry returns appeared first on The Courier.',
      'The post that he held appeared first on a list of cuts.',
    ],
    pattern: /^The post \S.{0,220} (?:appeared first|first appeared) on \p{Lu}.{0,120}\.?$/u,
    longest: 400,
  },
  {
    name: 'bullet',
    kind: 'listItem',
    examples: ['• Two people were hurt', '—No, he said.'],
    pattern: new RegExp(`^(?:${listMarker})\\S`),
    longest: 2_000,
  },
  {
    name: 'quoted-mail',
    kind: 'blockquote',
    examples: ['> We will rebuild.', '-> up'],
    pattern: /^>\s*\S/,
    longest: 5_000,
  },
]

const shortestTold = 3 // "###", "• a"

/** The kind that the line itself tells, and the rule that told; null where it tells nothing. */
export const kindOfLine = (line: string): { kind: BlockKind; name: string } | null => {
  if (line.length < shortestTold) return null
  const rule = lineRules.find(rule => line.length <= rule.longest && rule.pattern.test(line))
  return rule ? { kind: rule.kind, name: rule.name } : null
}

/** "By Monday the flood was over." is no byline: it has a verb's worth of words and ends like a sentence. */
export const endsLikeSentence = (line: string): boolean =>
  /[.!?…]["'”’)\]]*$/.test(line) && !/(?:\b[A-Z]|Jr|Sr|Inc|Co|Corp|Ltd)\.$/.test(line)

/** Agencies whose name alone on a line says where the story came from. */
export const agencyPattern =
  /\b(?:agenc(?:y|ies)|Reuters|Associated Press|\(?AP\)?|AFP|Agence France-Presse|dpa|PA Media|Press Association|Bloomberg|Xinhua|TASS|Interfax|UPI|EFE|ANSA|Kyodo|Anadolu|PTI|ANI|IANS|CNN|BBC|Staff|Wire|News Service|Newswires?|Correspondent)\b/
