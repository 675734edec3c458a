/** Placeholder until the tagger lands. */
import type { Reading } from '../text/reading.ts'
import type { Tagger } from './tagger.ts'

/** A tagged name: text.slice(start, end), tokens [firstToken, endToken); score in 0..1. */
export interface NameSpan {
  readonly start: number
  readonly end: number
  readonly firstToken: number
  readonly endToken: number
  readonly kind: 'person' | 'organisation' | 'place' | 'other'
  readonly score: number
}

/** Every name in the text, in order, without overlaps. */
export const tagNames = (_reading: Reading, _tagger: Tagger): readonly NameSpan[] => []
