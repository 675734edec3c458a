/**
 * Who said what: direct, mixed and indirect quotes, each with its cue and its speaker.
 *
 *   “It works,” said Ana Ruiz, a nurse. -> direct “It works,” · said · Ana Ruiz, role "nurse"
 *
 * Nothing is asserted that the words around a quote do not say: without a cue, or a quote that it goes on from, a quote
 * has no speaker. Reading the sentences is English; other languages get what stands in quotation marks.
 */
import type { Block, BlockKind } from '../../content-schema/article.ts'
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote, Speaker } from '../../content-schema/quote.ts'
import { readsLanguage } from '../language-limits.ts'
import type { NameSpan } from '../names/tag-names.ts'
import type { Syntax } from '../syntax/syntax.ts'
import type { Reading } from '../text/reading.ts'
import { openCast } from './cast.ts'
import { readClause } from './clause.ts'
import { isTellingWord } from './cue-lexicon.ts'
import { findDialogueLines } from './dialogue-lines.ts'
import { linkQuotes, type ReadSentence } from './link-quotes.ts'
import { findQuotedStretches, type QuotedStretch } from './quotation-marks.ts'
import { withBlockquotes } from './report-blockquotes.ts'
import { findReportSentences, type ReportSentence } from './report-sentences.ts'
import { withTranscript } from './report-transcript.ts'
import { reportsOfSentence } from './reports-of-sentence.ts'
import { toQuotes } from './to-quotes.ts'
import { toSpeakers } from './to-speakers.ts'
import { findTranscriptLines } from './transcript-lines.ts'
import { withUnclaimed } from './unclaimed-stretches.ts'
import { isTitle } from './work-titles.ts'

export interface QuoteContext {
  readonly spans: readonly NameSpan[]
  readonly names: readonly Name[]
  readonly places: readonly Place[]
  readonly syntax: Syntax
  /** BCP 47; in another language than English only what stands in quotation marks is read. */
  readonly language?: string
}

/** Quotes in the order of the article, and who is quoted. */
export const findQuotes = (
  reading: Reading,
  context: QuoteContext,
): { quotes: Quote[]; speakers: Speaker[] } => {
  const { stretches, titles } = stretchesOf(reading)
  const sentences = findReportSentences(reading, stretches)
  const isEnglish = readsLanguage(context.language ?? 'en')
  const read = sentences.map((sentence, index): ReadSentence => {
    const clause =
      isEnglish && mayReport(reading, sentence) ? readClause(reading, sentence, context.syntax) : null
    if (clause === null)
      return { sentence, reports: [], uncued: sentence.quotes.filter(q => q.isWhole), opening: null }
    return { sentence, ...reportsOfSentence(clause, stretches, index) }
  })
  const linked = withBlockquotes(reading, linkQuotes(read, stretches), read)
  const spoken = withTranscript(linked, findTranscriptLines(reading.text))
  const reports = withUnclaimed(reading, spoken, stretches)
  const cast = openCast(reading, context, quotedAt(stretches))
  const told = { cast, stretches, titles, places: context.places }
  const quotes = toQuotes(reports, told)
  return { quotes, speakers: toSpeakers(quotes, cast) }
}

/** Reading the grammar takes longest: only where something is quoted or a word of saying stands. */
const mayReport = (
  { text, tokens, blocks }: Reading,
  { quotes, words, block, end }: ReportSentence,
): boolean => {
  const leadsIn = text.charAt(end - 1) === ':'
  if (!leadsIn && isOwnBlock(text, blocks[block])) return false
  if (leadsIn || quotes.length > 0) return true
  return words.some(token =>
    isTellingWord(text.slice(tokens.starts[token], tokens.ends[token]).toLowerCase()),
  )
}

/** Blocks whose words are the paper's own: what stands in marks there is no quote. */
const ownBlocks: ReadonlySet<BlockKind> = new Set(['headline', 'subheading', 'byline', 'credit', 'note'])

/** A short line that ends in a quote it leads into ("Ruiz asks a voter, “Any questions?”") is no subheading for all its looks. */
const isOwnBlock = (text: string, block: Block | undefined): boolean =>
  block !== undefined &&
  ownBlocks.has(block.kind) &&
  !(block.kind === 'subheading' && leadsIntoQuote.test(text.slice(block.start, block.end)))

/** example: "Ruiz asks a voter, “Any questions?”"; not "“Any questions?”" */
const leadsIntoQuote = /^[^"“”\n]{3,80}[,:]\s["“][^"“”\n]{2,80}[.!?]["”]$/

interface Stretches {
  readonly stretches: readonly QuotedStretch[]
  /** Names of works and programmes, which are no quotes. */
  readonly titles: readonly QuotedStretch[]
}

const stretchesOf = ({ text, blocks }: Reading): Stretches => {
  let at = 0
  const titles: QuotedStretch[] = []
  const dialogue = findDialogueLines(text)
  const marked = findQuotedStretches(text)
  const all = dialogue.length === 0 ? marked : withoutOverlap([...marked, ...dialogue])
  const stretches = all.filter(stretch => {
    const { open, isClosed, continues } = stretch
    while (at < blocks.length && (blocks[at]?.end ?? 0) <= open) at++
    const block = blocks[at]
    if (
      isClosed &&
      !continues &&
      stretch.isDialogue !== true &&
      block !== undefined &&
      block.start <= open &&
      isOwnBlock(text, block)
    )
      return false
    if (!isClosed || !isTitle(text, stretch, titles[titles.length - 1] ?? null)) return true
    titles.push(stretch)
    return false
  })
  return { stretches, titles }
}

const withoutOverlap = (stretches: readonly QuotedStretch[]): QuotedStretch[] => {
  const inOrder = [...stretches].sort((a, b) => a.open - b.open || b.close - a.close)
  let reach = -1
  return inOrder.filter(({ open, close }) => {
    if (open < reach) return false
    reach = close
    return true
  })
}

const quotedAt = (stretches: readonly QuotedStretch[]) => {
  return (offset: number): boolean => {
    let low = 0
    let high = stretches.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((stretches[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    return offset < (stretches[low - 1]?.end ?? 0)
  }
}
