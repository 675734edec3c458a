/** A text in which names are marked: "{person Ash Carter} left {place Oslo}". */
import type { NameSpan } from '../../core/names/tag-names.ts'
import { openReading, type Reading } from '../../core/text/reading.ts'

const mark = /\{(person|organisation|place|other) ([^}]*)\}/g // "{person Ana Ruiz}", not "{ana}"

const kinds = { person: 'person', organisation: 'organisation', place: 'place', other: 'other' } as const
const kindOf = (word: string): NameSpan['kind'] => Object.values(kinds).find(kind => kind === word) ?? 'other'

export const readMarked = (marked: string): { reading: Reading; spans: NameSpan[] } => {
  let text = ''
  let at = 0
  const found: { start: number; end: number; kind: NameSpan['kind'] }[] = []
  for (const match of marked.matchAll(mark)) {
    text += marked.slice(at, match.index)
    const [whole = '', kind = '', name = ''] = match
    found.push({ start: text.length, end: text.length + name.length, kind: kindOf(kind) })
    text += name
    at = match.index + whole.length
  }
  text += marked.slice(at)
  const blocks = [...text.matchAll(/[^\n]*\S[^\n]*/g)].map(({ index, 0: line }) => ({
    kind: 'paragraph' as const,
    start: index,
    end: index + line.length,
  }))
  const reading = openReading(text, blocks)
  const tokenAt = (offset: number): number => reading.tokens.starts.indexOf(offset)
  const tokenTo = (offset: number): number => reading.tokens.ends.indexOf(offset) + 1
  return {
    reading,
    spans: found.map(span => ({
      ...span,
      firstToken: tokenAt(span.start),
      endToken: tokenTo(span.end),
      score: 0.9,
      kindScore: 0.9,
    })),
  }
}
