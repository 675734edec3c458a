/**
 * No more findings than a document may hold (content-schema/bounds.ts): the first of each kind, and a limit that says
 * how many there were. Places and names come most salient first, quotes in the order of the article.
 *
 *   21,000 quotes -> 20,000 quotes, limits: ['quotes: 21,000 were found; the first 20,000 are kept']
 */
import { mostFindings, mostMentions } from '../content-schema/bounds.ts'
import type { Span } from '../content-schema/span.ts'
import type { Variants } from '../content-schema/variants.ts'
import { keepFindings } from './keep-findings.ts'

export const boundFindings = (variants: Variants): Variants => {
  if (isWithin(variants)) return variants
  const limits: string[] = []
  const first = <Finding>(kind: string, findings: readonly Finding[]): Finding[] => {
    if (findings.length > mostFindings) limits.push(limitOf(kind, findings.length, mostFindings))
    return findings.slice(0, mostFindings)
  }
  const mentioned = <Finding extends { readonly mentions: readonly Span[] }>(
    kind: string,
    findings: readonly Finding[],
  ): Finding[] =>
    first(kind, findings).map(finding => {
      const { length } = finding.mentions
      if (length <= mostMentions) return finding
      limits.push(limitOf(`mentions of one of the ${kind}`, length, mostMentions))
      return { ...finding, mentions: finding.mentions.slice(0, mostMentions) }
    })
  const places = mentioned('places', variants.places)
  const names = mentioned('names', variants.names)
  const quotes = first('quotes', variants.quotes)
  const speakers = mentioned('speakers', variants.speakers)
  return keepFindings(
    { ...variants, limits: [...variants.limits, ...limits] },
    { quotes, speakers, places, names },
  )
}

const isWithin = ({ quotes, speakers, places, names }: Variants): boolean =>
  [quotes, speakers, places, names].every(({ length }) => length <= mostFindings) &&
  [...speakers, ...places, ...names].every(({ mentions }) => mentions.length <= mostMentions)

const limitOf = (kind: string, found: number, kept: number): string =>
  `${kind}: ${found.toLocaleString('en')} were found; the first ${kept.toLocaleString('en')} are kept`
