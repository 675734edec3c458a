/**
 * What the rounds of a choice ask of a candidate again and again, looked up once: where it lies, and in what.
 *
 *   readFacts(Lebanon in Indiana) -> { kind: 'city', code: 'US', area: 1203, county: 8120, point: […] }
 */
import type { Gazetteer } from './gazetteer.ts'
import type { GazetteerKind } from './place-kinds.ts'

/** A point on the unit sphere. */
export type Point = readonly [x: number, y: number, z: number]

export interface CandidateFacts {
  readonly place: number
  readonly kind: GazetteerKind
  /** Country, "" on the high seas. */
  readonly code: string
  /** Number of its first-level area. */
  readonly area: number
  /** Number of its second-level area, -1 for none. */
  readonly county: number
  readonly point: Point
}

export const readFacts = (place: number, gazetteer: Gazetteer): CandidateFacts => ({
  place,
  kind: gazetteer.kind(place),
  code: gazetteer.country(place),
  area: gazetteer.admin1(place),
  county: gazetteer.admin2Code(place) ? gazetteer.admin2(place) : -1,
  point: pointOf(place, gazetteer),
})

const pointOf = (place: number, gazetteer: Gazetteer): Point => {
  const lat = (gazetteer.lat(place) * Math.PI) / 180
  const lon = (gazetteer.lon(place) * Math.PI) / 180
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)]
}

const earthKm = 6371

/** Straight through the earth: near enough to the way over it for places that are near. */
export const kmBetween = (a: Point, b: Point): number =>
  earthKm * Math.sqrt(Math.max(0, 2 - 2 * (a[0] * b[0] + a[1] * b[1] + a[2] * b[2])))
