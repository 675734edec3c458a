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

/**
 * The same for quotes, which stand inside one another's words: the anchor must be how the quote begins, or half of it.
 *
 *   anchor "grave concern"    quote “grave concern”                              meant
 *                             quote there would be “grave concern” in the city   not meant: say how it begins
 */
export const chooseQuote = <Quote extends { readonly content: readonly Span[] }>(
  plainText: PlainText,
  anchor: Anchor,
  quotes: readonly Quote[],
): Pointed<Quote> => {
  const places = findAnchor(plainText, anchor)
  const isMeant = (quote: Quote): boolean => places.some(place => isHowItBegins(place, quote.content))
  const pointed = choosePointed(plainText, anchor, quotes.filter(isMeant), quote => quote.content)
  if (pointed.kind !== 'none') return pointed
  const isInside = choosePointed(plainText, anchor, quotes, quote => quote.content).kind !== 'none'
  if (!isInside) return pointed
  const why = `"${anchor.text.slice(0, 60)}" stands inside a longer quote; say how the quote begins.`
  return { kind: 'stale', why }
}

/** A better engine may put the beginning of a quote a few words further on or back. */
const farthestBeginning = 20

const isHowItBegins = (place: Span, content: readonly Span[]): boolean => {
  const shared = content.reduce((sum, span) => sum + overlap(span, place), 0)
  const length = content.reduce((sum, { start, end }) => sum + end - start, 0)
  const begins = Math.abs((content[0]?.start ?? 0) - place.start) <= farthestBeginning
  return shared > 0 && (begins || shared * 2 >= length)
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
