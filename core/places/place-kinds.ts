/**
 * What a place is. The order is the code in the packed file: only add at the end.
 */
export const placeKinds = [
  'city', // any town or village
  'capital', // of a country
  'seat', // of a first-level area
  'smallSeat', // of a second- or third-level area
  'section', // of a town
  'country',
  'region', // first-level area
  'county', // second-level area
  'continent',
  'area', // historical, political or natural region of any extent
  'ocean',
  'sea',
  'gulf', // gulfs, bays, sounds
  'strait', // straits, channels, canals
  'river',
  'lake', // lakes and reservoirs
  'island', // islands and groups
  'desert',
  'mountains', // ranges
  'mountain', // peaks and volcanoes
  'plain', // plains, plateaus, valleys, basins
  'peninsula', // peninsulas and capes
  'district', // a well-known part of a town
  'landmark', // buildings, squares, streets, parks, bases
  'airport',
  'alliance', // the European Union
] as const
export type GazetteerKind = (typeof placeKinds)[number]

/** What the Place variant calls it: all towns are "city". */
export const shownKind = (kind: GazetteerKind): string => {
  switch (kind) {
    case 'capital':
    case 'seat':
    case 'smallSeat':
      return 'city'
    case 'section':
      return 'district'
    default:
      return kind
  }
}

export const isTown = (kind: GazetteerKind): boolean =>
  kind === 'city' || kind === 'capital' || kind === 'seat' || kind === 'smallSeat' || kind === 'section'
