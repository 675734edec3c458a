/**
 * The findings that are more likely right than wrong. Confidence is calibrated, so that 0.5 is just that line.
 *
 *   likelyFindings(variants) leaves out a quote of confidence 0.4, and every pointer to what was left out
 */
import type { Variants } from '../content-schema/variants.ts'
import { keepFindings } from './keep-findings.ts'

export const likely = 0.5

export const likelyFindings = (variants: Variants): Variants => {
  const isLikely = ({ confidence }: { readonly confidence: number }): boolean => confidence >= likely
  return keepFindings(variants, {
    quotes: variants.quotes.filter(isLikely),
    speakers: variants.speakers,
    places: variants.places.filter(isLikely),
    names: variants.names.filter(isLikely),
  })
}
