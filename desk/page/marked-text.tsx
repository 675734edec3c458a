/**
 * The article's text, verbatim, with quotes, places and summary sentences marked where they stand. The first stretch of
 * each finding is a link to its card, so that the keyboard reaches it.
 */
import type { JSX } from 'preact'
import { segments } from '../../client/segments.ts'
import type { Block } from '../../content-schema/article.ts'
import type { ArticleDocument } from '../../content-schema/documents.ts'
import type { Span } from '../../content-schema/span.ts'
import { elementId, goTo } from './active-finding.ts'

export type MarkKind = 'sentence' | 'quote' | 'name' | 'place'

/** Outermost first: a place inside a quote inside a summary sentence is the place when it is pointed at. */
export interface Marked {
  readonly id: string
  readonly kind: MarkKind
  readonly label: string
  readonly mentions: readonly Span[]
}

export const sentenceId = (rank: number): string => `sentence-${rank}`

export const markedFindings = (article: ArticleDocument, shown: ReadonlySet<MarkKind>): Marked[] => {
  const all: Marked[] = [
    ...article.summary.sentences.map(
      (sentence): Marked => ({
        id: sentenceId(sentence.rank),
        kind: 'sentence',
        label: 'summary sentence',
        mentions: [sentence],
      }),
    ),
    ...article.quotes.map(
      (quote): Marked => ({
        id: quote.id,
        kind: 'quote',
        label: `quote, ${quote.speaker?.name ?? 'speaker not told'}`,
        mentions: quote.content,
      }),
    ),
    ...article.names.map(
      (name): Marked => ({ id: name.id, kind: 'name', label: name.name, mentions: name.mentions }),
    ),
    ...article.places.map(
      (place): Marked => ({
        id: place.id,
        kind: 'place',
        label: `place, ${place.name}`,
        mentions: place.mentions,
      }),
    ),
  ]
  return all.filter(({ kind }) => shown.has(kind))
}

interface Props {
  readonly article: ArticleDocument
  readonly shown: ReadonlySet<MarkKind>
}

export const MarkedText = ({ article, shown }: Props): JSX.Element => {
  const { text } = article
  if (text === null) return <p class="quiet">The text of this article is not public.</p>
  const findings = markedFindings(article, shown)
  const linked = new Set<string>()
  const byBlock = findingsByBlock(article.blocks, findings)
  return (
    <div class="story" data-testid="story">
      {article.blocks.map((block, i) => (
        <BlockOf key={block.start} kind={block.kind}>
          {segments(text, byBlock[i] ?? [], block).map(segment =>
            piece(segment.text, segment.findings, linked),
          )}
        </BlockOf>
      ))}
    </div>
  )
}

/** Each block with the findings that reach into it; both are in order of their starts, so one pass is enough. */
const findingsByBlock = (blocks: readonly Block[], findings: readonly Marked[]): Marked[][] => {
  const found: Marked[][] = blocks.map(() => [])
  for (const finding of findings) {
    for (const span of finding.mentions) {
      for (let i = firstBlock(blocks, span.start); i < blocks.length; i++) {
        const block = blocks[i]
        if (!block || block.start >= span.end) break
        const list = found[i]
        if (list && list.at(-1) !== finding) list.push(finding)
      }
    }
  }
  return found
}

const firstBlock = (blocks: readonly Block[], at: number): number => {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blocks[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

const piece = (text: string, findings: readonly Marked[], linked: Set<string>): JSX.Element | string => {
  if (findings.length === 0) return text
  const ids = findings.map(({ id }) => id).join(' ')
  const kinds = [...new Set(findings.map(({ kind }) => `m-${kind}`))].join(' ')
  const fresh = findings.findLast(({ id }) => !linked.has(id))
  if (!fresh) {
    return (
      <span class={`mark ${kinds}`} data-f={ids}>
        {text}
      </span>
    )
  }
  linked.add(fresh.id)
  return (
    <a
      id={elementId('mark', fresh.id)}
      class={`mark ${kinds}`}
      data-f={ids}
      href={`#${elementId('card', fresh.id)}`}
      title={fresh.label}
      onClick={event => {
        event.preventDefault()
        goTo('card', fresh.id)
      }}
    >
      {text}
    </a>
  )
}

const BlockOf = ({ kind, children }: { kind: Block['kind']; children: unknown }): JSX.Element => {
  const body = children as JSX.Element[] // preact's children are whatever stands between the tags
  switch (kind) {
    case 'headline':
      return <h1 dir="auto">{body}</h1>
    case 'subheading':
      return <h2 dir="auto">{body}</h2>
    case 'blockquote':
      return <blockquote dir="auto">{body}</blockquote>
    case 'standfirst':
    case 'byline':
    case 'paragraph':
    case 'listItem':
    case 'caption':
    case 'credit':
    case 'note':
      return (
        <p class={`b-${kind}`} dir="auto">
          {body}
        </p>
      )
    default: {
      const never: never = kind
      return never
    }
  }
}
