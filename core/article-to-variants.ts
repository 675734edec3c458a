/**
 * The one road: an article in, its structured readings out. Pure; the same article always gives the same bytes.
 */
import type { Article } from '../content-schema/article.ts'
import type { Variants } from '../content-schema/variants.ts'
import { boundFindings } from './bound-findings.ts'
import type { Knowledge } from './knowledge.ts'
import { limitsOf, readsLanguage } from './language-limits.ts'
import { apartFromPlaces } from './names/apart-from-places.ts'
import { findNames } from './names/find-names.ts'
import { mendNames } from './names/mend-names.ts'
import { tagNames } from './names/tag-names.ts'
import { findPlaces } from './places/find-places.ts'
import { placeDoubts } from './places/geo-lint.ts'
import { findQuotes } from './quotes/find-quotes.ts'
import { type SummaryOptions, summarise } from './summary/summarise.ts'
import { openReading } from './text/reading.ts'

/** What of an article the readings depend on; a whole Article has it all. */
export type ReadableArticle = Pick<
  Article,
  'id' | 'text' | 'blocks' | 'headline' | 'standfirst' | 'dateline' | 'language'
>

export interface VariantsOptions {
  /** Country (and first-level area) where the source publishes: "US" or "US.LA". */
  readonly homeRegion?: string
  /** A summary of at most so many words or seconds, beside the fixed lengths. */
  readonly summaryBudget?: SummaryOptions['budget']
  /** Called when a stage is done, for profiles. */
  readonly onStage?: (stage: Stage) => void
}

export type Stage = 'reading' | 'tags' | 'names' | 'places' | 'quotes' | 'summary'

/** @throws TypeError where there is no article or no knowledge: not every caller has a compiler. */
export const articleToVariants = (
  article: ReadableArticle,
  knowledge: Knowledge,
  options: VariantsOptions = {},
): Variants => {
  if (typeof article?.text !== 'string' || !Array.isArray(article.blocks))
    throw new TypeError(
      'articleToVariants needs an article: pass the `article` that readArticle gave where it is `ok`',
    )
  if (knowledge?.gazetteer === undefined)
    throw new TypeError('articleToVariants needs knowledge: pass what loadKnowledge() gave')
  const done = options.onStage ?? (() => {})
  const reading = openReading(article.text, article.blocks)
  done('reading')
  const isRead = readsLanguage(article.language)
  const found = tagNames(reading, knowledge.tagger)
  done('tags')
  const spans = isRead ? mendNames(reading, found, knowledge.tagger.lexicon) : found
  const tagged = isRead ? findNames(reading, spans, knowledge.tagger) : []
  done('names')
  const places = findPlaces(reading, spans, knowledge.gazetteer, {
    dateline: article.dateline,
    homeRegion: options.homeRegion,
    isEnglish: isRead,
  })
  const names = apartFromPlaces(tagged, places)
  done('places')
  const { syntax } = knowledge
  const { quotes, speakers } = findQuotes(reading, {
    spans,
    names,
    places,
    syntax,
    language: article.language,
  })
  done('quotes')
  const summary = summarise(
    reading,
    { headline: article.headline, standfirst: article.standfirst, names, places, quotes },
    {
      language: article.language,
      ...(options.summaryBudget === undefined ? {} : { budget: options.summaryBudget }),
    },
  )
  done('summary')
  const limits = [...limitsOf(article.language), ...placeDoubts(places)]
  return boundFindings({ id: article.id, summary, quotes, speakers, places, names, limits })
}
