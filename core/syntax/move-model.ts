/**
 * The parser's choice of three moves, in 32 bits a feature: only how much more left and right weigh than shift counts.
 *
 *   fingerprint (16 bits) | left − shift (8) | right − shift (8)
 *
 * The parser asks for it most often by far, so one feature is one look into memory, and nothing branches on it.
 */
import { left, right } from './parser-state.ts'
import { placeRows, type Row } from './row-places.ts'

export interface MoveModel {
  readonly displacements: Uint8Array
  readonly cells: Int32Array
}

/** Writes the scores of left and right; that of shift is 0. */
export const scoreMoves = (
  { cells, displacements }: MoveModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void => {
  const mask = cells.length - 1
  const bucketMask = displacements.length - 1
  let forLeft = 0
  let forRight = 0
  for (let f = 0; f < count; f++) {
    const hash = features[f] ?? 0
    // placeOf, written out: a first article would call it 66,000 times.
    const displacement = displacements[hash & bucketMask] ?? 0
    const cell = cells[((hash ^ (hash >>> 17)) + Math.imul(displacement, (hash >>> 15) | 1)) & mask] ?? 0
    const isThis = (((cell ^ hash) >>> 16) - 1) >> 31 // all bits set, or none
    forLeft = (forLeft + (isThis & ((cell << 16) >> 24))) | 0
    forRight = (forRight + (isThis & ((cell << 24) >> 24))) | 0
  }
  scores[0] = 0
  scores[left] = forLeft
  scores[right] = forRight
}

/** Of rows of two weights: left − shift and right − shift. An empty cell weighs nothing, whatever its fingerprint. */
export const buildMoveModel = (rows: readonly Row[]): MoveModel => {
  const { displacements, placed } = placeRows(rows)
  const cells = Int32Array.from(placed, row => {
    if (!row) return 0
    const [forLeft = 0, forRight = 0] = row.weights
    return (row.hash & ~0xffff) | ((forLeft & 255) << 8) | (forRight & 255)
  })
  return { displacements, cells }
}
