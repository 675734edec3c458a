/**
 * The places of the news as GeoJSON (RFC 7946): a point a place, with the articles that mention it.
 *
 * Longitude comes first. The box runs west to east and may cross the 180th meridian, so west can be the larger number.
 * Points only: there are no outlines of countries in it.
 */
import type { FeedEntry, FeedPlace } from '../../content-schema/feed.ts'
import { documentUrl } from './document-address.ts'
import { publishedAt } from './entry-order.ts'
import { mostMapBytes, mostMapPlaces, mostPlaceArticles } from './feed-bounds.ts'
import { type FeedFile, type FeedOptions, feedFile } from './feed-file.ts'
import { utf8Bytes } from './utf8-bytes.ts'

const key = 'feeds/places.geojson'

/** Entries newest first. */
export const toPlacesFeed = (entries: readonly FeedEntry[], { baseUrl }: FeedOptions): FeedFile => {
  const ranked = [...gatherPlaces(entries).values()].sort(
    (a, b) => b.entries.length - a.entries.length || (a.key < b.key ? -1 : 1),
  )
  const chosen: MapPlace[] = []
  const features: string[] = []
  let bytes = 0
  for (const place of ranked.slice(0, mostMapPlaces)) {
    const feature = JSON.stringify(toFeature(place, baseUrl))
    bytes += utf8Bytes(feature) + 1
    if (bytes > mostMapBytes) break
    features.push(feature)
    chosen.push(place)
  }
  const box = boxOf(chosen)
  const bbox = box === null ? '' : `"bbox":${JSON.stringify(box)},`
  return feedFile(key, 'geojson', `{"type":"FeatureCollection",${bbox}"features":[${features.join(',')}]}\n`)
}

interface MapPlace {
  readonly key: string
  readonly place: FeedPlace
  readonly lat: number
  readonly lon: number
  /** Newest first, with the place as that article has it. */
  readonly entries: { readonly entry: FeedEntry; readonly place: FeedPlace }[]
}

/** The same GeoNames id is the same place; without one, the same name at the same point. */
const gatherPlaces = (entries: readonly FeedEntry[]): Map<string, MapPlace> => {
  const gathered = new Map<string, MapPlace>()
  for (const entry of entries) {
    for (const place of entry.places) {
      const { lat, lon } = place
      if (lat === null || lon === null) continue
      const placeKey = place.geonameId === null ? `${place.name} ${lat},${lon}` : String(place.geonameId)
      const known = gathered.get(placeKey)
      if (known) known.entries.push({ entry, place })
      else gathered.set(placeKey, { key: placeKey, place, lat, lon, entries: [{ entry, place }] })
    }
  }
  return gathered
}

const toFeature = ({ place, lat, lon, entries }: MapPlace, baseUrl: string): object => ({
  type: 'Feature',
  ...(place.geonameId === null ? {} : { id: place.geonameId }),
  geometry: { type: 'Point', coordinates: [degrees(lon), degrees(lat)] },
  properties: {
    name: place.name,
    kind: place.kind,
    geonameId: place.geonameId,
    countryCode: place.countryCode,
    admin1: place.admin1,
    articleCount: entries.length,
    articles: entries.slice(0, mostPlaceArticles).map(({ entry, place: here }) => ({
      id: entry.id,
      headline: entry.headline,
      url: entry.url,
      document: documentUrl(baseUrl, entry.id, 'article.json'),
      publishedAt: publishedAt(entry),
      isFocus: here.isFocus,
      quotes: entry.quotes.filter(quote => quote.places.includes(here.id)).map(quote => quote.id),
    })),
  },
})

/** Six decimals are a hand's breadth; more would be noise of the source. */
const degrees = (value: number): number => Math.round(value * 1e6) / 1e6

/** The smallest box around all: it leaves out the widest empty stretch of longitudes. */
const boxOf = (places: readonly MapPlace[]): readonly number[] | null => {
  if (places.length === 0) return null
  const lats = places.map(place => degrees(place.lat))
  const lons = places.map(place => degrees(place.lon)).sort((a, b) => a - b)
  let west = lons[0] ?? 0
  let east = lons.at(-1) ?? 0
  let widest = west + 360 - east
  for (let i = 1; i < lons.length; i++) {
    const before = lons[i - 1] ?? 0
    const after = lons[i] ?? 0
    if (after - before > widest) {
      widest = after - before
      west = after
      east = before
    }
  }
  return [west, Math.min(...lats), east, Math.max(...lats)]
}
