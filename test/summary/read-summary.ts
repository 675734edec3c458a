/** A summary of a plain text, as the product would make it, with names and quotes given by hand where a test needs them. */
import type { Name } from '../../content-schema/name.ts'
import type { Quote } from '../../content-schema/quote.ts'
import type { Summary } from '../../content-schema/summary.ts'
import { findBlocks } from '../../core/read/find-blocks.ts'
import { type SummaryOptions, summarise } from '../../core/summary/summarise.ts'
import { openReading } from '../../core/text/reading.ts'

interface Given {
  readonly people?: readonly string[]
  readonly quotes?: readonly Quote[]
  readonly options?: SummaryOptions
}

export const summaryOf = (text: string, { people = [], quotes = [], options }: Given = {}): Summary =>
  summarise(
    openReading(text, findBlocks(text)),
    {
      headline: '',
      standfirst: null,
      names: people.map((name, i) => personIn(text, name, `n${i}`)),
      places: [],
      quotes,
    },
    options,
  )

/** Every mention of a person by the full name or the last word of it. */
const personIn = (text: string, name: string, id: string): Name => {
  const surname = name.split(' ').at(-1) ?? name
  const mentions = [...text.matchAll(new RegExp(`${name}|${surname}`, 'g'))].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  return { id, kind: 'person', name, role: null, mentions, salience: 0.5, confidence: 0.9, by: 'given' }
}

/** A direct quote, spoken by a person who stands beside it as `mention`. */
export const quoteIn = (
  text: string,
  words: string,
  speaker: { name: string; mention: string } | null,
): Quote => {
  const start = text.indexOf(words)
  const at = speaker ? text.indexOf(speaker.mention, start + words.length) : -1
  return {
    id: 'q1',
    kind: 'direct',
    content: [{ start, end: start + words.length }],
    text: words,
    cue: null,
    speaker: speaker && {
      id: 'n0',
      name: speaker.name,
      role: null,
      kind: 'person',
      mention: { start: at, end: at + speaker.mention.length },
    },
    assertion: 'asserted',
    confidence: 0.9,
    by: 'given',
    places: [],
  }
}

const asides = [
  'Rain drummed upon a tin roof.',
  'Two geese crossed an empty lane.',
  'Somewhere a piano needed tuning.',
  'Old paint peels from most shutters.',
  'A postman whistled until dusk.',
  'Nettles grow behind every shed.',
  'Chimneys smoked above slate and moss.',
  'Children skipped rope beside a fountain.',
  'One baker sold out of buns.',
  'Swallows had nested under some eaves.',
  'A tailor measured cloth in silence.',
  'Candles guttered when doors opened.',
  'Someone spilled tea over a newspaper.',
  'Wind bent every poplar eastward.',
]

/** Prose that says nothing of note, to give an article its length: no word of it recurs. At most 14 sentences. */
export const filler = (sentences: number, from = 0): string => asides.slice(from, from + sentences).join(' ')
