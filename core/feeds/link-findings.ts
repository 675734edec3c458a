/**
 * Which findings belong together: the places a quote speaks of, the quotes and summary sentences a place occurs in, the
 * quotes inside a summary sentence.
 *
 *   Ruiz said the dam at Oroville "will hold".      place Oroville <- summary sentence 1, which holds the quote
 *                        ^^^^^^^^  ^^^^^^^^^
 * A finding is inside another when its span is. Not done: a place that a quote means by "there".
 */
import type { LinkedVariants } from '../../content-schema/documents.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Quote } from '../../content-schema/quote.ts'
import type { Span } from '../../content-schema/span.ts'
import type { Variants } from '../../content-schema/variants.ts'

/** Pure; linking what is linked changes nothing. */
export const linkFindings = (variants: Variants): LinkedVariants => {
  const mentions = placeMentions(variants.places)
  const quotes = variants.quotes.map(quote => ({
    ...quote,
    places: inOrder(variants.places, new Set([...quote.places, ...placesInside(mentions, quote.content)])),
  }))
  const sentences = variants.summary.sentences.map(sentence => ({
    ...sentence,
    quotes: variants.quotes.filter(quote => beginsInside(quote, sentence)).map(quote => quote.id),
    places: inOrder(variants.places, placesInside(mentions, [sentence])),
  }))
  const quotesOf = gather(quotes.map(quote => [quote.id, quote.places]))
  const sentencesOf = gather(sentences.map(sentence => [sentence.rank, sentence.places]))
  const places = variants.places.map(place => ({
    ...place,
    quotes: quotesOf.get(place.id) ?? [],
    summarySentences: sentencesOf.get(place.id) ?? [],
  }))
  return {
    summary: { ...variants.summary, sentences },
    quotes,
    speakers: variants.speakers,
    places,
    names: variants.names,
    limits: variants.limits,
  }
}

interface PlaceMention extends Span {
  readonly place: string
}

const placeMentions = (places: readonly Place[]): PlaceMention[] =>
  places
    .flatMap(place => place.mentions.map(({ start, end }) => ({ start, end, place: place.id })))
    .sort((a, b) => a.start - b.start)

/** Ids of the places mentioned inside the spans. Binary search: a transcript has thousands of both. */
const placesInside = (mentions: readonly PlaceMention[], spans: readonly Span[]): Set<string> => {
  const found = new Set<string>()
  for (const span of spans) {
    for (let i = firstAtOrAfter(mentions, span.start); i < mentions.length; i++) {
      const mention = mentions[i]
      if (mention === undefined || mention.start >= span.end) break
      if (mention.end <= span.end) found.add(mention.place)
    }
  }
  return found
}

const firstAtOrAfter = (mentions: readonly PlaceMention[], start: number): number => {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}

/** A quote whose cue interrupts it, or that runs on into the next sentence, belongs to the sentence it begins in. */
const beginsInside = (quote: Quote, sentence: Span): boolean => {
  const start = quote.content[0]?.start ?? -1
  return start >= sentence.start && start < sentence.end
}

const inOrder = (places: readonly Place[], ids: ReadonlySet<string>): string[] =>
  places.filter(place => ids.has(place.id)).map(place => place.id)

const gather = <Id>(links: readonly (readonly [Id, readonly string[]])[]): Map<string, Id[]> => {
  const gathered = new Map<string, Id[]>()
  for (const [id, places] of links) {
    for (const place of places) {
      const ids = gathered.get(place)
      if (ids) ids.push(id)
      else gathered.set(place, [id])
    }
  }
  return gathered
}
