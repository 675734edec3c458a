/**
 * Long stretches in quotation marks that no cue claimed: somebody's words, though the sentence does not tell whose.
 *
 *   The rule is in danger because “voters are coming out in droves,” and …
 *
 * Titles, terms and slogans are short or written with capitals; they are left alone. Stretches known as titles do not come here at all.
 */
import type { BlockKind } from '../../content-schema/article.ts'
import { isLetterAt } from '../text/character-class.ts'
import type { Reading } from '../text/reading.ts'
import { isLowerAt } from './letter-runs.ts'
import type { QuotedStretch } from './quotation-marks.ts'
import type { Report } from './report.ts'

const fewestWords = 5
/** Of the words, in lower case: “The Late Show with Stephen Colbert” has fewer. */
const leastLower = 0.6
const proseBlocks: ReadonlySet<BlockKind> = new Set(['paragraph', 'listItem', 'blockquote', 'standfirst'])

export const withUnclaimed = (
  { text, blocks }: Reading,
  reports: readonly Report[],
  stretches: readonly QuotedStretch[],
): Report[] => {
  let claimed: ((start: number, end: number) => number) | null = null // made for the first long stretch
  let block = 0
  const found = stretches.flatMap((stretch, index): Report[] => {
    while (block < blocks.length - 1 && (blocks[block]?.end ?? 0) <= stretch.start) block++
    const isProse = proseBlocks.has(blocks[block]?.kind ?? 'paragraph')
    if (!isProse || stretch.isSingle || stretch.isDialogue) return []
    if (!isProseForm(text.slice(stretch.start, stretch.end))) return []
    claimed ??= claimedUnits(reports, text.length)
    if (2 * claimed(stretch.start, stretch.end) >= stretch.end - stretch.start) return []
    return [
      {
        content: [{ start: stretch.start, end: stretch.end }],
        cue: null,
        source: null,
        sourceHead: null,
        lemma: '',
        takes: 'q',
        by: 'quote-unclaimed',
        assertion: 'asserted',
        wholes: [index],
        sentence: -1,
      },
    ]
  })
  if (found.length === 0) return [...reports]
  return [...reports, ...found].sort((a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0))
}

const isProseForm = (quoted: string): boolean => {
  let words = 0
  let lower = 0
  for (let at = 0; at < quoted.length; at++) {
    if (!isLetterAt(quoted, at)) continue
    words++
    if (isLowerAt(quoted, at)) lower++
    while (isLetterAt(quoted, at + 1) || isWordMark(quoted.charCodeAt(at + 1))) at++
  }
  return words >= fewestWords && lower >= leastLower * words
}

/** "it's", "well-known": inside of a word */
const isWordMark = (code: number): boolean => code === 39 || code === 0x2019 || code === 45

/** How many units of a stretch the contents of reports cover; contents are looked up by their starts. */
const claimedUnits = (
  reports: readonly Report[],
  length: number,
): ((start: number, end: number) => number) => {
  const spans = reports.flatMap(report => report.content).sort((a, b) => a.start - b.start)
  const sums = new Int32Array(length + 2)
  for (const { start, end } of spans) {
    sums[start] = (sums[start] ?? 0) + 1
    sums[end] = (sums[end] ?? 0) - 1
  }
  let depth = 0
  let covered = 0
  for (let i = 0; i <= length; i++) {
    depth += sums[i] ?? 0
    sums[i] = covered
    if (depth > 0) covered++
  }
  return (start, end) => (sums[end] ?? 0) - (sums[start] ?? 0)
}
