/**
 * The findings of an article that are kept, without a pointer to what is not: a quote's places, a speaker's quotes, and
 * speakers to whom no quote is left.
 */
import type { Variants } from '../content-schema/variants.ts'

/** `kept` holds some of each of the findings of `variants`, in their order. */
export const keepFindings = (
  variants: Variants,
  kept: Pick<Variants, 'quotes' | 'speakers' | 'places' | 'names'>,
): Variants => {
  const placeIds = new Set(kept.places.map(({ id }) => id))
  const quoteIds = new Set(kept.quotes.map(({ id }) => id))
  return {
    ...variants,
    quotes: kept.quotes.map(quote => ({ ...quote, places: quote.places.filter(id => placeIds.has(id)) })),
    speakers: kept.speakers
      .map(speaker => ({ ...speaker, quotes: speaker.quotes.filter(id => quoteIds.has(id)) }))
      .filter(speaker => speaker.quotes.length > 0),
    places: kept.places,
    names: kept.names,
  }
}
