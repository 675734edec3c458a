/**
 * Where the words of an anchor stand in a text.
 *
 *   anchor "we will - rebuild"   text “We will — rebuild”     found, though blanks, dashes, marks and case differ
 *
 * Words that the source has changed are not found: an editor's word must not move to what it was not said of.
 */

import type { Anchor } from '../../content-schema/override.ts'
import type { Span } from '../../content-schema/span.ts'

/** A text made plain, and where each unit of it came from. Made once an article. */
export interface PlainText {
  readonly plain: string
  readonly origins: readonly number[]
}

const plainMarks: ReadonlyMap<string, string> = new Map([
  ...[...'“”„‟«»″'].map(mark => [mark, '"'] as const),
  ...[...'‘’‚‛‹›′`´'].map(mark => [mark, "'"] as const),
  ...[...'‐‑‒–—―−'].map(mark => [mark, '-'] as const),
  ['…', '...'],
])

/** Lower case, one blank for many, one shape of marks and dashes. */
export const toPlainText = (text: string): PlainText => {
  const parts: string[] = []
  const origins: number[] = []
  let isAfterBlank = true
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i)
    const isBlank = /\s/.test(unit)
    if (isBlank && isAfterBlank) continue
    isAfterBlank = isBlank
    const plain = isBlank ? ' ' : (plainMarks.get(unit) ?? unit.toLowerCase())
    parts.push(plain)
    for (let k = 0; k < plain.length; k++) origins.push(i)
  }
  return { plain: parts.join(''), origins }
}

/** Every place where the anchor's words stand between the words that it asks for. In order, not overlapping. */
export const findAnchor = ({ plain, origins }: PlainText, anchor: Anchor): Span[] => {
  const words = toPlainText(anchor.text).plain.trim()
  const before = toPlainText(anchor.before ?? '').plain.trim()
  const after = toPlainText(anchor.after ?? '').plain.trim()
  const found: Span[] = []
  if (words === '') return found
  for (let at = plain.indexOf(words); at >= 0; at = plain.indexOf(words, at + words.length)) {
    const end = at + words.length
    if (
      !plain
        .slice(Math.max(0, at - before.length - 1), at)
        .trimEnd()
        .endsWith(before)
    )
      continue
    if (
      !plain
        .slice(end, end + after.length + 1)
        .trimStart()
        .startsWith(after)
    )
      continue
    found.push({ start: origins[at] ?? 0, end: (origins[end - 1] ?? 0) + 1 })
  }
  return found
}
