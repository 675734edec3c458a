import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { Place } from '../../content-schema/place.ts'
import { findPlaces } from '../../core/places/find-places.ts'
import { openGazetteer } from '../../core/places/gazetteer.ts'
import { openReading } from '../../core/text/reading.ts'
import { readMarked } from '../names/marked-text.ts'

const gazetteer = openGazetteer(readFileSync(new URL('../../data/packed/gazetteer.bin', import.meta.url)))

const read = (marked: string, homeRegion?: string): Place[] => {
  const { reading, spans } = readMarked(marked)
  const hints = homeRegion === undefined ? { dateline: null } : { dateline: null, homeRegion }
  return findPlaces(reading, spans, gazetteer, hints)
}
/** "Paris US Texas", in the order of the text. */
const shown = (marked: string, homeRegion?: string): string[] =>
  [...read(marked, homeRegion)]
    .sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
    .map(({ asWritten, countryCode, admin1, lat }) =>
      lat === null ? `${asWritten} ?` : [asWritten, countryCode, admin1].filter(Boolean).join(' '),
    )

describe('which place was meant', () => {
  test.each([
    ['The mill in {place Paris}, {place Texas}, burned down.', ['Paris US Texas', 'Texas US Texas']],
    ['He flew to {place Paris}, {place France}.', ['Paris FR Île-de-France', 'France FR']],
    ['She lives in {place Gainesville}, {place Fla.}', ['Gainesville US Florida', 'Fla. US Florida']],
    ['A shop in {place Lexington}, {place Ky.}, closed.', ['Lexington US Kentucky', 'Ky. US Kentucky']],
    [
      'The {place Lebanon} council met. {place Boone County} roads are closed between {place Zionsville} and {place Indianapolis}.',
      ['Lebanon US Indiana', 'Boone County US Indiana', 'Zionsville US Indiana', 'Indianapolis US Indiana'],
    ],
    [
      'Shells fell on {place Tripoli} and {place Sidon}, the {other Lebanese} army said in {place Beirut}.',
      ['Tripoli LB', 'Sidon LB', 'Lebanese LB', 'Beirut LB'],
    ],
    ['A ferry left {place Dunkirk}, northern {place France}.', ['Dunkirk FR', 'France FR']],
    [
      'A dam broke in {place Kenya}. In neighbouring {place Uganda}, roads near {place Mbale} closed.',
      ['Kenya KE', 'Uganda UG', 'Mbale UG'],
    ],
    ['She grew up in {place New York} and moved to {place Boston}.', ['New York US New York', 'Boston US']],
    [
      'He spoke in {place Washington}, {other D. C.}, on Monday.',
      ['Washington US Washington, D.C.', 'D. C. US'],
    ],
  ])('%s', (text, expected) => {
    const found = shown(text)
    for (const [i, want] of expected.entries()) expect(found[i]?.slice(0, want.length)).toBe(want)
    expect(found).toHaveLength(expected.length)
  })

  test('the paper’s home region decides where the text does not', () => {
    const text = 'A man from {place Springfield} was fined on Monday.'
    const [ohio] = read(text, 'US.OH')
    const [oregon] = read(text, 'US.OR')
    expect([ohio?.admin1, oregon?.admin1]).toEqual(['Ohio', 'Oregon'])
  })

  test('one sense an article, unless it says otherwise', () => {
    const places = read(
      '{place Cambridge}, {place Massachusetts}, and {place Cambridge}, {place England}, are twins. The mayor of {place Cambridge}, {place Massachusetts}, came.',
    )
    const sides = places
      .filter(({ asWritten }) => asWritten === 'Cambridge')
      .map(({ countryCode }) => countryCode)
    expect([...sides].sort()).toEqual(['GB', 'US'])
  })

  test('runners-up are listed, best first, without the chosen one', () => {
    const [place] = read('The mayor of {place Springfield} resigned.')
    expect(place?.alternatives.length).toBeGreaterThan(2)
    const scores = place?.alternatives.map(({ score }) => score) ?? []
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(place?.alternatives.some(({ lat, lon }) => lat === place.lat && lon === place.lon)).toBe(false)
  })
})

