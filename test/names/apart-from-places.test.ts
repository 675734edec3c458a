import { describe, expect, it } from '@jest/globals'
import type { Name } from '../../content-schema/name.ts'
import type { Place } from '../../content-schema/place.ts'
import { apartFromPlaces } from '../../core/names/apart-from-places.ts'

const name = (text: string, ...mentions: readonly [number, number][]): Name => ({
  id: text,
  kind: 'person',
  name: text,
  role: null,
  mentions: mentions.map(([start, end]) => ({ start, end })),
  salience: 0.5,
  confidence: 0.7,
  by: 'test',
})
const place = (confidence: number, ...mentions: readonly [number, number][]): Place => ({
  id: 'p',
  name: 'Hama',
  asWritten: 'Hama',
  kind: 'city',
  geonameId: null,
  lat: 35,
  lon: 36,
  countryCode: 'SY',
  admin1: null,
  mentions: mentions.map(([start, end]) => ({ start, end })),
  salience: 0.5,
  isFocus: false,
  isDateline: false,
  confidence,
  by: 'test',
  alternatives: [],
})

describe('names apart from places', () => {
  it.each([
    [
      'a name whose mentions all stand on the map goes',
      [name('Hama', [0, 4], [10, 14])],
      [place(0.9, [0, 4], [10, 14])],
      [],
    ],
    [
      'a place that is itself a guess takes nothing away',
      [name('Hama', [0, 4])],
      [place(0.4, [0, 4])],
      ['Hama'],
    ],
    [
      'a place inside a longer name takes nothing away',
      [name('Hama University', [0, 15])],
      [place(0.9, [0, 4])],
      ['Hama University'],
    ],
    [
      'a name that is mostly a person stays',
      [name('Jordan', [0, 6], [9, 15], [20, 26])],
      [place(0.9, [0, 6])],
      ['Jordan'],
    ],
  ] as const)('%s', (_what, names, places, kept) => {
    expect(apartFromPlaces(names, places).map(({ name }) => name)).toEqual(kept)
  })
})
