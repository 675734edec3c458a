import { describe, expect, test } from '@jest/globals'
import { continentOf } from '../../core/places/continents.ts'
import { placeKinds } from '../../core/places/place-kinds.ts'
import { featureTables } from '../../data/read-features.ts'
import { partsOf, readTable } from '../../data/read-tables.ts'

const rows = featureTables.flatMap(file => readTable(file).map(cells => ({ file, cells })))
const countries = new Set(readTable('countries.tsv').map(([code]) => code ?? ''))

describe('the tables of ours', () => {
  test('have at least 2,500 seas, rivers, regions, islands, districts and landmarks', () => {
    expect(rows.length).toBeGreaterThanOrEqual(2_500)
  })

  test('each row has a name, a known kind, a point on the globe and known countries', () => {
    const wrong = rows.filter(({ cells: [name = '', kind, lat = '', lon = '', codes] }) => {
      const isPoint = lat !== '' && lon !== '' && Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180
      return (
        name === '' ||
        !placeKinds.some(known => known === kind) ||
        !isPoint ||
        partsOf(codes).some(code => !countries.has(code))
      )
    })
    expect(wrong).toEqual([])
  })

  test('no name stands twice with one kind and point', () => {
    const keys = rows.map(({ cells }) => cells.slice(0, 4).join('\t'))
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })

  test('every country has a continent', () => {
    expect([...countries].filter(code => continentOf(code) === '')).toEqual([])
  })
})
