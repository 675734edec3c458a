/**
 * The findings that are more likely right than wrong. Confidence is calibrated, so that 0.5 is just that line.
 *
 *   likelyFindings(variants) leaves out a quote of confidence 0.4, and every pointer to what was left out
 */
import type { Variants } from '../content-schema/variants.ts'

export const likely = 0.5

export const likelyFindings = (variants: Variants): Variants => {
  const isLikely = ({ confidence }: { readonly confidence: number }): boolean => confidence >= likely
  const places = variants.places.filter(isLikely)
  const names = variants.names.filter(isLikely)
  const placeIds = new Set(places.map(place => place.id))
  const quotes = variants.quotes
    .filter(isLikely)
    .map(quote => ({ ...quote, places: quote.places.filter(id => placeIds.has(id)) }))
  const quoteIds = new Set(quotes.map(quote => quote.id))
  const speakers = variants.speakers
    .map(speaker => ({ ...speaker, quotes: speaker.quotes.filter(id => quoteIds.has(id)) }))
    .filter(speaker => speaker.quotes.length > 0)
  return { ...variants, quotes, speakers, places, names }
}
