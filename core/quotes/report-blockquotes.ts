/**
 * Statements and posts that are set apart as a block, without marks of their own.
 *
 *   The mayor said on Friday:        Ruiz wrote:                 We will rebuild.
 *   > We will rebuild.               > We will rebuild.          — Ana Ruiz, mayor
 *
 * Who said it stands in the sentence that leads in with a colon, or behind a dash at the end. Otherwise nobody is named.
 */
import type { Span } from '../../content-schema/span.ts'
import type { Reading } from '../text/reading.ts'
import type { ReadSentence } from './link-quotes.ts'
import type { Report } from './report.ts'

export const withBlockquotes = (
  reading: Reading,
  reports: readonly Report[],
  read: readonly ReadSentence[],
): Report[] => {
  const found: Report[] = []
  let kept = [...reports]
  reading.blocks.forEach((block, index) => {
    if (block.kind !== 'blockquote') return
    const inside = kept.filter(
      r => (r.content[0]?.start ?? -1) >= block.start && (r.content[0]?.start ?? -1) < block.end,
    )
    if (inside.some(r => r.wholes.length > 0)) return // it has marks of its own
    const signed = signature(reading.text, block)
    const content = trim(reading.text, { start: block.start, end: signed?.start ?? block.end })
    if (content.end <= content.start) return
    const leadIn = read.findLast(one => one.sentence.block === index - 1)
    const opening = leadIn?.opening ?? null
    kept = kept.filter(r => !inside.includes(r))
    const source = signed?.name ?? opening?.source ?? null
    found.push({
      content: [content],
      cue: signed === null ? (opening?.cue ?? null) : null,
      source,
      sourceHead: signed?.name ?? opening?.sourceHead ?? null,
      lemma: '',
      takes: 'q',
      by: source === null ? 'blockquote-alone' : 'blockquote',
      assertion: 'asserted',
      wholes: [],
      sentence: -1,
    })
  })
  if (found.length === 0) return kept
  return [...kept, ...found].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

const trim = (text: string, { start, end }: Span): Span => {
  let from = start
  let to = end
  while (from < to && /[\s>"“”]/.test(text.charAt(from))) from++
  while (to > from && /[\s"“”]/.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

const longestSignature = 120
/** example: "\n— Ana Ruiz, mayor" or " — Ana Ruiz (@ruiz) May 3"; the name ends at the first comma or bracket */
const signatureForm = /(?:^|\s)(?:—|–|--|-)\s*(\p{Lu}[\p{L}.'’ -]{1,60}\p{L})(?=[,(\n]|\s*$)/u

/** A dash and a name at the end of a block. */
const signature = (text: string, { start, end }: Span): { start: number; name: Span } | null => {
  const from = Math.max(start, end - longestSignature)
  const hit = signatureForm.exec(text.slice(from, end))
  if (hit === null || hit[1] === undefined) return null
  const name = from + hit.index + hit[0].indexOf(hit[1])
  return { start: from + hit.index, name: { start: name, end: name + hit[1].length } }
}
