/**
 * Where the row of a feature stands: a hash table in which every feature has just one place to look at, taken or not.
 *
 *   placeOf(hash, displacements, mask) -> place;  a fingerprint kept there tells whether the row is this feature's
 *
 * "Hash and displace" (Pagh 1999): features fall into small buckets, and each bucket has the first displacement that
 * takes all its rows to free places. Two looks without a branch, where a run of taken places would be walked otherwise:
 * the processor looks up the next features while it waits.
 */

/** A row to be packed: the whole hash of its feature and one weight a class. */
export interface Row {
  readonly hash: number
  readonly weights: Int8Array
}

export interface RowPlaces {
  readonly mask: number
  /** One a bucket; as many as a power of two. */
  readonly displacements: Uint8Array
  /** The row at each place. */
  readonly placed: readonly (Row | undefined)[]
}

export const placeOf = (hash: number, displacements: Uint8Array, mask: number): number => {
  const displacement = displacements[hash & (displacements.length - 1)] ?? 0
  return ((hash ^ (hash >>> 17)) + Math.imul(displacement, (hash >>> 15) | 1)) & mask
}

const fullest = 0.72 // of the places taken: a fuller table has buckets that fit nowhere
const bucketRows = 4 // on average at most: the more, the fewer bytes, and the longer the search
const mostDisplacements = 256

export const placeRows = (rows: readonly Row[]): RowPlaces => {
  let places = 16
  while (places * fullest < rows.length) places *= 2
  let buckets = 16
  while (buckets * bucketRows < rows.length) buckets *= 2
  for (;;) {
    const found = displaceAll(rows, places, buckets)
    if (found) return found
    if (buckets < places) buckets *= 2
    else places *= 2
  }
}

/** Null where a bucket fits nowhere. */
const displaceAll = (rows: readonly Row[], places: number, bucketCount: number): RowPlaces | null => {
  const mask = places - 1
  const buckets: Row[][] = Array.from({ length: bucketCount }, () => [])
  for (const row of rows) buckets[row.hash & (bucketCount - 1)]?.push(row)
  const largestFirst = buckets
    .map((_, b) => b)
    .sort((a, b) => sizeOf(buckets, b) - sizeOf(buckets, a) || a - b)
  const displacements = new Uint8Array(bucketCount)
  const placed: (Row | undefined)[] = new Array(places).fill(undefined)
  for (const b of largestFirst) {
    const bucket = buckets[b] ?? []
    if (bucket.length === 0) break
    let displacement = 0
    while (!fits(bucket, displacements, { b, displacement, mask, placed })) {
      if (++displacement === mostDisplacements) return null
    }
    for (const row of bucket) placed[placeOf(row.hash, displacements, mask)] = row
  }
  return { mask, displacements, placed }
}

const sizeOf = (buckets: readonly Row[][], b: number): number => buckets[b]?.length ?? 0

/** Whether the rows of bucket b fall on free places of their own; leaves the displacement there. */
const fits = (
  bucket: readonly Row[],
  displacements: Uint8Array,
  at: { b: number; displacement: number; mask: number; placed: readonly (Row | undefined)[] },
): boolean => {
  displacements[at.b] = at.displacement
  const taken = new Set<number>()
  for (const { hash } of bucket) {
    const place = placeOf(hash, displacements, at.mask)
    if (at.placed[place] || taken.has(place)) return false
    taken.add(place)
  }
  return true
}
