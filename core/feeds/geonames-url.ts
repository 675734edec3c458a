/** The address of a place in GeoNames' linked data: what others say of the same place can be joined by it. */
export const geonamesUrl = (geonameId: number): string => `https://sws.geonames.org/${geonameId}/`
