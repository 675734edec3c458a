/** Quotes of a text as the pipeline finds them, in a form that a table can hold. */

import type { Name } from '../../content-schema/name.ts'
import type { Quote, Speaker } from '../../content-schema/quote.ts'
import { findNames } from '../../core/names/find-names.ts'
import { tagNames } from '../../core/names/tag-names.ts'
import { findQuotes } from '../../core/quotes/find-quotes.ts'
import { findBlocks } from '../../core/read/find-blocks.ts'
import { openReading } from '../../core/text/reading.ts'
import { loadKnowledge } from '../../data/load-knowledge.ts'

const knowledge = loadKnowledge()
const likely = 0.5

export interface Told {
  readonly text: string
  readonly quotes: readonly Quote[]
  readonly speakers: readonly Speaker[]
  readonly names: readonly Name[]
}

export const readQuotes = (text: string, least = likely): Told => {
  const reading = openReading(text, findBlocks(text))
  const spans = tagNames(reading, knowledge.tagger)
  const names = findNames(reading, spans, knowledge.tagger)
  const { quotes, speakers } = findQuotes(reading, { spans, names, places: [], syntax: knowledge.syntax })
  return { text, quotes: quotes.filter(quote => quote.confidence >= least), speakers, names }
}

const opening = 'The council met on Monday evening to talk about the harbour.\n\n'

/** "who | cue | what" of each quote in a paragraph of a story; "-" for nobody or nothing. */
export const linesOf = (paragraph: string, least = likely): string[] => {
  const { text, quotes } = readQuotes(`${opening}${paragraph}`, least)
  return quotes.map(({ speaker, cue, content }) =>
    [
      speaker?.name ?? '-',
      cue === null ? '-' : text.slice(cue.start, cue.end),
      content.map(span => text.slice(span.start, span.end)).join(' … '),
    ].join(' | '),
  )
}
