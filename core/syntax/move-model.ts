/**
 * The parser's choice of three moves, in 32 bits a feature: only how much more left and right weigh than shift counts.
 *
 *   fingerprint (16 bits) | left − shift (8) | right − shift (8)
 *
 * The parser asks for it most often by far, so one feature is one look into memory.
 */
import { at } from './hashes.ts'
import { fingerprintOf, placeRows, type Row, slotOf } from './linear-model.ts'
import { left, right } from './parser-state.ts'

export interface MoveModel {
  readonly mask: number
  readonly cells: Int32Array
}

/** Writes the scores of left and right; that of shift is 0. */
export const scoreMoves = (
  model: MoveModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
): void => {
  const { cells, mask } = model
  let forLeft = 0
  let forRight = 0
  for (let f = 0; f < count; f++) {
    const hash = at(features, f)
    const wanted = fingerprintOf(hash)
    let slot = slotOf(hash, mask)
    let cell = at(cells, slot)
    while (cell !== 0 && cell >>> 16 !== wanted) {
      slot = (slot + 1) & mask
      cell = at(cells, slot)
    }
    forLeft += (cell << 16) >> 24
    forRight += (cell << 24) >> 24
  }
  scores[0] = 0
  scores[left] = forLeft
  scores[right] = forRight
}

/** Of rows of two weights: left − shift and right − shift. */
export const buildMoveModel = (rows: readonly Row[]): MoveModel => {
  const { mask, fingerprints, placed } = placeRows(rows)
  const cells = Int32Array.from(placed, (row, slot) => {
    const [forLeft = 0, forRight = 0] = row?.weights ?? []
    return ((fingerprints[slot] ?? 0) << 16) | ((forLeft & 255) << 8) | (forRight & 255)
  })
  return { mask, cells }
}
