/** Placeholder until the places room lands. */
import type { Place } from '../../content-schema/place.ts'
import type { NameSpan } from '../names/tag-names.ts'
import type { Reading } from '../text/reading.ts'
import type { Gazetteer } from './gazetteer.ts'

export interface PlaceHints {
  /** The dateline as printed, or null. */
  readonly dateline: string | null
  /** Country (and first-level area) where the source publishes, if it says: "US" or "US.LA". */
  readonly homeRegion?: string
}

/** Places of the article, most salient first. */
export const findPlaces = (
  _reading: Reading,
  _spans: readonly NameSpan[],
  _gazetteer: Gazetteer,
  _hints: PlaceHints,
): Place[] => []
