/**
 * Whether a quote may stand as what somebody said, without the sentence around it.
 *
 *   "Ruiz said that it was safe"       yes
 *   "Ruiz did not say that …"          no: its `assertion` is not "asserted"
 *   "Ruiz denied that it was unsafe"   no: she said the opposite
 *
 * What is not said stands in the article's own document, with its assertion and its cue.
 */
import type { Quote } from '../../content-schema/quote.ts'

/** Of cues whose object is what the source holds not to be so. */
const denial = /\b(?:den(?:y|ies|ied|ying)|refut(?:e[sd]?|ing)|disput(?:e[sd]?|ing)|doubt(?:s|ed|ing)?)\b/i

export const isSaid = ({ assertion, kind, cue }: Quote, text: string): boolean =>
  assertion === 'asserted' &&
  (kind === 'direct' || cue === null || !denial.test(text.slice(cue.start, cue.end)))
