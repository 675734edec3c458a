/**
 * Edits of places: where it is, and that it is none.
 */
import type { Edit } from '../../content-schema/override.ts'
import type { Place } from '../../content-schema/place.ts'
import type { Variants } from '../../content-schema/variants.ts'
import type { EditContext, EditResult } from './edit-context.ts'
import { findAnchor, toPlainText } from './find-anchor.ts'

type MovePlace = Extract<Edit, { kind: 'move-place' }>
type DropPlace = Extract<Edit, { kind: 'drop-place' }>

export const movePlace = (edit: MovePlace, variants: Variants, context: EditContext): EditResult => {
  const place = choosePlace(edit.place, variants.places, context)
  if (place === null) return { stale: `no place is named or written "${edit.place}".` }
  const { to } = edit
  const moved: Place = {
    ...place,
    name: to.name ?? place.name,
    kind: to.kind ?? place.kind,
    lat: to.lat,
    lon: to.lon,
    // What the engine knew is of the place that the editor rejects.
    geonameId: to.geonameId ?? null,
    countryCode: to.countryCode === undefined ? place.countryCode : to.countryCode,
    admin1: to.admin1 === undefined ? place.admin1 : to.admin1,
    confidence: 1,
    by: 'editor',
    alternatives: [],
  }
  return {
    variants: { ...variants, places: variants.places.map(other => (other === place ? moved : other)) },
  }
}

export const dropPlace = (edit: DropPlace, variants: Variants, context: EditContext): EditResult => {
  const place = choosePlace(edit.place, variants.places, context)
  if (place === null) {
    const isStillThere = findAnchor(context.plainText, { text: edit.place }).length > 0
    return isStillThere ? { variants } : { stale: `the article does not say "${edit.place}" any more.` }
  }
  return {
    variants: {
      ...variants,
      places: variants.places.filter(other => other !== place),
      quotes: variants.quotes.map(quote => ({
        ...quote,
        places: quote.places.filter(id => id !== place.id),
      })),
    },
  }
}

/** As written counts before as named: "Springfield" of the text before the gazetteer's. */
const choosePlace = (wanted: string, places: readonly Place[], { article }: EditContext): Place | null => {
  const plain = (words: string): string => toPlainText(words).plain.trim()
  const is = (words: string): boolean => plain(words) === plain(wanted)
  const isMentioned = (place: Place): boolean =>
    place.mentions.some(({ start, end }) => is(article.text.slice(start, end)))
  return (
    places.find(place => is(place.asWritten)) ??
    places.find(place => is(place.name)) ??
    places.find(isMentioned) ??
    null
  )
}
