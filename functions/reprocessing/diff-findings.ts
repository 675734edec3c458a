/**
 * Two readings of one article compared field by field.
 *
 *   a quote whose speaker changed -> { field: 'quotes.speaker', finding: 'We will rebuild', before: …, after: … }
 *
 * Findings are the same where their ids are; ids hold while the words do.
 */
import type { LinkedVariants } from '../../content-schema/documents.ts'

export type Findings = Pick<LinkedVariants, 'summary' | 'quotes' | 'places' | 'names'>

export interface FieldChange {
  readonly field: string
  readonly finding: string
  readonly before: string | null
  readonly after: string | null
}

type Finding = Readonly<Record<string, unknown>> & { readonly id: string }

const longestShown = 160

export const diffFindings = (before: Findings, after: Findings): FieldChange[] => [
  ...diffSummaries(before.summary, after.summary),
  ...diffLists('quotes', before.quotes, after.quotes, quote => quote.text),
  ...diffLists('places', before.places, after.places, place => place.name),
  ...diffLists('names', before.names, after.names, name => name.name),
]

const diffSummaries = (before: Findings['summary'], after: Findings['summary']): FieldChange[] => {
  const sentences = (summary: Findings['summary']): string =>
    summary.sentences.map(({ text }) => text).join(' | ')
  const pairs = [
    ['summary.sentences', sentences(before), sentences(after)],
    ['summary.oneSentence', before.oneSentence, after.oneSentence],
    ['summary.words', String(before.words), String(after.words)],
  ] as const
  return pairs
    .filter(([, was, is]) => was !== is)
    .map(([field, was, is]) => ({ field, finding: 'summary', before: cut(was), after: cut(is) }))
}

const diffLists = <Found extends Finding>(
  list: string,
  before: readonly Found[],
  after: readonly Found[],
  nameOf: (finding: Found) => string,
): FieldChange[] => {
  const known = new Map(before.map(finding => [finding.id, finding]))
  const kept = new Set(after.map(finding => finding.id))
  const changes = after.flatMap((is): FieldChange[] => {
    const was = known.get(is.id)
    if (!was)
      return [{ field: `${list}.added`, finding: cut(nameOf(is)), before: null, after: cut(nameOf(is)) }]
    return fieldsOf(was, is)
      .filter(field => shown(was[field]) !== shown(is[field]))
      .map(field => ({
        field: `${list}.${field}`,
        finding: cut(nameOf(is)),
        before: cut(shown(was[field])),
        after: cut(shown(is[field])),
      }))
  })
  const removed = before.filter(({ id }) => !kept.has(id))
  return [
    ...changes,
    ...removed.map(was => ({
      field: `${list}.removed`,
      finding: cut(nameOf(was)),
      before: cut(nameOf(was)),
      after: null,
    })),
  ]
}

const fieldsOf = (a: Finding, b: Finding): string[] =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()

/** A speaker is shown by name and role, all else as it is stored. */
const shown = (value: unknown): string => {
  if (typeof value === 'object' && value !== null && 'name' in value) {
    return [value.name, 'role' in value ? value.role : null].filter(Boolean).join(', ')
  }
  return JSON.stringify(value) ?? 'absent'
}

const cut = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown)}…` : text)
