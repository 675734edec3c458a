/**
 * Which country and which speaker an entry belongs to.
 *
 * A country's feed holds the stories that happen there, and those in which it weighs something; a passing mention does
 * not put a story into it. A speaker's feed holds what they said, under the name that most articles give them.
 */
import type { FeedEntry, FeedQuote } from '../../content-schema/feed.ts'
import { mostCountryFeeds, mostSpeakerFeeds } from './feed-bounds.ts'

/** A quote and the entry that it stands in. */
export interface EntryQuote {
  readonly entry: FeedEntry
  readonly quote: FeedQuote
}

/** Together the places of a country must be this much of the story, where none of them is its focus. */
const countryFromSalience = 0.15

/** Country codes in order, each with its entries newest first. */
export const gatherCountries = (
  entries: readonly FeedEntry[],
): (readonly [string, readonly FeedEntry[]])[] => {
  const gathered = new Map<string, FeedEntry[]>()
  for (const entry of entries) {
    for (const country of countriesOf(entry)) {
      const known = gathered.get(country)
      if (known) known.push(entry)
      else gathered.set(country, [entry])
    }
  }
  return [...gathered]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1))
    .slice(0, mostCountryFeeds)
    .sort(([a], [b]) => (a < b ? -1 : 1))
}

const countriesOf = (entry: FeedEntry): string[] => {
  const weights = new Map<string, number>()
  for (const { countryCode, isFocus, salience } of entry.places) {
    if (countryCode === null) continue
    weights.set(countryCode, (weights.get(countryCode) ?? 0) + (isFocus ? 1 : salience))
  }
  return [...weights].filter(([, weight]) => weight >= countryFromSalience).map(([country]) => country)
}

export interface SpeakerQuotes {
  readonly slug: string
  readonly name: string
  /** Newest first. */
  readonly quotes: readonly EntryQuote[]
}

/** The most quoted speakers, in the order of their slugs. */
export const gatherSpeakers = (quotes: readonly EntryQuote[]): SpeakerQuotes[] => {
  const gathered = new Map<string, EntryQuote[]>()
  for (const entryQuote of quotes) {
    const slug = entryQuote.quote.speaker?.slug ?? null
    if (slug === null) continue
    const known = gathered.get(slug)
    if (known) known.push(entryQuote)
    else gathered.set(slug, [entryQuote])
  }
  return [...gathered]
    .sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1))
    .slice(0, mostSpeakerFeeds)
    .map(([slug, said]) => ({ slug, name: commonestName(said), quotes: said }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

const commonestName = (said: readonly EntryQuote[]): string => {
  const counts = new Map<string, number>()
  for (const { quote } of said) {
    const name = quote.speaker?.name ?? ''
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
  return first?.[0] ?? ''
}
