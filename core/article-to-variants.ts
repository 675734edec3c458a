/**
 * The one road: an article in, its structured readings out. Pure; the same article always gives the same bytes.
 */
import type { Article } from '../content-schema/article.ts'
import type { Variants } from '../content-schema/variants.ts'
import type { Knowledge } from './knowledge.ts'
import { findNames } from './names/find-names.ts'
import { tagNames } from './names/tag-names.ts'
import { findPlaces } from './places/find-places.ts'
import { findQuotes } from './quotes/find-quotes.ts'
import { summarise } from './summary/summarise.ts'
import { openReading } from './text/reading.ts'

/** What of an article the readings depend on; a whole Article has it all. */
export type ReadableArticle = Pick<
  Article,
  'id' | 'text' | 'blocks' | 'headline' | 'standfirst' | 'dateline' | 'language'
>

export interface VariantsOptions {
  /** Country (and first-level area) where the source publishes: "US" or "US.LA". */
  readonly homeRegion?: string
}

export const articleToVariants = (
  article: ReadableArticle,
  knowledge: Knowledge,
  options: VariantsOptions = {},
): Variants => {
  const reading = openReading(article.text, article.blocks)
  const spans = tagNames(reading, knowledge.tagger)
  const names = findNames(reading, spans, knowledge.tagger)
  const places = findPlaces(reading, spans, knowledge.gazetteer, { dateline: article.dateline, ...options })
  const { quotes, speakers } = findQuotes(reading, { spans, names, places, syntax: knowledge.syntax })
  const summary = summarise(reading, {
    headline: article.headline,
    standfirst: article.standfirst,
    names,
    places,
    quotes,
  })
  return { id: article.id, summary, quotes, speakers, places, names, limits: [] }
}
