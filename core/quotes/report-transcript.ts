/**
 * Lines of a transcript as reports; what was found inside them is part of them.
 */
import type { Report } from './report.ts'
import type { TranscriptLine } from './transcript-lines.ts'

export const withTranscript = (reports: readonly Report[], lines: readonly TranscriptLine[]): Report[] => {
  if (lines.length === 0) return [...reports]
  let at = 0
  const outside = reports.filter(report => {
    const start = Math.min(report.content[0]?.start ?? 0, report.cue?.start ?? Number.POSITIVE_INFINITY)
    while (at < lines.length && (lines[at]?.content.end ?? 0) <= start) at++
    const line = lines[at]
    return line === undefined || start < line.label.start
  })
  return [...outside, ...lines.map(toReport)].sort(
    (a, b) => (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0),
  )
}

const toReport = ({ label, cue, content, role }: TranscriptLine): Report => ({
  content: [content],
  cue,
  source: role === 'question' ? null : label,
  sourceHead: role === 'question' ? null : label,
  lemma: ':',
  takes: 'q',
  by: role === 'name' ? 'transcript' : `transcript-${role}`,
  assertion: 'asserted',
  wholes: [],
  sentence: -1,
})
