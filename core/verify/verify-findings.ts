/**
 * The verbatim guarantee: every span of every finding slices to the words that the finding claims.
 *
 *   text "Ruiz said no.", sentence { start: 0, end: 4, text: "Ruiz" }  -> no problem
 *                         sentence { start: 0, end: 4, text: "Ana" }   -> not-verbatim at "summary.sentences[0]"
 *
 * It needs nothing but the text, so the client runs it too. The hash of the text is checked beside it (verify-article).
 */
import type { Block } from '../../content-schema/article.ts'
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Problem } from '../../content-schema/problem.ts'
import type { Quote, Speaker } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import type { Summary } from '../../content-schema/summary.ts'

/** Any of the variants, or all of them; what is absent is not looked at. */
export interface Verifiable {
  readonly blocks?: readonly Block[]
  readonly summary?: Summary
  readonly quotes?: readonly Quote[]
  readonly speakers?: readonly Speaker[]
  readonly places?: readonly Place[]
  readonly names?: readonly Name[]
}

/** Every claim that the text does not bear out; none where all is verbatim. */
export const verifyFindings = (text: string, findings: Verifiable): Problem[] => [
  ...[...claimsOf(findings)].flatMap(claim => problemOf(claim, text)),
  ...orderProblems(findings.blocks ?? []),
  ...linkProblems(findings),
]

/** How many spans there are to hold against a text. */
export const countSpans = (findings: Verifiable): number =>
  [...claimsOf(findings)].reduce((sum, { spans, isOfOne }) => sum + (isOfOne ? 0 : (spans?.length ?? 0)), 0)

/** Words that are said to stand in the text: in these spans, or anywhere. */
interface Claim {
  readonly path: string
  readonly spans: readonly Span[] | null
  readonly words: string | null
  /** One of the spans says it, blanks aside: a name may run over the end of a line ("New\nYork"). */
  readonly isOfOne?: boolean
}

function* claimsOf({ blocks, summary, quotes, speakers, places, names }: Verifiable): Generator<Claim> {
  yield* spansOf('blocks', blocks)
  if (summary) {
    for (const [i, sentence] of summary.sentences.entries())
      yield { path: `summary.sentences[${i}]`, spans: [sentence], words: sentence.text }
    yield { path: 'summary.oneSentence', spans: null, words: summary.oneSentence }
  }
  for (const [i, { content, text, cue, speaker }] of (quotes ?? []).entries()) {
    yield { path: `quotes[${i}]`, spans: content, words: text }
    yield* spansOf(`quotes[${i}].cue`, cue ? [cue] : [])
    yield* spansOf(`quotes[${i}].speaker.mention`, speaker?.mention ? [speaker.mention] : [])
  }
  for (const [i, speaker] of (speakers ?? []).entries())
    yield* spansOf(`speakers[${i}].mentions`, speaker.mentions)
  for (const [i, { mentions, asWritten }] of (places ?? []).entries()) {
    yield* spansOf(`places[${i}].mentions`, mentions)
    yield { path: `places[${i}].asWritten`, spans: mentions, words: asWritten, isOfOne: true }
  }
  for (const [i, name] of (names ?? []).entries()) yield* spansOf(`names[${i}].mentions`, name.mentions)
}

function* spansOf(path: string, spans: readonly Span[] = []): Generator<Claim> {
  for (const [i, span] of spans.entries()) yield { path: `${path}[${i}]`, spans: [span], words: null }
}

const problemOf = ({ path, spans, words, isOfOne }: Claim, text: string): Problem[] => {
  if (spans === null) return text.includes(words ?? '') ? [] : [notVerbatim(path, words ?? '', null)]
  const outside = spans.find(({ start, end }) => !(start >= 0 && start < end && end <= text.length))
  if (outside) {
    const where = `${outside.start} to ${outside.end}`
    const message = `${path} spans ${where}: got outside a text of ${text.length} units, or empty.`
    return [{ code: 'misplaced', path, message }]
  }
  const said = spans.map(({ start, end }) => text.slice(start, end))
  if (words === null || said.join(' ') === words) return []
  if (isOfOne && said.some(mention => flat(mention) === flat(words))) return []
  return [notVerbatim(path, words, said.join(' '))]
}

const notVerbatim = (path: string, words: string, said: string | null): Problem => {
  const from = said === null ? 0 : differenceOf(words, said)
  const says = said === null ? 'does not say that' : `says ${show(said, from)}`
  return {
    code: 'not-verbatim',
    path,
    message: `${path} claims ${show(words, from)}, but the text ${says}.`,
  }
}

/** Where two long texts are worth showing: a little before they part. */
const differenceOf = (left: string, right: string): number => {
  let at = 0
  while (at < left.length && left[at] === right[at]) at++
  return at < longestShown - shownBefore ? 0 : at - shownBefore
}

const flat = (words: string): string => words.replace(/\s+/g, ' ').trim()

const orderProblems = (blocks: readonly Block[]): Problem[] =>
  blocks.flatMap(({ start }, i) => {
    const path = `blocks[${i}]`
    if (start >= (blocks[i - 1]?.end ?? 0)) return []
    return [{ code: 'misplaced', path, message: `${path} begins before the block ahead of it ends.` }]
  })

/** Ids that point at nothing. */
const linkProblems = ({ quotes, speakers, places }: Verifiable): Problem[] => [
  ...(places ? danglers('quotes', quotes, places) : []),
  ...(quotes ? danglers('speakers', speakers, quotes) : []),
]

const danglers = <Finding extends Quote | Speaker>(
  path: string,
  findings: readonly Finding[] = [],
  targets: readonly { readonly id: string }[],
): Problem[] => {
  const known = new Set(targets.map(({ id }) => id))
  return findings.flatMap((finding, i) =>
    ('places' in finding ? finding.places : finding.quotes)
      .filter(id => !known.has(id))
      .map(id => ({
        code: 'inconsistent' as const,
        path: `${path}[${i}]`,
        message: `${path}[${i}] points at ${show(id)}, which is not there.`,
      })),
  )
}

const longestShown = 80
const shownBefore = 20

const show = (words: string, from = 0): string => {
  const shown = words.slice(from, from + longestShown)
  return JSON.stringify(`${from > 0 ? '…' : ''}${shown}${from + longestShown < words.length ? '…' : ''}`)
}
