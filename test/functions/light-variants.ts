/**
 * A thinking of a few lines, true to the shapes: who and where are told by one sentence of a fixed form.
 *
 *   “We will rebuild,” said Ana Ruiz in France.
 */
import type { Article } from '../../content-schema/article.ts'
import type { Variants } from '../../content-schema/variants.ts'

const said = /“([^”]+),” said ([A-Z]\w+ [A-Z]\w+) in ([A-Z]\w+)\./

const countries: Readonly<Record<string, { code: string; lat: number; lon: number; geonameId: number }>> = {
  France: { code: 'FR', lat: 46, lon: 2, geonameId: 3017382 },
  Kenya: { code: 'KE', lat: 1, lon: 38, geonameId: 192950 },
  Peru: { code: 'PE', lat: -10, lon: -76, geonameId: 3932488 },
  Japan: { code: 'JP', lat: 36, lon: 138, geonameId: 1861060 },
}

export const lightVariants = ({ id, text }: Article): Variants => {
  const lead = /\S[^\n]*/.exec(text)
  const start = lead?.index ?? 0
  const sentence = { start, end: start + (lead?.[0].length ?? 0) }
  const summary = {
    sentences: [
      { ...sentence, text: text.slice(sentence.start, sentence.end), rank: 1, score: 1, by: 'lead' },
    ],
    oneSentence: text.slice(sentence.start, sentence.end),
    words: text.split(/\s+/).length,
    readingSeconds: 1,
  }
  const match = said.exec(text)
  const found = match ? findingsOf(match) : { quotes: [], speakers: [], places: [], names: [] }
  return { id, summary, ...found, limits: [] }
}

const findingsOf = (match: RegExpExecArray): Pick<Variants, 'quotes' | 'speakers' | 'places' | 'names'> => {
  const [, words = '', name = '', country = ''] = match
  const spanOf = (part: string): { start: number; end: number } => {
    const start = match.index + match[0].lastIndexOf(part)
    return { start, end: start + part.length }
  }
  const content = { start: match.index + 1, end: match.index + 1 + words.length }
  const known = countries[country]
  const place = {
    id: `place-${country}`,
    name: country,
    asWritten: country,
    kind: 'country',
    geonameId: known?.geonameId ?? null,
    lat: known?.lat ?? null,
    lon: known?.lon ?? null,
    countryCode: known?.code ?? null,
    admin1: null,
    mentions: [spanOf(country)],
    salience: 1,
    isFocus: true,
    isDateline: false,
    confidence: 0.9,
    by: 'light',
    alternatives: [],
  }
  const about = { id: `name-${name}`, name, role: null }
  return {
    quotes: [
      {
        id: `quote-${words}`,
        kind: 'direct',
        content: [content],
        text: words,
        cue: spanOf('said'),
        speaker: { ...about, kind: 'person', mention: spanOf(name) },
        assertion: 'asserted',
        confidence: 0.9,
        by: 'light',
        places: [place.id],
      },
    ],
    speakers: [{ ...about, kind: 'person', mentions: [spanOf(name)], quotes: [`quote-${words}`] }],
    places: [place],
    names: [
      { ...about, kind: 'person', mentions: [spanOf(name)], salience: 1, confidence: 0.9, by: 'light' },
    ],
  }
}
