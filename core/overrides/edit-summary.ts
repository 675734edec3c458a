/**
 * Edits of the summary: sentences that must be in it, and such that must not.
 *
 * Pinned sentences rank first, in the order of the edits; of the others as many go as came in, the lowest ranks first,
 * so that the summary stays as long as it was.
 */
import type { Edit } from '../../content-schema/override.ts'
import type { Span } from '../../content-schema/span.ts'
import type { Summary, SummarySentence } from '../../content-schema/summary.ts'
import type { Variants } from '../../content-schema/variants.ts'
import { choosePointed } from './choose-pointed.ts'
import type { EditContext, EditResult } from './edit-context.ts'

type PinSentence = Extract<Edit, { kind: 'pin-sentence' }>
type DropSentence = Extract<Edit, { kind: 'drop-sentence' }>

/** Filled while edits are applied, laid over the summary at the end. */
export type PinnedSentences = SummarySentence[]

export const pinSentence = (
  edit: PinSentence,
  variants: Variants,
  { article, plainText, sentences }: EditContext,
  pins: PinnedSentences,
): EditResult => {
  const pointed = choosePointed(plainText, edit.sentence, sentences(), sentence => [sentence])
  if (pointed.kind === 'stale') return { stale: pointed.why }
  if (pointed.kind === 'none') return { stale: 'no sentence holds these words.' }
  const { start, end } = pointed.finding
  if (!pins.some(pin => pin.start === start)) {
    const score = Math.max(1, ...variants.summary.sentences.map(sentence => sentence.score))
    pins.push({
      start,
      end,
      text: article.text.slice(start, end),
      rank: pins.length + 1,
      score,
      by: 'editor',
    })
  }
  return { variants }
}

export const dropSentence = (
  edit: DropSentence,
  variants: Variants,
  { plainText }: EditContext,
): EditResult => {
  const { sentences } = variants.summary
  const pointed = choosePointed(plainText, edit.sentence, sentences, sentence => [sentence])
  if (pointed.kind === 'stale') return { stale: pointed.why }
  if (pointed.kind === 'none') return { variants }
  const kept = sentences.filter(sentence => sentence !== pointed.finding)
  return { variants: { ...variants, summary: ranked(variants.summary, kept) } }
}

export const withPins = (variants: Variants, pins: PinnedSentences): Variants => {
  if (pins.length === 0) return variants
  const { summary } = variants
  const isPinned = (sentence: Span): boolean =>
    pins.some(pin => pin.start < sentence.end && sentence.start < pin.end)
  const others = summary.sentences.filter(sentence => !isPinned(sentence)).sort((a, b) => a.rank - b.rank)
  const room = Math.max(0, summary.sentences.length - pins.length)
  return { ...variants, summary: ranked(summary, [...pins, ...others.slice(0, room)]) }
}

/** Ranks without gaps, in the order of the article. Sentences may come ranked or not: pins come first as they are. */
const ranked = (summary: Summary, sentences: readonly SummarySentence[]): Summary => {
  const byRank = [...sentences].sort((a, b) => isByEditor(b) - isByEditor(a) || a.rank - b.rank)
  const inOrder = byRank
    .map((sentence, index) => ({ ...sentence, rank: index + 1 }))
    .sort((a, b) => a.start - b.start)
  const isStillIn = inOrder.some(({ text }) => text === summary.oneSentence)
  const first = inOrder.find(({ rank }) => rank === 1)
  const oneSentence = isStillIn && first?.by !== 'editor' ? summary.oneSentence : (first?.text ?? '')
  const { lengths: _chosenByRanker, ...rest } = summary
  return { ...rest, sentences: inOrder, oneSentence }
}

const isByEditor = ({ by }: SummarySentence): number => (by === 'editor' ? 1 : 0)
