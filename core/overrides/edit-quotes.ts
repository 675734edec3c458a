/**
 * Edits of quotes: who said it, and that it is none.
 */
import type { Edit } from '../../content-schema/override.ts'
import type { Quote, QuoteSpeaker, Speaker } from '../../content-schema/quote.ts'
import type { Variants } from '../../content-schema/variants.ts'
import { slugOf } from '../feeds/slug.ts'
import { chooseQuote } from './choose-pointed.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import { toPlainText } from './find-anchor.ts'

type FixSpeaker = Extract<Edit, { kind: 'fix-speaker' }>
type DropQuote = Extract<Edit, { kind: 'drop-quote' }>

export const fixSpeaker = (edit: FixSpeaker, variants: Variants, context: EditContext): EditResult => {
  const pointed = chooseQuote(context.plainText, edit.quote, variants.quotes)
  if (pointed.kind === 'stale') return { stale: pointed.why }
  if (pointed.kind === 'none') return { stale: 'no quote holds these words.' }
  const { finding } = pointed
  const speaker = edit.speaker === null ? null : toSpeaker(edit.speaker, finding, variants, context)
  const fixed: Quote = { ...finding, speaker, confidence: 1, by: 'editor' }
  const quotes = variants.quotes.map(quote => (quote === finding ? fixed : quote))
  return { variants: { ...variants, quotes, speakers: moveQuote(variants.speakers, fixed) } }
}

export const dropQuote = (edit: DropQuote, variants: Variants, context: EditContext): EditResult => {
  const pointed = chooseQuote(context.plainText, edit.quote, variants.quotes)
  if (pointed.kind === 'stale') return { stale: pointed.why }
  if (pointed.kind === 'none') return { variants } // it was not found this time: that is what the editor wants
  const quotes = variants.quotes.filter(quote => quote !== pointed.finding)
  return { variants: { ...variants, quotes, speakers: withoutQuote(variants.speakers, pointed.finding.id) } }
}

/** The speaker as the editor names them, joined with whom the article knows by that name. */
const toSpeaker = (
  wanted: NonNullable<FixSpeaker['speaker']>,
  quote: Quote,
  variants: Variants,
  { article }: EditContext,
): QuoteSpeaker => {
  const known = [...variants.names, ...variants.speakers].find(({ name }) => isSameName(name, wanted.name))
  const mention = quote.speaker?.mention ?? null
  const isOfThem = mention !== null && isPartOf(article.text.slice(mention.start, mention.end), wanted.name)
  return {
    id: known?.id ?? `editor-${slugOf(wanted.name) ?? 'speaker'}`,
    name: wanted.name,
    role: wanted.role === undefined ? (known?.role ?? null) : wanted.role,
    kind: wanted.kind ?? known?.kind ?? 'person',
    mention: isOfThem ? mention : null,
  }
}

const isSameName = (a: string, b: string): boolean =>
  toPlainText(a).plain.trim() === toPlainText(b).plain.trim()

/** "Mayor Ruiz" of "Ana Ruiz": the last word decides, so that a mention of somebody else is not kept. */
const isPartOf = (mention: string, name: string): boolean => {
  const last = toPlainText(mention).plain.trim().split(' ').at(-1) ?? ''
  return toPlainText(name).plain.split(' ').includes(last)
}

const withoutQuote = (speakers: readonly Speaker[], quoteId: string): Speaker[] =>
  speakers
    .map(speaker => ({ ...speaker, quotes: speaker.quotes.filter(id => id !== quoteId) }))
    .filter(speaker => speaker.quotes.length > 0)

const moveQuote = (speakers: readonly Speaker[], quote: Quote): Speaker[] => {
  const others = withoutQuote(speakers, quote.id)
  const { speaker } = quote
  if (speaker === null) return others
  const isThem = (other: Speaker): boolean => other.id === speaker.id || isSameName(other.name, speaker.name)
  const { name, role, kind } = speaker
  const earlier = speakers.find(isThem)
  const them: Speaker = {
    id: earlier?.id ?? speaker.id ?? name,
    name,
    role,
    kind,
    mentions: earlier?.mentions ?? (speaker.mention ? [speaker.mention] : []),
    quotes: [...(others.find(isThem)?.quotes ?? []), quote.id],
  }
  return others.some(isThem) ? others.map(other => (isThem(other) ? them : other)) : [...others, them]
}
