import { readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { foldName } from '../../core/places/fold-name.ts'
import { openGazetteer } from '../../core/places/gazetteer.ts'
import { type GazetteerRow, packGazetteer } from '../../core/places/pack-gazetteer.ts'
import { placeKinds } from '../../core/places/place-kinds.ts'

const bytes = readFileSync(new URL('../../data/packed/gazetteer.bin', import.meta.url))
const gazetteer = openGazetteer(bytes)
const options = { flagsOf: () => 0, looseCountries: new Set(['SY']) }

const row = (name: string, part: Partial<GazetteerRow> = {}): GazetteerRow => ({
  name,
  kind: 'city',
  lat: 35,
  lon: 36,
  population: 1000,
  geonameId: 1,
  countries: ['SY'],
  admin1: 'SY.12',
  admin2: '',
  names: [],
  ...part,
})

const anyRow = fc.record({
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(name => foldName(name) !== ''),
  kind: fc.constantFrom(...placeKinds),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  population: fc.nat(1_000_000_000),
  geonameId: fc.nat(13_000_000),
  countries: fc.constantFrom<readonly string[]>([], ['SY'], ['US'], ['US', 'CA']),
  admin1: fc.constantFrom('', 'US.LA', 'SY.12'),
  admin2: fc.constant(''),
  names: fc.array(
    fc.record({
      name: fc.string({ maxLength: 8 }),
      type: fc.constantFrom('other' as const, 'demonym' as const, 'abbreviation' as const),
    }),
    { maxLength: 3 },
  ),
})

describe('packing and opening', () => {
  test('finds every place under its name, with its point, kind, country and id', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 12 }), rows => {
        const opened = openGazetteer(packGazetteer(rows, options))
        expect(opened.size).toBe(rows.length)
        for (const given of rows) {
          const places = opened.find(foldName(given.name)).map(({ place }) => place)
          const same = places.filter(
            place =>
              opened.geonameId(place) === given.geonameId &&
              opened.kind(place) === given.kind &&
              opened.country(place) === (given.countries[0] ?? '') &&
              Math.abs(opened.lat(place) - given.lat) < 0.0001 &&
              Math.abs(opened.lon(place) - given.lon) < 0.0001,
          )
          expect(same.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('finds nothing under a name that was not packed', () => {
    const opened = openGazetteer(packGazetteer([row('Idlib'), row('Hama')], options))
    expect(opened.find('homs')).toEqual([])
    expect(opened.find('')).toEqual([])
  })

  test('tells names, demonyms and abbreviations apart', () => {
    const rows = [
      row('Louisiana', {
        kind: 'region',
        countries: ['US'],
        admin1: 'US.LA',
        names: [
          { name: 'La.', type: 'abbreviation' },
          { name: 'Louisianan', type: 'demonym' },
        ],
      }),
    ]
    const opened = openGazetteer(packGazetteer(rows, options))
    expect(['louisiana', 'la', 'louisianan'].map(key => opened.find(key)[0]?.type)).toEqual([
      'name',
      'abbreviation',
      'demonym',
    ])
    expect(opened.admin1Of('US.LA')).toBe(opened.admin1(0))
  })

  test('the same rows in another order give the same bytes', () => {
    const rows = [row('Idlib'), row('Hama', { geonameId: 2 }), row('Homs', { geonameId: 3, lat: 34 })]
    expect(packGazetteer([...rows].reverse(), options)).toEqual(packGazetteer(rows, options))
  })

  test('refuses bytes of another magic or version, and none at all', () => {
    const packed = packGazetteer([row('Idlib')], options)
    const other = packed.slice()
    other[0] = 0
    const newer = packed.slice()
    newer[4] = 99
    for (const wrong of [other, newer, new Uint8Array()])
      expect(() => openGazetteer(wrong)).toThrow(/npm run pack/)
  })

  test('refuses a point that is not on the globe', () => {
    expect(() => packGazetteer([row('Nowhere', { lat: 91 })], options)).toThrow(/Nowhere/)
  })
})

describe('the packed file', () => {
  test('stays under 9 MB and holds more than 200,000 places', () => {
    expect(bytes.length).toBeLessThan(9_000_000)
    expect(gazetteer.size).toBeGreaterThan(200_000)
  })

  test('opens in under 15 ms', () => {
    const times = Array.from({ length: 5 }, () => {
      const started = performance.now()
      openGazetteer(bytes)
      return performance.now() - started
    })
    expect(Math.min(...times)).toBeLessThan(15)
  })

  test.each([
    ['Damascus', 'capital', 'SY'],
    ['Russian', 'country', 'RU'],
    ['Kyiv', 'capital', 'UA'],
    ['Kiev', 'capital', 'UA'],
    ['Peking', 'capital', 'CN'],
    ['Burma', 'country', 'MM'],
    ['Boone County', 'county', 'US'],
    ['Lancashire', 'county', 'GB'],
    ['Golan Heights', 'area', 'SY'],
    ['Tahrir Square', 'landmark', 'EG'],
    ['Strait of Hormuz', 'strait', 'IR'],
    ['Silicon Valley', 'area', 'US'],
    ['Bassel al Assad Airport', 'airport', 'SY'],
    ['Ark.', 'region', 'US'],
    ['Londoners', 'capital', 'GB'],
  ])('knows %s as a %s of %s', (name, kind, country) => {
    const found = gazetteer
      .find(foldName(name))
      .map(({ place }) => [gazetteer.kind(place), gazetteer.country(place)])
    expect(found).toContainEqual([kind, country])
  })

  test('puts towns into their first-level area', () => {
    const idlib = gazetteer.find('idlib').find(({ place }) => gazetteer.kind(place) === 'seat')
    const area = gazetteer.admin1Place(gazetteer.admin1(idlib?.place ?? -1))
    expect(gazetteer.name(area)).toBe('Idlib')
    expect(gazetteer.kind(area)).toBe('region')
  })

  test('every place has a name that finds it', () => {
    for (let place = 0; place < gazetteer.size; place += 997)
      expect(gazetteer.find(foldName(gazetteer.name(place))).some(found => found.place === place)).toBe(true)
  })
})
