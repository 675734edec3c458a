/** Placeholder until the quotes room lands. */
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote, Speaker } from '../../content-schema/quote.ts'
import type { NameSpan } from '../names/tag-names.ts'
import type { Syntax } from '../syntax/syntax.ts'
import type { Reading } from '../text/reading.ts'

export interface QuoteContext {
  readonly spans: readonly NameSpan[]
  readonly names: readonly Name[]
  readonly places: readonly Place[]
  readonly syntax: Syntax
}

/** Quotes in the order of the article, and who is quoted. */
export const findQuotes = (
  _reading: Reading,
  _context: QuoteContext,
): { quotes: Quote[]; speakers: Speaker[] } => ({ quotes: [], speakers: [] })
