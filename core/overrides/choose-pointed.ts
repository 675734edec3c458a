/**
 * The finding that an anchor points at: the one whose words overlap most with the anchor's.
 */
import type { Anchor } from '../../content-schema/override.ts'
import type { Span } from '../../content-schema/span.ts'
import { findAnchor, type PlainText } from './find-anchor.ts'

export type Pointed<Finding> =
  | { readonly kind: 'found'; readonly finding: Finding }
  /** The words stand in the text, and no finding holds them. */
  | { readonly kind: 'none' }
  /** The words are gone, or they stand in several findings. */
  | { readonly kind: 'stale'; readonly why: string }

export const choosePointed = <Finding>(
  plainText: PlainText,
  anchor: Anchor,
  findings: readonly Finding[],
  spansOf: (finding: Finding) => readonly Span[],
): Pointed<Finding> => {
  const places = findAnchor(plainText, anchor)
  const words = `"${anchor.text.slice(0, 60)}"`
  if (places.length === 0) return { kind: 'stale', why: `the article does not say ${words} any more.` }
  const pointed = new Set<Finding>()
  for (const place of places) {
    const best = mostOverlapping(place, findings, spansOf)
    if (best !== null) pointed.add(best)
  }
  const [finding, another] = pointed
  if (finding === undefined) return { kind: 'none' }
  if (another === undefined) return { kind: 'found', finding }
  return {
    kind: 'stale',
    why: `${words} stands in ${pointed.size} of them; say in before or after which is meant.`,
  }
}

const mostOverlapping = <Finding>(
  place: Span,
  findings: readonly Finding[],
  spansOf: (finding: Finding) => readonly Span[],
): Finding | null => {
  let best: Finding | null = null
  let most = 0
  for (const finding of findings) {
    const shared = spansOf(finding).reduce((sum, span) => sum + overlap(span, place), 0)
    if (shared > most) {
      best = finding
      most = shared
    }
  }
  return best
}

const overlap = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
