/**
 * A report as it is first seen, before anybody is named: spans of source, cue and content, and the rule that saw it.
 */
import type { Assertion } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'

export interface Report {
  /** Grows while a quote goes on. */
  content: readonly Span[]
  readonly cue: Span | null
  readonly source: Span | null
  /** The word of the source that the rest of it belongs to. */
  readonly sourceHead: Span | null
  readonly lemma: string
  readonly takes: string
  by: string
  readonly assertion: Assertion
  /** Stretches that are content as wholes. */
  wholes: readonly number[]
  /** Which report sentence it stands in. */
  readonly sentence: number
}

/** Who and what opens a quote that stands in the next sentence: "Ruiz had this to say:". */
export interface Opening {
  readonly cue: Span | null
  readonly source: Span | null
  readonly sourceHead: Span | null
  readonly lemma: string
}
