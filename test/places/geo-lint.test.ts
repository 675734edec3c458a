import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import type { Place } from '../../content-schema/place.ts'
import { tagNames } from '../../core/names/tag-names.ts'
import { openTagger } from '../../core/names/tagger.ts'
import { findPlaces } from '../../core/places/find-places.ts'
import { openGazetteer } from '../../core/places/gazetteer.ts'
import { lintPlaces } from '../../core/places/geo-lint.ts'
import { findBlocks } from '../../core/read/find-blocks.ts'
import { openReading } from '../../core/text/reading.ts'

const gazetteer = openGazetteer(readFileSync(new URL('../../data/packed/gazetteer.bin', import.meta.url)))

const tagger = openTagger(readFileSync(new URL('../../data/packed/tagger.bin', import.meta.url)))

const place = (
  name: string,
  lat: number,
  lon: number,
  countryCode: string,
  part: Partial<Place> = {},
): Place => ({
  id: name,
  name,
  asWritten: name,
  kind: 'city',
  geonameId: null,
  lat,
  lon,
  countryCode,
  admin1: null,
  mentions: [{ start: 0, end: 1 }],
  salience: 0.5,
  isFocus: false,
  isDateline: false,
  confidence: 0.95,
  by: 'test',
  alternatives: [],
  ...part,
})

describe('geo lint', () => {
  test.each([
    ['a town in the sea', place('Idlib', 20, -40, 'SY'), /in the sea/],
    [
      'latitude and longitude swapped',
      place('Bergen', 5.33, 60.39, 'NO'),
      /look swapped, expected 60.39, 5.33/,
    ],
    ['a country that does not contain its place', place('Lyon', 45.76, 4.84, 'ES'), /not in ES/],
    ['a country that is none', place('Lyon', 45.76, 4.84, 'QQ'), /no country/],
  ])('warns of %s', (_, wrong, message) => {
    const [problem, ...more] = lintPlaces([wrong], gazetteer)
    expect(more).toEqual([])
    expect(problem).toMatchObject({ code: 'misplaced', path: 'places[0]', level: 'warning' })
    expect(problem?.message).toMatch(message)
  })

  test('warns of a town alone on its continent where a nearer one was to be had', () => {
    const [other] = [place('Sydney', 46.14, -60.18, 'CA')].map(
      ({ name, kind, geonameId, lat, lon, countryCode, admin1 }) => ({
        name,
        kind,
        geonameId,
        lat: lat ?? 0,
        lon: lon ?? 0,
        countryCode,
        admin1,
        score: 0.4,
      }),
    )
    const lonely = place('Sydney', -33.87, 151.21, 'AU', {
      confidence: 0.5,
      alternatives: other ? [other] : [],
    })
    const problems = lintPlaces([place('Halifax', 44.65, -63.57, 'CA'), lonely], gazetteer)
    expect(problems).toMatchObject([{ code: 'misplaced', path: 'places[1]', level: 'warning' }])
    const [sure] = [{ ...lonely, confidence: 0.96 }]
    expect(lintPlaces(sure ? [place('Halifax', 44.65, -63.57, 'CA'), sure] : [], gazetteer)).toEqual([])
  })

  test('is content with right places, seas and places without a point', () => {
    const right = [
      place('Idlib', 35.93, 36.63, 'SY'),
      place('Honolulu', 21.31, -157.86, 'US'),
      place('Suva', -18.14, 178.44, 'FJ'),
      place('Black Sea', 43, 34, 'TR', { kind: 'sea' }),
      place('Makramiya', 0, 0, 'SY', { lat: null, lon: null }),
    ]
    expect(lintPlaces(right, gazetteer)).toEqual([])
  })
})

describe('the fixtures', () => {
  const folder = new URL('../../fixtures/articles/', import.meta.url)
  const slugs = readdirSync(folder).filter(slug => existsSync(new URL(`${slug}/input.txt`, folder)))

  test('there are some', () => {
    expect(slugs.length).toBeGreaterThan(5)
  })

  test.each(slugs)('%s has no place in the sea, in another country or on a continent of its own', slug => {
    const text = readFileSync(new URL(`${slug}/input.txt`, folder), 'utf8')
    const reading = openReading(text, findBlocks(text))
    const places = findPlaces(reading, tagNames(reading, tagger), gazetteer, { dateline: null })
    expect(places.length).toBeGreaterThan(0)
    expect(lintPlaces(places, gazetteer)).toEqual([])
  })
})
