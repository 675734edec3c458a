/**
 * Speech that a dash opens, a line each, as the marks of other houses do it.
 *
 *   — I am staying, said Ana Ruiz.   -> "I am staying"
 *   — And I.                         -> "And I."
 *
 * At least two such lines in a row, or nearly, one of them with a cue or a question: one dash is an aside, many are a list.
 */
import { isSpaceAt, isUpperAt } from '../text/character-class.ts'
import { cueVerbOf } from './cue-lexicon.ts'
import type { QuotedStretch } from './quotation-marks.ts'

const widestGap = 3 // lines between two lines of one dialogue

export const findDialogueLines = (text: string): readonly QuotedStretch[] => {
  const found: { stretch: QuotedStretch; line: number }[] = []
  let line = 0
  for (let start = 0; start < text.length; line++) {
    let end = text.indexOf('\n', start)
    if (end < 0) end = text.length
    const stretch = readLine(text, start, end)
    if (stretch !== null) found.push({ stretch, line })
    start = end + 1
  }
  const runs: { stretch: QuotedStretch; line: number }[][] = []
  for (const one of found) {
    const run = runs[runs.length - 1]
    if (run !== undefined && one.line - (run[run.length - 1]?.line ?? 0) <= widestGap) run.push(one)
    else runs.push([one])
  }
  const isSpoken = ({ stretch: { start, end } }: { stretch: QuotedStretch }): boolean =>
    text.charAt(end - 1) === '?' || !/^[\s]*$/.test(text.slice(end, lineEnd(text, start)))
  return runs
    .filter(run => run.length > 1 && run.some(isSpoken))
    .flatMap(run => run.map(({ stretch }) => stretch))
}

const lineEnd = (text: string, from: number): number => {
  const end = text.indexOf('\n', from)
  return end < 0 ? text.length : end
}

const readLine = (text: string, start: number, end: number): QuotedStretch | null => {
  let open = start
  while (open < end && isSpaceAt(text, open)) open++
  const mark = text.charAt(open)
  if (mark !== '—' && mark !== '–') return null
  let from = open + 1
  while (from < end && isSpaceAt(text, from)) from++
  if (!isUpperAt(text, from) || !/[.!?…,"”]\s*$/.test(text.slice(Math.max(from, end - 3), end))) return null
  let to = cueStart(text, from, end) ?? end
  while (to > from && isSpaceAt(text, to - 1)) to--
  return {
    open,
    start: from,
    end: to,
    close: to,
    isClosed: true,
    continues: false,
    isSingle: false,
    isDialogue: true,
  }
}

/** Where ", said Ruiz" or "! she cried" begins: right behind the mark. */
const cueStart = (text: string, from: number, end: number): number | null => {
  const marks = /[,!?…—–] (\p{L}+)(?: (\p{L}+))?/gu
  marks.lastIndex = from
  for (let hit = marks.exec(text); hit !== null && hit.index < end; hit = marks.exec(text)) {
    const first = cueVerbOf(hit[1] ?? '')
    const second = /^(?:he|she|they|I|we)$/.test(hit[1] ?? '') ? cueVerbOf(hit[2] ?? '') : undefined
    if (first?.takes.startsWith('q') || second?.takes.startsWith('q')) return hit.index + 1
    marks.lastIndex = hit.index + 1
  }
  return null
}
