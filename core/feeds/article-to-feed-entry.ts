/**
 * An article as the index holds it: all that the feeds need of it, and never more than mostEntryBytes.
 *
 * Publishing reads the index alone, so what is not in here is in no feed. What an article has too much of is cut from
 * the end: quotes that a named person said come before those nobody is named for, salient places before passing ones.
 */
import { type Article, schemaVersion } from '../../content-schema/article.ts'
import type { FeedEntry, FeedPlace, FeedQuote, FeedSpeaker } from '../../content-schema/feed.ts'
import type { EditReport } from '../../content-schema/override.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote, QuoteSpeaker } from '../../content-schema/quote.ts'
import type { Variants } from '../../content-schema/variants.ts'
import { laterOf } from '../corrections/later-of.ts'
import {
  longestEntryText,
  mostEntryBylines,
  mostEntryBytes,
  mostEntryKeywords,
  mostEntryMedia,
  mostEntryNames,
  mostEntryPlaces,
  mostEntryQuotes,
  mostEntrySentences,
} from './feed-bounds.ts'
import { isSaid } from './is-said.ts'
import { linkFindings } from './link-findings.ts'
import { slugOf } from './slug.ts'
import { utf8Bytes } from './utf8-bytes.ts'

export interface FeedEntryOptions {
  /** What an editor's override did: the entry is as new as the edit. */
  readonly edits?: EditReport | null
}

export const articleToFeedEntry = (
  article: Article,
  variants: Variants,
  { edits }: FeedEntryOptions = {},
): FeedEntry => {
  const { summary, quotes, places, names } = linkFindings(variants)
  const kept = bestQuotes(
    quotes.filter(quote => isSaid(quote, article.text)),
    mostEntryQuotes,
  )
  return shrink({
    schemaVersion,
    id: article.id,
    source: article.source,
    url: article.url,
    language: article.language,
    headline: article.headline,
    standfirst: article.standfirst === null ? null : beginning(article.standfirst),
    bylines: article.bylines.slice(0, mostEntryBylines),
    section: article.section,
    keywords: article.keywords.slice(0, mostEntryKeywords),
    rights: article.rights === null ? null : beginning(article.rights),
    publishedAt: article.publishedAt,
    updatedAt: laterOf(article.revision.updatedAt, edits?.updatedAt ?? null),
    revision: article.revision,
    media: (article.media ?? []).slice(0, mostEntryMedia).map(media => ({
      ...media,
      caption: media.caption === null ? null : beginning(media.caption),
      credit: media.credit === null ? null : beginning(media.credit),
    })),
    summary: chooseSentences(summary.sentences),
    oneSentence: beginning(summary.oneSentence),
    words: summary.words,
    readingSeconds: summary.readingSeconds,
    quotes: kept.map(toFeedQuote),
    places: [...places]
      .sort((a, b) => b.salience - a.salience)
      .slice(0, mostEntryPlaces)
      .map(toFeedPlace),
    names: [...names]
      .sort((a, b) => b.salience - a.salience)
      .slice(0, mostEntryNames)
      .map(({ kind, name, role, salience }) => ({
        kind,
        name: beginning(name),
        role: role === null ? null : beginning(role),
        salience,
      })),
    counts: { quotes: quotes.length, places: places.length, names: names.length },
  })
}

/** Highest ranks, in the order of the article. */
const chooseSentences = (sentences: Variants['summary']['sentences']): string[] => {
  const ranks = sentences.map(sentence => sentence.rank).sort((a, b) => a - b)
  const last = ranks[mostEntrySentences - 1] ?? Number.POSITIVE_INFINITY
  return sentences
    .filter(sentence => sentence.rank <= last)
    .slice(0, mostEntrySentences)
    .map(sentence => beginning(sentence.text))
}

/** The best, in the order of the article. */
const bestQuotes = <Said extends Pick<FeedQuote, 'kind' | 'confidence'> & { readonly speaker: Named | null }>(
  quotes: readonly Said[],
  most: number,
): Said[] => {
  const best = new Set([...quotes].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, most))
  return quotes.filter(quote => best.has(quote))
}
interface Named {
  readonly kind: QuoteSpeaker['kind']
}

/** Named speakers first, their own words first, then how sure we are. */
const weightOf = ({ speaker, kind, confidence }: Parameters<typeof bestQuotes>[0][number]): number =>
  (speaker && speaker.kind !== 'unnamed' ? 4 : 0) + (kind === 'indirect' ? 0 : 2) + confidence

const toFeedQuote = (quote: Quote): FeedQuote => ({
  id: quote.id,
  kind: quote.kind,
  text: beginning(quote.text),
  isCut: quote.text.length > longestEntryText,
  speaker: quote.speaker === null ? null : toFeedSpeaker(quote.speaker),
  places: quote.places.slice(0, mostEntryPlaces),
  confidence: quote.confidence,
})

const toFeedSpeaker = ({ name, role, kind }: QuoteSpeaker): FeedSpeaker => ({
  name: beginning(name),
  role: role === null ? null : beginning(role),
  kind,
  slug: kind === 'unnamed' ? null : slugOf(name),
})

const toFeedPlace = (place: Place): FeedPlace => ({
  id: place.id,
  name: beginning(place.name),
  kind: place.kind,
  geonameId: place.geonameId,
  lat: place.lat,
  lon: place.lon,
  countryCode: place.countryCode,
  admin1: place.admin1,
  salience: place.salience,
  isFocus: place.isFocus,
  confidence: place.confidence,
})

/** Verbatim up to a word's end: "never a half word". */
const beginning = (text: string): string => {
  if (text.length <= longestEntryText) return text
  const blank = text.lastIndexOf(' ', longestEntryText)
  const end = blank > 0 ? blank : longestEntryText
  return text.slice(0, isLowSurrogate(text, end) ? end - 1 : end)
}

const isLowSurrogate = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

/** Halves what an entry holds most of until it fits. */
const shrink = (entry: FeedEntry): FeedEntry => {
  if (utf8Bytes(JSON.stringify(entry)) <= mostEntryBytes) return entry
  const half = <Part>(parts: readonly Part[]): Part[] => parts.slice(0, parts.length >> 1)
  return shrink({
    ...entry,
    quotes: bestQuotes(entry.quotes, entry.quotes.length >> 1),
    places: half(entry.places),
    names: half(entry.names),
    media: half(entry.media),
    keywords: half(entry.keywords),
    bylines: half(entry.bylines),
    summary: entry.summary.slice(0, Math.max(1, entry.summary.length >> 1)),
    standfirst: null,
    rights: null,
  })
}
