/**
 * Names that the gazetteer spells otherwise: only in the countries that the article names, only where nothing matches.
 *
 *   Syria is named; "Talbisa" -> Tallbisah, "Jisr al Shughur" -> Jisr ash Shughur
 */

import { foldName } from './fold-name.ts'
import type { Gazetteer, NamedPlace } from './gazetteer.ts'
import type { Toponym } from './toponym.ts'

const mostDifferent = 0.4 // of the letters: "Suqaylabiyah" and "Suqaylibiyah" differ by 0.08

/** Gives places to toponyms that have none. */
export const resolveLoosely = (toponyms: Toponym[], gazetteer: Gazetteer): void => {
  let countries: ReadonlySet<string> | null = null
  toponyms.forEach((toponym, i) => {
    if (toponym.places.length > 0 || toponym.by === 'road') return
    countries ??= namedCountries(toponyms, gazetteer)
    const about = countries
    if (about.size === 0) return
    const places = nearest(toponym.key, gazetteer.findLoosely(toponym.key), gazetteer, about)
    if (places.length > 0) toponyms[i] = { ...toponym, places, by: 'loose' }
  })
}

const namedCountries = (toponyms: readonly Toponym[], gazetteer: Gazetteer): ReadonlySet<string> => {
  const countries = new Set<string>()
  for (const { places } of toponyms) {
    for (const { place } of places)
      if (gazetteer.kind(place) === 'country') countries.add(gazetteer.country(place))
  }
  return countries
}

/** Those whose spelling differs least, if it does not differ too much. */
const nearest = (
  key: string,
  places: readonly NamedPlace[],
  gazetteer: Gazetteer,
  countries: ReadonlySet<string>,
): NamedPlace[] => {
  const own = bare(key)
  let least = mostDifferent
  let best: NamedPlace[] = []
  for (const named of places) {
    if (!countries.has(gazetteer.country(named.place))) continue
    const gap = difference(own, foldName(gazetteer.name(named.place)))
    if (gap > least) continue
    if (gap < least) best = []
    least = gap
    best.push({ place: named.place, type: 'other' })
  }
  return best
}

const bare = (key: string): string => key.replace(/\b(?:al|el|as|ash|ad|ar|at|az|an|ed|er|es|et)\b ?/g, '')

/** Edits from one spelling to another, as a share of its length. */
const difference = (own: string, other: string): number => edits(own, bare(other)) / Math.max(1, own.length)

/** Levenshtein distance. */
const edits = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
