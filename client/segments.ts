/**
 * A text cut where findings begin and end, so that an app can highlight them without doing sums with offsets.
 *
 *   segments('Ruiz left Kyiv.', [{ mentions: [{ start: 10, end: 14 }] }])
 *   -> 'Ruiz left ' [] · 'Kyiv' [the place] · '.' []
 *
 * Findings may overlap: a segment then carries all of them. Joined, the segments are the text.
 */
import type { Span } from '../content-schema/span.ts'

/** A quote, a place, a name, a summary sentence, a block, or a span of your own. */
export type Finding = Span | { readonly content: readonly Span[] } | { readonly mentions: readonly Span[] }

export interface Segment<F extends Finding = Finding> extends Span {
  readonly text: string
  /** What stands here, in the order given; empty between findings. */
  readonly findings: readonly F[]
}

/** @param within only this stretch, such as a block; the offsets stay those of the whole text */
export const segments = <F extends Finding>(
  text: string,
  findings: readonly F[],
  within: Span = { start: 0, end: text.length },
): Segment<F>[] => {
  const inside = findings.flatMap(finding =>
    spansOf(finding)
      .map(({ start, end }) => ({
        start: Math.max(start, within.start),
        end: Math.min(end, within.end),
        finding,
      }))
      .filter(({ start, end }) => start < end),
  )
  const cuts = [...new Set([within.start, within.end, ...inside.flatMap(({ start, end }) => [start, end])])]
  cuts.sort((a, b) => a - b)
  const byStart = inside.sort((a, b) => a.start - b.start)
  let next = 0
  let open: typeof inside = []
  return cuts.slice(0, -1).map((start, i) => {
    const end = cuts[i + 1] ?? start
    open = open.filter(span => span.end > start)
    for (let span = byStart[next]; span && span.start <= start; span = byStart[++next]) open.push(span)
    const here = new Set(open.map(({ finding }) => finding))
    const ordered = here.size > 1 ? findings.filter(finding => here.has(finding)) : [...here]
    return { start, end, text: text.slice(start, end), findings: ordered }
  })
}

const spansOf = (finding: Finding): readonly Span[] => {
  if ('content' in finding) return finding.content
  if ('mentions' in finding) return finding.mentions
  return [finding]
}
