/**
 * Words of a headline that hang on a person's name there and nowhere else.
 *
 *   "[Ana Ruiz Endorsement] Divides Town … [Ana Ruiz] said" -> "Ana Ruiz" both times
 */
import { wordClasses } from './lexicon.ts'
import type { NameContext } from './mend-names.ts'
import type { NameSpan } from './tag-names.ts'
import { classesAt, withBorders } from './trim-names.ts'

export const cutTails = (context: NameContext, spans: readonly NameSpan[]): readonly NameSpan[] => {
  const { text, tokens } = context.reading
  const people = new Set<string>()
  for (const { kind, start, end, firstToken, endToken } of spans)
    if (kind === 'person' && endToken - firstToken > 1) people.add(text.slice(start, end))
  return spans.map(span => {
    const last = span.endToken - 1
    if (span.kind !== 'person' || last - span.firstToken < 2 || !isCommonNoun(context, last)) return span
    const head = text.slice(span.start, tokens.ends[last - 1])
    return people.has(head) ? withBorders(context.reading, span, span.firstToken, last) : span
  })
}

const isCommonNoun = (context: NameContext, i: number): boolean => {
  const classes = classesAt(context, i)
  return (
    (classes & wordClasses.common) !== 0 && (classes & (wordClasses.lastName | wordClasses.firstName)) === 0
  )
}