describe('what is a place and what is not', () => {
  test.each([
    ['{person Chelsea Clinton} spoke.', []],
    ['{person Jordan} said he would play.', []],
    ['{person Orlando Bloom} waved to {person Paris Hilton}.', []],
    ['{organisation Dallas United} played in {place Dallas}.', ['Dallas US Texas']],
    [
      '{person Dale Houston} left {place Dallas}. {person Houston} had wired the money, {person Ana Ruiz} said.',
      ['Dallas US Texas'],
    ],
    ['Rebel groups including {place Ahrar al Sham} and {place Failaq al Nour} fought on.', []],
    ['{organisation Northgate United}: Webb; Cole, Hart, Lund; Reading, England, Bose.', []],
    ['They paid {place US}$3 million on {place St. Patrick}’s Day.', []],
    ['The firm {organisation Crane Co.} moved to the Village.', []],
    ['He drowned in {place Lake Vermont} once.', ['Lake Vermont ?']],
    [
      'It rained in the towns of Latamiq, Zaafarun and Makramuna.',
      ['Latamiq ?', 'Zaafarun ?', 'Makramuna ?'],
    ],
    [
      'A car hit a wall on {place Orchard Street} near {place Highway 61}.',
      ['Orchard Street ?', 'Highway 61 ?'],
    ],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  test('a name in another romanisation is found only in a country that the article names', () => {
    const inSyria = shown('Shells hit {place Talbissa} in {place Syria}.')
    expect(inSyria[0]).toBe('Talbissa SY Homs')
    expect(shown('Shells fell on {place Talbissa} in {place Norway}.')[0]).toBe('Talbissa ?')
  })

  test('of a city and its region of one name, bare mentions are the city, lists of regions and "X, Y" the region', () => {
    const kindsOf = (text: string): (string | undefined)[] =>
      read(text)
        .filter(({ asWritten }) => asWritten === 'New York')
        .map(({ name }) => name)
    expect(kindsOf('Shops closed in {place New York} on Monday.')).toEqual(['New York City'])
    expect(kindsOf('Shops closed in {place Buffalo}, {place New York}, on Monday.')).toEqual(['New York'])
    expect(kindsOf('{place Ohio}, {place New York} and {place Oregon} voted.')).toEqual(['New York'])
  })

  test('an office is no part of the area it governs', () => {
    expect(read('A crash in {place CHARLESTON}, {place W.Va}. -- Roads closed.')[1]?.asWritten).toBe('W.Va.')
    expect(read('The {organisation Dublin City Council} met.')[0]?.asWritten).toBe('Dublin')
    const written = (text: string): string[] => shown(text).map(place => place.split(' ')[0] ?? '')
    expect(read('The {organisation Minnesota State Patrol} came.')[0]?.asWritten).toBe('Minnesota')
    expect(written('A crash in {place Cote d’Ivoire}, {place Ghana} and {place Togo}.')).toHaveLength(3)
  })

  test('listed counties are counties', () => {
    const kinds = read(
      'Floods closed roads in {place Becker}, {place Clay} and {place Otter Tail} counties in {place Minnesota}.',
    )
    expect(kinds.filter(({ kind }) => kind === 'county').map(({ admin1 }) => admin1)).toEqual([
      'Minnesota',
      'Minnesota',
      'Minnesota',
    ])
  })

  test('mentions keep their kind: the place, who acts for it, its people', () => {
    const kinds = new Map(
      read('{place Moscow} said that {other Russian} planes left {place Latakia}, {place Syria}.').flatMap(
        place => place.mentions.map(mention => [place.asWritten, mention.kind] as const),
      ),
    )
    expect(kinds.get('Moscow')).toBe('metonymic')
    expect(kinds.get('Russian')).toBe('demonym')
    expect(kinds.get('Latakia')).toBe('literal')
  })
})

describe('a town of which a team has the name', () => {
  test('is as likely a place behind "In", at the beginning of a sentence, as if there were no team', () => {
    const confidenceOf = (marked: string): number | undefined =>
      read(marked).find(({ asWritten }) => asWritten === 'Dallas')?.confidence
    const behind = confidenceOf('{organisation Dallas United} won. In {place Dallas} it rained.')
    const alone = confidenceOf('{organisation Dallas Council} won. In {place Dallas} it rained.') ?? 0
    expect(behind).toBeCloseTo(alone, 1)
  })
})

describe('the story’s place', () => {
  const text =
    '{place IDLIB}, {place Syria} (Northline) — Shells fell in {place Idlib} on Monday. Two houses in {place Idlib} burned, {other Russian} officers said.'

  test('the dateline is marked, and the focus is where things happen', () => {
    const places = read(text)
    const idlib = places.find(({ name }) => name === 'Idlib')
    expect(idlib).toMatchObject({ isFocus: true, isDateline: true })
    expect(places.find(({ name }) => name === 'Russia')).toMatchObject({ isFocus: false, isDateline: false })
  })

  test('most salient first', () => {
    const salience = read(text).map(place => place.salience)
    expect(salience).toEqual([...salience].sort((a, b) => b - a))
  })
})

describe('any text', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        'Paris',
        'Texas',
        'counties',
        'St.',
        'al',
        '-',
        ',',
        'of',
        'towns',
        ';',
        ':',
        '\n\n',
        'U.S.',
        "'s",
        '—',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 40 },
  )

  test('is survived; mentions lie inside it, do not overlap, and the same text gives the same places', () => {
    fc.assert(
      fc.property(pieces, parts => {
        const text = parts.join(' ')
        const reading = openReading(text, [{ kind: 'paragraph', start: 0, end: text.length }])
        const places = findPlaces(reading, [], gazetteer, { dateline: null })
        for (const place of places) Place.parse(place)
        const spans = places.flatMap(({ mentions }) => mentions).sort((a, b) => a.start - b.start)
        for (const [i, { start, end }] of spans.entries()) {
          expect(start).toBeLessThan(end)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0)
        }
        expect(findPlaces(reading, [], gazetteer, { dateline: null })).toEqual(places)
      }),
      { numRuns: 150 },
    )
  })
})
