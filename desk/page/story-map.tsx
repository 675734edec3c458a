/**
 * The places of a story on a map of the world's coasts and borders (Natural Earth, through world-atlas), drawn here; no
 * tile server. It shows as much of the world as the story needs. The list beside it says the same in words.
 */
import { geoGraticule10, geoMercator, geoPath } from 'd3-geo'
import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { LinkedPlace } from '../../content-schema/documents.ts'

const width = 480
const height = 320
/** Degrees: a story in one town is shown with the country around it. */
const leastSpan = 9
const mostLabels = 8
const edge = 28

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>
type Placed = LinkedPlace & { readonly lat: number; readonly lon: number }

let world: Promise<World> | undefined
const loadWorld = (): Promise<World> => {
  world ??= fetch('page/world.json').then(response => response.json())
  return world
}

const isPlaced = (place: LinkedPlace): place is Placed => place.lat !== null && place.lon !== null

const wide: ReadonlySet<string> = new Set(['country', 'continent', 'ocean', 'sea', 'area'])

/** What the map is fitted to: where the story is, not every country it names. */
const framing = (places: readonly Placed[]): readonly Placed[] => {
  const scenes = places.filter(place => place.isFocus || place.isDateline)
  const countries = new Set(scenes.map(({ countryCode }) => countryCode))
  const towns = places.filter(
    place =>
      !wide.has(place.kind) &&
      (scenes.includes(place) || (countries.has(place.countryCode) && place.salience >= leastSalience)),
  )
  if (towns.length > 0) return towns
  return scenes.length > 0 ? scenes : places
}
const leastSalience = 0.05

export const StoryMap = ({ places }: { readonly places: readonly LinkedPlace[] }): JSX.Element | null => {
  const placed = useMemo(() => places.filter(isPlaced), [places])
  const [topology, setTopology] = useState<World | null>(null)
  useEffect(() => {
    loadWorld().then(setTopology, () => setTopology(null))
  }, [])
  const drawn = useMemo(
    () => (topology && placed.length > 0 ? draw(topology, placed) : null),
    [topology, placed],
  )
  if (placed.length === 0) return null
  if (!drawn) return <div class="map" style={{ aspectRatio: `${width}/${height}` }} />
  return (
    <figure class="map">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Map of ${placed
          .map(({ name }) => name)
          .slice(0, 12)
          .join(', ')}`}
      >
        <rect class="sea" width={width} height={height} />
        <path class="graticule" d={drawn.graticule} />
        <path class="land" d={drawn.land} />
        <path class="borders" d={drawn.borders} />
        {drawn.points.map(({ place, x, y, label }) => (
          <g
            key={place.id}
            class={`point ${place.isFocus ? 'focus' : ''} ${place.isDateline ? 'dateline' : ''}`}
            data-f={place.id}
          >
            {place.isDateline ? (
              <rect x={x - 4.5} y={y - 4.5} width={9} height={9} />
            ) : (
              <circle cx={x} cy={y} r={place.isFocus ? 6 : 3.6} />
            )}
            {label ? (
              <text x={label.x} y={label.y} text-anchor={label.anchor}>
                {place.name}
              </text>
            ) : null}
            <title>{place.name}</title>
          </g>
        ))}
      </svg>
      <figcaption class="legend quiet">
        <span class="key focus" /> where it happens
        {placed.some(({ isDateline }) => isDateline) ? (
          <>
            <span class="key dateline" /> dateline
          </>
        ) : null}
        <span class="key" /> named
      </figcaption>
    </figure>
  )
}

interface Label {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'end'
}
interface Point {
  readonly place: Placed
  readonly x: number
  readonly y: number
  readonly label: Label | null
}

const draw = (
  topology: World,
  placed: readonly Placed[],
): { land: string; borders: string; graticule: string; points: Point[] } => {
  const framed = framing(placed)
  const middle = meanLongitude(framed)
  const turned = framed.map(
    ({ lat, lon }) => [((((lon - middle + 180) % 360) + 360) % 360) - 180, clampLat(lat)] as const,
  )
  const xs = turned.map(([x]) => x)
  const ys = turned.map(([, y]) => y)
  const pad = (low: number, high: number): [number, number] => {
    const missing = Math.max(0, leastSpan - (high - low)) / 2
    return [low - missing, high + missing]
  }
  const [west, east] = pad(Math.min(...xs), Math.max(...xs))
  const [south, north] = pad(Math.min(...ys), Math.max(...ys))
  const projection = geoMercator()
    .rotate([-middle, 0])
    .fitExtent(
      [
        [edge, edge],
        [width - edge, height - edge],
      ],
      {
        type: 'MultiPoint',
        coordinates: [
          [west + middle, clampLat(south)],
          [east + middle, clampLat(north)],
        ],
      },
    )
    .clipExtent([
      [-2, -2],
      [width + 2, height + 2],
    ])
  const path = geoPath(projection)
  const { countries, land } = topology.objects
  const points = placed.flatMap(place => {
    const at = projection([place.lon, place.lat])
    const isIn = at && at[0] >= 0 && at[0] <= width && at[1] >= 0 && at[1] <= height
    return isIn ? [{ place, x: at[0], y: at[1] }] : []
  })
  return {
    land: path(feature(topology, land)) ?? '',
    borders: path(mesh(topology, countries, (a, b) => a !== b)) ?? '',
    graticule: path(geoGraticule10()) ?? '',
    points: labelled(points),
  }
}

const clampLat = (lat: number): number => Math.max(-78, Math.min(80, lat))

/** The mean direction, so that a story on both sides of the date line is not stretched around the world. */
const meanLongitude = (places: readonly Placed[]): number => {
  const x = places.reduce((sum, { lon }) => sum + Math.cos((lon * Math.PI) / 180), 0)
  const y = places.reduce((sum, { lon }) => sum + Math.sin((lon * Math.PI) / 180), 0)
  return (Math.atan2(y, x) * 180) / Math.PI
}

/** Names beside the most salient points, where they do not cover one another. */
const labelled = (points: readonly Omit<Point, 'label'>[]): Point[] => {
  const taken: { left: number; right: number; top: number; bottom: number }[] = []
  let labels = 0
  const ranked = [...points].sort(
    (a, b) => Number(b.place.isFocus) - Number(a.place.isFocus) || b.place.salience - a.place.salience,
  )
  const found = ranked.map(point => {
    const size = point.place.name.length * 6.4
    const isEnd = point.x + size + 12 > width
    const left = isEnd ? point.x - 10 - size : point.x + 10
    const box = { left, right: left + size, top: point.y - 8, bottom: point.y + 8 }
    const isFree =
      left > 0 &&
      taken.every(
        other =>
          box.right < other.left ||
          box.left > other.right ||
          box.bottom < other.top ||
          box.top > other.bottom,
      )
    if (!isFree || labels >= mostLabels) return { ...point, label: null }
    labels++
    taken.push(box)
    return {
      ...point,
      label: {
        x: isEnd ? point.x - 9 : point.x + 9,
        y: point.y + 4,
        anchor: isEnd ? ('end' as const) : ('start' as const),
      },
    }
  })
  return found.reverse() // the most salient are drawn last, above the others
}
