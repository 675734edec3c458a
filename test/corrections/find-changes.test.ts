/** Findings that are written alike: each keeps its own partner from state to state. */
import { describe, expect, test } from '@jest/globals'
import type { Place } from '../../content-schema/place.ts'
import { findChanges } from '../../core/corrections/find-changes.ts'
import { harbourStory } from '../feeds/story.ts'

const { article, variants } = harbourStory()
const [first] = variants.places as [Place, ...Place[]] // `as`: the story has three
const washington = (about: Partial<Place>): Place => ({
  ...first,
  name: 'Washington',
  asWritten: 'Washington',
  ...about,
})
const city = washington({
  id: 'p-city',
  geonameId: 4_140_963,
  lat: 38.9,
  lon: -77.04,
  admin1: 'Washington, D.C.',
})
const state = washington({ id: 'p-state', geonameId: 5_815_135, lat: 47.5, lon: -120.5, admin1: null })

const changesOf = (before: readonly Place[], after: readonly Place[]): unknown[] => {
  const findings = { headline: article.headline, ...variants }
  return findChanges({ ...findings, places: before }, { ...findings, places: after })
}

describe('two places that are written alike', () => {
  test.each<[string, Place[], Place[]]>([
    ['both are still there', [city, state], [city, state]],
    ['both are there in another order', [city, state], [state, city]],
  ])('have not changed where %s', (_, before, after) => expect(changesOf(before, after)).toEqual([]))

  test('of which one went is one that was removed', () =>
    expect(changesOf([city, state], [state])).toEqual([
      { subject: 'place', kind: 'removed', id: 'p-city', before: 'Washington', after: null },
    ]))

  test('of which one is new is one that was added', () =>
    expect(changesOf([state], [city, state])).toEqual([
      { subject: 'place', kind: 'added', id: 'p-city', before: null, after: 'Washington' },
    ]))

  test('of which one lies elsewhere now is one that moved', () =>
    expect(changesOf([city, state], [state, { ...city, lat: 38.1 }])).toMatchObject([
      { subject: 'place', kind: 'moved', id: 'p-city' },
    ]))
})

test('the same findings twice are no changes, however many are alike', () => {
  const alike = Array.from({ length: 6 }, (_, i) => washington({ id: `p-${i}`, lat: i }))
  expect(changesOf(alike, [...alike].reverse())).toEqual([])
})
